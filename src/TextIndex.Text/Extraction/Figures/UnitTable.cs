// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Figures;

/// <summary>Units and measure words (量词), folded, with the kind of figure that they make.</summary>
internal static class UnitTable
{
    private static readonly Dictionary<string, FigureKind> Kinds = Load();
    private static readonly Dictionary<string, FigureKind>.AlternateLookup<ReadOnlySpan<char>> Lookup = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    private const int Longest = 6;

    // Measure words that are also parts of idioms and of ordinary words: a small Chinese number before one is a figure only with a noun behind it.
    private const string Weak = "面眼头口手脚心声色分路身道大点句下步边代级层行列排队节门村县省市国校手方家重号角起对双番把场关河线队块重环端级轮";

    public static bool IsWeak(ReadOnlySpan<char> unit) => unit.Length == 1 && Weak.Contains(unit[0]);

    /// <summary>Length of the longest unit at a place; 0 for none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        for (var length = Math.Min(Longest, text.Length - at); length > 0; length--)
            if (Lookup.ContainsKey(text.Slice(at, length))) return length;
        return 0;
    }

    public static FigureKind KindOf(ReadOnlySpan<char> unit) => Lookup[unit];

    private static Dictionary<string, FigureKind> Load()
    {
        var kinds = new Dictionary<string, FigureKind>(StringComparer.Ordinal);
        Add(FigureKind.Count,
            "个 名 位 人 户 家 所 座 件 项 种 类 条 次 本 册 部 篇 张 台 辆 架 艘 只 头 匹 棵 株 栋 幢 间 套 份 批 组 支 期 场 节 堂 门 句 字 首 幅 枚 把 双 对 副 片 块 处 段 层 步 趟 回 遍 轮 顿 碗 杯 瓶 袋 箱 桶 盏 口 根 道 扇 面 颗 粒 滴 堆 群 " +
            "队 排 列 行 桩 起 宗 例 人次 人份 万人次 倍 番 章 档 点 方面 大 村 县 市 省 乡 镇 国 校 代 朵 尊 缕 封 笔 则 卷 集 盘 盆 锅 桌 席 车 船 班 届次 票 键 元素 字符 余人 批次 车次 架次 台次 件次 场次 项次 户次 对次 样 桶装 声 眼 页 样 跤 岁口 " +
            "多人 人家 口人 双手 家人 名人 株树 号人 员 宿舍 岗 站 顶 床 匙 辈 剂 针 听 束 串 捆 担 筐 筒 挂 贴 题 科 站点 拨 波 届人 行业 环 通 幕 折 出 席位 床位 学时 课时 学分");
        Add(FigureKind.Duration,
            "年 年多 年半 个月 个多月 个半月 月余 天 天多 周 个星期 星期 个多星期 小时 个小时 个多小时 个半小时 钟头 个钟头 个多钟头 分钟 秒 秒钟 世纪 个世纪 载 昼夜 夜 季度 个季度 年度 个年头 年头 岁 周岁 周年 余年 个学期 学期 工作日 个工作日 个昼夜 余载 多年 多岁 多天 毫秒 微秒 个夜晚 个晚上 个日夜 个春秋 春秋 个寒暑 寒暑 整年 整天");
        Add(FigureKind.Measure,
            "米 公里 千米 里 里地 华里 海里 厘米 毫米 微米 纳米 分米 尺 寸 丈 英尺 英寸 亩 公顷 平方米 平方公里 平方千米 平方厘米 立方米 立方 立方厘米 方 平米 吨 公斤 千克 克 斤 两 钱 毫克 微克 担 升 毫升 加仑 度 摄氏度 千瓦 千瓦时 瓦 兆瓦 伏 千伏 安 赫兹 兆赫 吉赫 卡 千卡 大卡 焦耳 焦 毫焦 微焦 千焦 毫伏 毫安 毫瓦 欧姆 流明 勒克斯 麻袋 兆 字节 帕 " +
            "km m cm mm nm kg g mg t kw kwh mw gw kv gb tb mb ml l ℃ °c °  ㎡ ㎞ ㎏ ㎜ ㎝ 吉瓦 万千瓦时 标准煤 吨标准煤 标箱 码 马力 海拔米 分贝 光年 每秒 比特");
        Add(FigureKind.Money, "元 元钱 块钱 美元 欧元 日元 英镑 港元 港币 澳元 韩元 卢布 人民币 元人民币 角 毛钱 块大洋 块银元 两银子 美金 法郎 瑞士法郎 加元 新元 马克 新台币 台币");
        Add(FigureKind.Percent, "% ‰ 个百分点 个多百分点 百分点");
        Add(FigureKind.Proportion, "成 成半");
        return kinds;

        void Add(FigureKind kind, string units)
        {
            foreach (var unit in units.Split(' ', StringSplitOptions.RemoveEmptyEntries)) kinds.TryAdd(unit, kind);
        }
    }
}
