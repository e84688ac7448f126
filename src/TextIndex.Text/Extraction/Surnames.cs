// SPDX-License-Identifier: MIT
using System.Buffers;

namespace TextIndex.Extraction;

/// <summary>Chinese family names, folded.</summary>
internal static class Surnames
{
    private static readonly SearchValues<char> Single = SearchValues.Create(StudyText.Fold(
        "傅拜尧妥弋郇王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵" +
        "万覃武钱戴严莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关焦俞左柳甘祝包代宁尚符舒阮纪柯梅童凌毕单季裴霍苗涂成谷曲盛冉翁蓝路游靳辛管柴蒙鲍华喻祁房蒲滕萧屈饶解牟艾尤时穆农阳" +
        "司古吉车项连芦麦褚娄窦戚岑党宫费卜冷晏席卫米柏宗桂全佟应臧闵苟邬边卞姬邸和仇栾丘隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明池查麻苑迟邝封谈鞠惠荆乐冀胥郁南班储原楚佘栗燕鹿蔺尉揭端寻习" +
        "索庹危逯阙郜晁郗郏郦冼练訾亓佟琚庾糜钮暴冷隆莘苍茹荀鄢鄂酆卞蔚邰阎滑郅濮寿郐扈匡国蓬殷晋楚仉洪都满弘后红梁仰鱼郜"+
        "官禹奚逯卓蒯璩牧展嵇宓隗竺闻" +
        // The rest of 百家姓.
        "水云昌凤花薛元和平皮狄贝计伏茅祝强骆支昝经裘缪干宣贲杭诸钮羊於家芮羿储汲邴松井富巴弓山秋仲伊钭厉戎祖景詹束幸韶蓟薄印宿怀咸籍赖屠阴能双莘贡劳逄扶堵宰雍郤通浦瞿充慕茹宦容戈终居衡步广禄殳沃利越夔师厍勾融阚那简空毋乜养须丰巢相权盖益桓公辜谌粟佴仝綦逢麴修但晋岳帅缑亢况郈有琴商牟佘伯赏墨哈年爱阳佟钦翠朴"));

    private static readonly PhraseTable Compound = new(
        "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 轩辕 夏侯 端木 独孤 南宫 申屠 司空 呼延 澹台 淳于 完颜 拓跋 纳兰 赫连 钟离 闻人 东郭 西门 百里");

    // Family names that are words of every sentence: a name that begins with one needs a reason to begin there.
    private static readonly SearchValues<char> AlsoWords = SearchValues.Create(
        "官国都满后红洪暴冷隆于向和从任时常应过别能关经成方高安全有何为又明文原连代如把被对单多解边当管水云花元平皮计伏强支干宣家松井富巴山秋双通贡劳扶充容终居步广利越师融那简空养须丰相权益公但修况商赏哈年爱阳伯印宿怀景束幸祖束祝晋");

    /// <summary>Length of the family name at <paramref name="at"/>: 2, 1, or 0 for none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at) => Compound.StartingAt(text, at) is var compound and > 0 ? compound : Single.Contains(text[at]) ? 1 : 0;

    public static bool IsAlsoWord(char surname) => AlsoWords.Contains(surname);
}
