// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Quotations;

/// <summary>A short list of classical lines that no function word gives away; a dictionary of the classics will take its place.</summary>
internal static class ClassicalLines
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Load();

    /// <summary>Tells whether the words are such lines and nothing else, whatever marks divide them.</summary>
    public static bool Knows(ReadOnlySpan<char> words)
    {
        if (words.Length > 64) return false;
        var lines = 0;
        for (var start = 0; start < words.Length;)
        {
            var length = words[start..].IndexOfAny(",。:;!?、 ");
            if (length < 0) length = words.Length - start;
            if (length > 0 && !Known.Contains(words.Slice(start, length))) return false;
            if (length > 0) lines++;
            start += length + 1;
        }
        return lines > 0;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Load() =>
        new HashSet<string>(StudyText.Fold(Lines).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // Public domain, all older than 1912.
    private const string Lines = """
        先天下之忧而忧 后天下之乐而乐 天下兴亡 匹夫有责 人无远虑 必有近忧 己所不欲 勿施于人 三人行 必有我师 温故而知新 可以为师矣 学而不思则罔 思而不学则殆 言必信 行必果 见贤思齐 德不孤 必有邻 欲速则不达 工欲善其事 必先利其器
        朝闻道 夕死可矣 岁寒然后知松柏之后凋也 敏而好学 不耻下问 知者不惑 仁者不忧 勇者不惧 民为贵 社稷次之 君为轻 富贵不能淫 贫贱不能移 威武不能屈 得道多助 失道寡助 生于忧患 死于安乐 生于忧患而死于安乐 天将降大任于斯人也 穷则独善其身 达则兼济天下 达则兼善天下
        老吾老以及人之老 幼吾幼以及人之幼 天时不如地利 地利不如人和 不以规矩 不能成方圆 尽信书不如无书 上善若水 千里之行 始于足下 天下难事 必作于易 天下大事 必作于细 治大国若烹小鲜 合抱之木 生于毫末 九层之台 起于累土 慎终如始 则无败事 大音希声 大道至简 知人者智 自知者明 祸兮福之所倚 福兮祸之所伏
        苟日新 日日新 又日新 博学之 审问之 慎思之 明辨之 笃行之 凡事预则立 不预则废 大道之行也 天下为公 天行健 君子以自强不息 地势坤 君子以厚德载物 穷则变 变则通 通则久 二人同心 其利断金 周虽旧邦 其命维新 满招损 谦受益 功崇惟志 业广惟勤 民惟邦本 本固邦宁 靡不有初 鲜克有终 他山之石 可以攻玉
        锲而不舍 金石可镂 不积跬步 无以至千里 不积小流 无以成江海 青出于蓝 青取之于蓝而青于蓝 水能载舟 亦能覆舟 流水不腐 户枢不蠹 临渊羡鱼 不如退而结网 桃李不言 下自成蹊 其身正 不令而行 其身不正 虽令不从 兼听则明 偏信则暗 以铜为镜 可以正衣冠 以史为镜 可以知兴替 以人为镜 可以明得失
        鞠躬尽瘁 死而后已 非淡泊无以明志 非宁静无以致远 勿以恶小而为之 勿以善小而不为 路漫漫其修远兮 吾将上下而求索 长太息以掩涕兮 哀民生之多艰 老骥伏枥 志在千里 会当凌绝顶 一览众山小 安得广厦千万间 大庇天下寒士俱欢颜 长风破浪会有时 直挂云帆济沧海 天生我材必有用 读书破万卷 下笔如有神
        欲穷千里目 更上一层楼 海内存知己 天涯若比邻 野火烧不尽 春风吹又生 谁言寸草心 报得三春晖 春蚕到死丝方尽 蜡炬成灰泪始干 落红不是无情物 化作春泥更护花 千淘万漉虽辛苦 吹尽狂沙始到金 沉舟侧畔千帆过 病树前头万木春 纸上得来终觉浅 绝知此事要躬行 位卑未敢忘忧国 山重水复疑无路 柳暗花明又一村
        不畏浮云遮望眼 问渠那得清如许 为有源头活水来 人生自古谁无死 留取丹心照汗青 粉骨碎身浑不怕 要留清白在人间 千磨万击还坚劲 任尔东西南北风 咬定青山不放松 立根原在破岩中 衙斋卧听萧萧竹 疑是民间疾苦声 些小吾曹州县吏 一枝一叶总关情 苟利国家生死以 岂因祸福避趋之 我劝天公重抖擞 不拘一格降人才 江山代有才人出 各领风骚数百年
        宝剑锋从磨砺出 梅花香自苦寒来 衣带渐宽终不悔 为伊消得人憔悴 众里寻他千百度 为天地立心 为生民立命 为往圣继绝学 为万世开太平 知是行之始 行是知之成 破山中贼易 破心中贼难 静以修身 俭以养德 历览前贤国与家 成由勤俭破由奢 居安思危 思则有备 有备无患 前事不忘 后事之师 失之毫厘 差之千里 近朱者赤 近墨者黑 书山有路勤为径 学海无涯苦作舟
        少壮不努力 老大徒伤悲 莫等闲 白了少年头 空悲切 业精于勤荒于嬉 行成于思毁于随 师者 所以传道受业解惑也 出淤泥而不染 濯清涟而不妖 海纳百川 有容乃大 壁立千仞 无欲则刚 风声雨声读书声声声入耳 家事国事天下事事事关心
        """;
}
