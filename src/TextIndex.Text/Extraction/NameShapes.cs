// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;

namespace TextIndex.Extraction;

/// <summary>What names look like from inside: the words that organisations and places end with, the characters that foreign names are written in.</summary>
internal static class NameShapes
{
    /// <summary>Words that an organisation ends with, and that make the words before them a part of its name.</summary>
    public static readonly PhraseTable OrganisationHeads = new(
        "大学 学院 学校 中学 小学 党校 研究院 研究所 研究会 科学院 工程院 医院 银行 公司 集团 委员会 办公室 办公厅 协会 学会 联合会 联谊会 商会 促进会 基金会 党委 党支部 党总支 党组 总支 支部 团支部 " +
        "工会 团委 妇联 政府 法院 检察院 组织部 宣传部 统战部 出版社 报社 通讯社 杂志社 电视台 日报 晚报 大使馆 领事馆 联盟 服务队 志愿者协会 志愿队 突击队 工作队 领导小组 指挥部 司令部 博物馆 图书馆 纪念馆 美术馆 天文馆 " +
        "文化馆 展览馆 档案馆 教研室 实验室 工作室 合作社 合作组织 理事会 董事会 议会 国会 总局 管理局 公安局 教育局 派出所 事务所 俱乐部 剧院 剧团 艺术团 乐团 代表团 参谋部 解放军 红军 八路军 新四军 志愿军 共产党 国民党 人民党");

    /// <summary>Parts of an organisation: they go on with the name of the whole.</summary>
    public static readonly PhraseTable Parts = new(
        "党委 党支部 党总支 总支 支部 党组 团委 工会 办公室 办公厅 委员会 组织部 宣传部 统战部 研究院 研究所 中心 研究中心 教研室 实验室 工作室 领导小组 学院 医院 分公司 分行 总队 支队 大队 服务队 理事会 出版社 图书馆 博物馆 附属中学 附属小学 附属医院 书记工作室");

    /// <summary>What an organisation's name may end with at all, one character mostly; the model's own organisations are asked for it.</summary>
    public static readonly PhraseTable OrganisationEnds = new(
        "部 局 厅 委 院 校 社 会 党 团 队 军 行 所 站 馆 台 报 网 处 科 室 组 司 署 办 盟 联 系 厂 店 大 中央 政府 集团 公司 银行 媒体 新闻 频道 电视 协 警方 当局 中心 基地 组织 机构 联合国 白宫 国务院 北约 欧盟 东盟 人大 政协 特种部队 部队 分社 总社 法庭 教会 寺 宫 中学 一中 附中 班 支部 工会 宗 公社 学派 企业 俱乐部 " +
        "国际 工程 控股 股份 科技 实业 电网 铁路 邮政 石油 石化 航空 海关 税务 商行 书局 书店 医院 股份有限公司 有限公司");

    /// <summary>Words after a place that are still the place.</summary>
    public static readonly PhraseTable PlaceHeads = new(
        "绿洲 根据地 解放区 半岛 群岛 高原 盆地 平原 草原 沙漠 山脉 海峡 海湾 山区 牧区 林区 新区 开发区 工业园区 自治区 自治州 自治县 自治旗 特别行政区 地区 水库 湿地 大桥 机场 火车站 口岸 保护区 省 市 县 区 州 盟 旗 镇 乡 村 街道 社区 岛 港 河 江 湖 山 海 湾");

    /// <summary>Kinds of places that are a part of the name though the model leaves them out.</summary>
    public static readonly PhraseTable LargePlaces = new("绿洲 根据地 解放区 半岛 群岛 高原 盆地 平原 草原 沙漠 山脉 海峡 海湾 山区 新区 开发区 高新区 自治区 自治州 自治县 特别行政区 水库 湿地");

    /// <summary>What the model adds to a place though it only tells which part of it.</summary>
    public static readonly PhraseTable Directions = new("西部 东部 南部 北部 中部 中南部 东北部 西北部 东南部 西南部 境内 各地 全境 以西 以东 以南 以北 沿线 沿岸 附近 周边 一带 地方");

    /// <summary>Words before an organisation that belong to the sentence.</summary>
    public static readonly PhraseTable NotInNames = new("校 院 系 班 省 市 县 祖国 共和国 人民共和国 我校 该校 我院 该院 我市 我省 我县 我国 全校 全院 全省 全市 全县 各级 各地 各 本 该 我 某 全体 有关 相关 主管 所在 原 前 现任 时任 其他 学生 同学 记者 教师 代表 干部 部门 单位 机关 企业 团队 同志 群众 基层 地方 上级 下级 当地 本地 外国 国外 国内 农村 城市 中外 海外 高等 大型 民营 国有 农民 工人 时期 期间 阶段 过程 二级");

    /// <summary>Offices that the model draws into an organisation.</summary>
    public static readonly PhraseTable OfficesAfter = new("总书记 书记 副书记 主席 副主席 总理 副总理 部长 副部长 主任 副主任 委员 常委 委员长 秘书长 校长 院长 局长 厅长 司长 处长 会长 理事长 董事长 总裁 总经理 发言人 负责人 新闻发言人 领导 领导人 机关报 机关 成员 成员国 党员 干部 代表 记者 工作人员 专家 教授 学者 师生 学生 官员 士兵 战士 官兵");

    /// <summary>Offices abroad: what stands behind one is a person, whatever its shape.</summary>
    public static readonly PhraseTable ForeignOffices = new("总统 首相 领袖 领导人 大臣 国王 女王 王储 亲王 王子 议长 外长 防长 财长 总理 总书记 委员长 大使 特使 秘书长 酋长 埃米尔 元首 主席 前总统 国务卿 参议员 众议员 发言人");

    /// <summary>Armies and parties: names by themselves, and behind the place they come from.</summary>
    public static readonly PhraseTable Bodies = new("国民党军 人民解放军 解放军 红军 八路军 新四军 志愿军 共产党 国民党 人民党");

    /// <summary>Countries, provinces and continents that stand alone often; the model misses one now and then.</summary>
    public static readonly PhraseTable KnownPlaces = new(
        "中国 美国 英国 法国 德国 俄罗斯 日本 韩国 朝鲜 印度 越南 老挝 柬埔寨 泰国 缅甸 马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 东帝汶 蒙古国 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 不丹 马尔代夫 阿富汗 哈萨克斯坦 吉尔吉斯斯坦 塔吉克斯坦 乌兹别克斯坦 土库曼斯坦 伊朗 伊拉克 叙利亚 " +
        "黎巴嫩 以色列 巴勒斯坦 约旦 沙特阿拉伯 沙特 也门 阿曼 阿联酋 卡塔尔 巴林 科威特 土耳其 格鲁吉亚 亚美尼亚 阿塞拜疆 塞浦路斯 埃及 利比亚 突尼斯 阿尔及利亚 摩洛哥 苏丹 南苏丹 埃塞俄比亚 厄立特里亚 吉布提 索马里 肯尼亚 乌干达 坦桑尼亚 卢旺达 布隆迪 刚果 安哥拉 赞比亚 津巴布韦 莫桑比克 " +
        "马达加斯加 毛里求斯 南非 纳米比亚 博茨瓦纳 尼日利亚 尼日尔 加纳 塞内加尔 马里 几内亚 科特迪瓦 喀麦隆 加蓬 乍得 西班牙 葡萄牙 意大利 希腊 瑞士 奥地利 比利时 荷兰 卢森堡 爱尔兰 丹麦 挪威 瑞典 芬兰 冰岛 波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 斯洛文尼亚 波黑 黑山 " +
        "北马其顿 阿尔巴尼亚 乌克兰 白俄罗斯 摩尔多瓦 爱沙尼亚 拉脱维亚 立陶宛 加拿大 墨西哥 古巴 巴拿马 哥斯达黎加 危地马拉 洪都拉斯 萨尔瓦多 尼加拉瓜 牙买加 海地 多米尼加 委内瑞拉 哥伦比亚 厄瓜多尔 秘鲁 玻利维亚 巴西 智利 阿根廷 乌拉圭 巴拉圭 澳大利亚 新西兰 斐济 巴布亚新几内亚 苏联 " +
        "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 亚洲 欧洲 非洲 拉丁美洲 北美洲 南美洲 大洋洲");

    /// <summary>Rivers, mountains, regions and cities abroad that are written with two characters: too short to be known by their shape.</summary>
    private static readonly PhraseTable ShortPlaces = new(
        "长江 黄河 淮河 珠江 汉江 湘江 赣江 闽江 渭河 海河 辽河 泰山 华山 黄山 庐山 嵩山 衡山 恒山 太湖 西湖 洞庭湖 鄱阳湖 青海湖 黄海 东海 南海 渤海 秦岭 长城 西域 中原 东北 西北 西南 华北 华东 华中 华南 江南 江淮 岭南 塞北 关中 长三角 珠三角 京津冀 " +
        "巴黎 伦敦 纽约 东京 首尔 罗马 柏林 平壤 曼谷 河内 开罗 雅典 维也纳 日内瓦 莫斯科 悉尼 孟买 德黑兰 大阪 京都 神户 釜山 仰光 金边 万象 波恩 汉堡 米兰 里昂 牛津 剑桥 波士顿 芝加哥 南洋 东亚 西亚 中亚 南亚 东欧 西欧 北欧 南欧 北非 南美 北美 拉美");

    /// <summary>Tells whether a word surely names a place: a name of the tables, or a word of the dictionary that has the shape of one.</summary>
    /// <remarks>The dictionary's tag alone is no evidence: 长大, 城市, 福利 and 上门 are places to it.</remarks>
    public static bool IsPlace(ReadOnlySpan<char> name)
    {
        if (PlaceTable.Default.IsPlace(name) || KnownPlaces.Contains(name) || ShortPlaces.Contains(name)) return true;
        return name.Length >= 3 && WordDictionary.Default.TagOf(name) is "ns" && WordDictionary.Default.FrequencyOf(name) >= CommonPlace
            && (IsTranscription(name) || PlaceHeads.EndingAt(name, name.Length) is var head and > 0 && name.Length - head >= 2 && !WordDictionary.Default.Contains(name[..^head]) || PlaceTable.Default.IsPlace(name[..^1]));
    }

    private const int CommonPlace = 40;      // a place of the dictionary that is rarer than this is as often something else (入海)

    // Characters that names from other languages are written in, by the usual tables of transcription.
    private const string Transcribing =
        "阿埃艾爱安昂奥巴白班邦保鲍贝本比彼毕宾波博伯勃布查茨达大戴丹德登邓狄迪顿蒂丁东杜多俄厄恩尔法凡菲芬丰冯佛夫弗伏福富盖甘冈高戈哥格葛根贡古瓜圭哈海汉豪赫黑亨侯胡华怀惠霍基吉季加贾简杰金卡凯坎康考柯科克肯孔库奎昆拉莱赖兰朗劳勒雷" +
        "黎里理利莉立连列林琳龙卢鲁路伦罗洛吕马玛迈麦曼芒毛梅美门蒙孟米密缅敏明摩莫默姆木穆拿那娜纳乃奈南内尼年涅宁牛纽农努诺欧帕潘庞佩彭蓬皮珀葡普京齐奇恰钱乔切钦琼丘热日荣茹瑞若萨塞赛桑瑟森沙莎山尚绍舍申圣施什史士思丝司斯松苏素所索" +
        "塔泰坦汤唐陶特滕提廷通图土托娃瓦外万旺威韦维魏温文翁沃乌伍武西希锡喜夏香肖谢辛欣休许雅亚延扬杨耶叶伊依因英尤于约宰赞泽曾扎詹章珍治朱兹宗佐祖侯";

    /// <summary>The characters of <see cref="IsTranscription"/> that stand in a name with a point: all but 以, 所 and 外, which belong to the sentence.</summary>
    public static string PartCharacters { get; } = string.Concat(Transcribing.Where(static c => c is not ('以' or '所' or '外')));

    /// <summary>Tells whether a name has the shape of a person's: a family name and at most two characters, or a foreign name.</summary>
    /// <param name="name">The name, folded.</param>
    /// <param name="titled">A title stands beside it: then a family name that the table does not have is believed.</param>
    public static bool IsPerson(ReadOnlySpan<char> name, bool titled)
    {
        if (name.ContainsAny('·', '•')) return true;
        foreach (var c in name)
            if (!Normalization.CharacterClass.IsHan(c)) return false;
        if (name.Length < 2) return false;
        var surname = Surnames.LengthAt(name, 0);
        if (surname > 0 && name.Length > surname && name.Length <= surname + 2) return titled || !IsPhrase(name, surname);
        return IsTranscription(name) || titled && name.Length <= 4 && !WordDictionary.Default.Contains(name);
    }

    /// <summary>Tells whether what stands before the kind of a place (定点帮扶|村) is no name but words that tell what the place does.</summary>
    public static bool IsDescription(ReadOnlySpan<char> words)
    {
        if (words.Length < 2) return false;
        while (words.Length >= 2)
        {
            var tag = WordDictionary.Default.TagOf(words[..2]);
            if (tag.Length == 0 || tag[0] is not ('v' or 'd' or 'a' or 'b')) return false;
            words = words[2..];
        }
        return words.IsEmpty;
    }

    /// <summary>Tells whether every character is one that transcriptions use.</summary>
    public static bool IsTranscription(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!Transcribing.Contains(c)) return false;
        return name.Length >= 2;
    }

    // 党忠诚, 严律己, 明大德: a word of the dictionary after a character that is a family name, but a word of every sentence too.
    private static bool IsPhrase(ReadOnlySpan<char> name, int surname) =>
        surname == 1 && WordsOfSentences.Contains(name[0]) && (name.Length == 2 || WordDictionary.Default.Contains(name[1..]));

    private const string WordsOfSentences = "国都满后向和从任时常应过别能关经成有为又明如把被对单多解边当管党严";
}
