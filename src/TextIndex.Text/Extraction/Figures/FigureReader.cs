// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Figures;

// One figure at one place: [prefix] numeral [range] unit [suffix] [noun]. A Chinese numeral is also asked for its neighbours: it must begin where a
// word begins, and no word may go on behind its unit (一律, 三天两头), or it is part of an idiom.
internal sealed class FigureReader(StudyText text, List<PairedMark> marks)
{
    private const int Window = 14;

    private static readonly PhraseTable Nearly = new("近 将近 接近 不足 不到 未到 未满 不满 几近 尚不足 差不多");
    private static readonly PhraseTable About = new("约 大约 大概 约为 约有 大致");
    private static readonly PhraseTable More = new("超 超过 逾 超出 突破 多于 高于 大于 远超");
    private static readonly PhraseTable AtLeast = new("至少 不少于 不低于 最少 不小于 起码");
    private static readonly PhraseTable AtMost = new("不超过 不多于 不高于 最多 至多 顶多 不大于");
    private static readonly PhraseTable NotNear = new("附近 最近 临近 邻近 靠近 亲近 就近 贴近 远近 走近 逼近 节约 条约 合约 契约 签约 预约 公约 特约 制约 隐约 违约 履约 集约 相约 毁约");
    private static readonly PhraseTable Ups = new("增长 增加 增长了 增加了 增 提高 提高了 提升 提升了 上升 上升了 上涨 上涨了 涨 增收 增产 扩大 扩大了 增幅 同比增 净增 增幅达 增长约 增幅为 高出 多了 增值 超产 新增");
    private static readonly PhraseTable Downs = new("下降 下降了 减少 减少了 降低 降低了 下跌 下跌了 下滑 下滑了 回落 回落了 缩小 缩小了 缩短 缩短了 压减 压减了 减 降 跌 降幅 少了 降幅达 萎缩 减产 下调 削减 降幅为 核减 节约 节省");
    private static readonly PhraseTable Suffixes = new("以上 以下 左右 上下 以内 之内 有余 之多 开外 多 余 以内的 出头 不到 不等 许");
    private static readonly PhraseTable Periods = new("凌晨 清晨 早上 早晨 上午 中午 正午 下午 傍晚 晚上 晚 早 夜里 深夜 午夜 午后 当晚 夜间 黎明 半夜 后半夜 夜 清早 大清早 一大早 昨晚 今晚 晚间");
    private static readonly PhraseTable Ordinals = new("第 其 初 老 星期 礼拜 周 编号 号 № no. 附件 附表 图 表 式 款第 排名 前 头");
    private static readonly PhraseTable Lengths = new("米 尺 寸 丈 厘米 毫米 分米 公里 里 千米 英尺 英寸 公斤 斤 吨");
    private static readonly PhraseTable Trains = new("列车 临客 航班 动车 高铁 特快 快车 班列 客车");
    private static readonly PhraseTable Labels = new("两学一做 三会一课 两面人 一带一路 一国两制 三严三实 四个意识 四个自信 两个维护 两个确立 三个代表 五位一体 四个全面 八项规定 三大攻坚战 两个一百年 三个务必 两个务必 两个结合 六个坚持 十个明确 三农 两会 两委 三天两头 三年五载 十天半月 四史 六稳 六保 两山 " +
        "四风 五四 三好 三包 四书 五经 三国 七律 五绝 两弹一星 两个文明 三个面向 四项基本原则 一把手 二把手 三把手 四个伟大");

    private static readonly PhraseTable Works = new("工程 项目 建设 改造 扩建 机组 电站");

    private readonly string _folded = text.Folded;
    private readonly TextSpan[] _words = new TextSpan[4 * Window];
    private int _mark;

    public bool TryRead(TextSpan paragraph, int from, int at, int limit, out Figure figure, out int passed)
    {
        figure = null!;
        passed = at;
        var folded = _folded.AsSpan(0, paragraph.End);
        if (at > from && char.IsAscii(folded[at]) && (CharacterClassOf(folded[at - 1]) || folded[at - 1] == '-' && at - 1 > from && char.IsAsciiLetterOrDigit(folded[at - 2]))) return Pass(folded, at, ref passed);
        return TryFraction(folded, from, at, out figure) || TryHalf(folded, from, at, out figure) || TryMoneySign(folded, at, out figure) || TryClock(folded, from, at, out figure) || TryNumber(folded, paragraph, from, at, limit, out figure, ref passed);
    }

    // A3, COVID-19, 第14号: the digits are part of a name.
    private static bool CharacterClassOf(char before) => char.IsAsciiLetterOrDigit(before) || before is '第' or '_' or '#' or '№' or '〔' or '[';

    private static bool Pass(ReadOnlySpan<char> folded, int at, ref int passed)
    {
        passed = at;
        while (passed < folded.Length && (NumeralReader.IsDigit(folded[passed]) || folded[passed] is '.' or ',' or '-' && passed + 1 < folded.Length && NumeralReader.IsDigit(folded[passed + 1]))) passed++;
        return false;
    }

    // 百分之九, 千分之三, 三分之二, 2/3
    private bool TryFraction(ReadOnlySpan<char> folded, int from, int at, out Figure figure)
    {
        figure = null!;
        var rest = folded[at..];
        var (whole, taken) = rest.StartsWith("百分之") ? (100m, 3) : rest.StartsWith("千分之") ? (1000m, 3) : rest.StartsWith("万分之") ? (10_000m, 3) : (0m, 0);
        if (taken == 0)
        {
            if (!NumeralReader.TryRead(folded, at, out var below) || !folded[(at + below.Length)..].StartsWith("分之") || below.Value < 2) return false;
            (whole, taken) = (below.Value, below.Length + 2);
        }
        if (!NumeralReader.TryRead(folded, at + taken, out var above)) return false;
        var percent = whole == 100;
        var end = at + taken + above.Length;
        var value = percent ? above.Value : above.Value / whole;
        figure = Finish(folded, from, at, end, end, percent ? FigureKind.Percent : FigureKind.Proportion, value, percent ? above.Upper : above.Upper / whole, above.Approximation, "", "fraction");
        return true;
    }

    // 一半以上, 大半, 半数; 半年, 半个月
    private bool TryHalf(ReadOnlySpan<char> folded, int from, int at, out Figure figure)
    {
        figure = null!;
        var rest = folded[at..];
        var length = rest.StartsWith("一大半") || rest.StartsWith("一多半") ? 3 : rest.StartsWith("一半") || rest.StartsWith("半数") || rest.StartsWith("大半") && !rest.StartsWith("大半夜") && !rest.StartsWith("大半天") && !rest.StartsWith("大半辈") && !rest.StartsWith("大半个") && !rest.StartsWith("大半生") ? 2 : 0;
        if (length > 0)
        {
            if (at + length < folded.Length && folded[at + length] is '儿' || at > 0 && folded[at - 1] is '另' or '不') return false;
            figure = Finish(folded, from, at, at + length, at + length, FigureKind.Proportion, 0.5m, null, length == 3 || rest[0] == '大' ? Approximation.More : Approximation.None, "", "half");
            return true;
        }
        if (rest[0] != '半' || at > 0 && (NumeralReader.IsChinese(folded[at - 1]) || folded[at - 1] is '点' or '上' or '下' or '大' or '前' or '后' or '年' or '月' or '时' or '过')) return false;
        var unit = rest[1..].StartsWith("个月") || rest[1..].StartsWith("小时") || rest[1..].StartsWith("分钟") || rest[1..].StartsWith("年多") ? 2 : rest[1..].StartsWith("个小时") || rest[1..].StartsWith("个世纪") || rest[1..].StartsWith("个多月") ? 3 : rest.StartsWith("半年") ? 1 : 0;
        if (unit == 0) return false;
        figure = Finish(folded, from, at, at + 1, at + 1 + unit, FigureKind.Duration, 0.5m, null, rest[unit] == '多' ? Approximation.More : Approximation.None, text.Text.Substring(at + 1, unit), "half");
        return true;
    }

    private bool TryMoneySign(ReadOnlySpan<char> folded, int at, out Figure figure)
    {
        figure = null!;
        if (folded[at] is not ('¥' or '￥' or '$') || !NumeralReader.TryRead(folded, at + 1, out var number) || !number.IsArabic) return false;
        var end = at + 1 + number.Length;
        var unit = end < folded.Length && folded[end] == '元' ? end + 1 : end;
        figure = Finish(folded, at, at, end, unit, FigureKind.Money, number.Value, null, number.Approximation, text.Text.Substring(at, 1), "money-sign");
        return true;
    }

    // 凌晨两点半, 18时, 8:30, 三点零五分
    private bool TryClock(ReadOnlySpan<char> folded, int from, int at, out Figure figure)
    {
        figure = null!;
        if (!NumeralReader.TryRead(folded, at, out var hour) || hour.Value > 24 || hour.Value != decimal.Truncate(hour.Value) || hour.Length > 3) return TryClockDecimal(folded, from, at, out figure);
        return TryClock(folded, from, at, at + hour.Length, (int)hour.Value, hour.IsArabic, hour.Approximation, out figure);
    }

    // 三点五十 reads as a decimal first.
    private bool TryClockDecimal(ReadOnlySpan<char> folded, int from, int at, out Figure figure)
    {
        figure = null!;
        var length = 0;
        while (length < 3 && at + length < folded.Length && NumeralReader.IsChinese(folded[at + length])) length++;
        if (length == 0 || at + length >= folded.Length || folded[at + length] != '点') return false;
        var hour = NumeralReader.TryRead(folded[..(at + length)], at, out var number) ? number.Value : -1;
        return hour is >= 0 and <= 24 && number.Length == length && TryClock(folded, from, at, at + length, (int)hour, false, Approximation.None, out figure);
    }

    private bool TryClock(ReadOnlySpan<char> folded, int from, int at, int mark, int hour, bool arabic, Approximation approximation, out Figure figure)
    {
        figure = null!;
        if (mark + 1 > folded.Length || mark >= folded.Length) return false;
        var period = Periods.EndingAt(folded[from..at], at - from);
        var colon = folded[mark] == ':' && arabic && mark + 2 < folded.Length && NumeralReader.IsDigit(folded[mark + 1]) && NumeralReader.IsDigit(folded[mark + 2]) && folded[mark + 1] < '6' && !(mark + 3 < folded.Length && NumeralReader.IsDigit(folded[mark + 3]));
        if (!colon && folded[mark] is not ('点' or '时') || at > from && folded[at - 1] is ':' or '.') return false;
        if (colon && at > from && NumeralReader.IsDigit(folded[at - 1])) return false;
        var next = mark + 1;
        var minute = 0;
        var clear = colon || period > 0;
        if (colon) { minute = (folded[mark + 1] - '0') * 10 + folded[mark + 2] - '0'; next = mark + 3; }
        else
        {
            if (next < folded.Length && folded[mark] == '点' && folded[next] == '钟') { next++; clear = true; }
            if (next < folded.Length && folded[next] == '半' && !(next + 1 < folded.Length && folded[next + 1] is '成' or '截' or '生' or '个')) { minute = 30; next++; clear = true; }
            else if (next < folded.Length && folded[next] is '整' or '许' && folded[mark] == '点') { next++; clear = true; }
            else if (folded[next..].StartsWith("一刻") || folded[next..].StartsWith("三刻")) { minute = folded[next] == '一' ? 15 : 45; next += 2; clear = true; }
            else if (next < folded.Length && NumeralReader.TryRead(folded, folded[next] is '零' or '〇' ? next + 1 : next, out var small) && small.Value < 60 && small.Value == decimal.Truncate(small.Value) && (clear || EndsMinutes(folded, (folded[next] is '零' or '〇' ? next + 1 : next) + small.Length)))
            {
                minute = (int)small.Value;
                next = (folded[next] is '零' or '〇' ? next + 1 : next) + small.Length;
                if (next < folded.Length && folded[next] == '分') next++;
                clear = true;
            }
            else if (next < folded.Length && folded[next] == '多' && clear) { approximation = Approximation.More; next++; }
            // 18时 and 到18时 are times; 两点 may be points of an argument.
            if (!clear) clear = folded[mark] == '时' && arabic && (next >= folded.Length || folded[next] is not ('代' or '刻' or '期' or '间')) || folded[mark] == '点' && at > from && folded[at - 1] is '到' or '至' or '日' && !(next < folded.Length && CharacterClass.IsHan(folded[next]) && folded[next] is '建' or '意' or '要' or '希');
            if (clear && folded[mark] == '时' && !arabic && period == 0 && minute == 0) return false;
        }
        if (!clear || hour > 24 || folded[mark] == '点' && next < folded.Length && folded[next] is '建' or '意' or '要' or '希' or '启' or '体') return false;
        var word = folded[(at - period)..at];
        var afternoon = period > 0 && hour < 12 && (word.Contains("下午", StringComparison.Ordinal) || word.Contains('晚') && hour >= 5 || word is "傍晚" or "午后" || word is "夜里" or "深夜" or "夜" or "夜间" && hour >= 6);
        var clock = new TimeOnly((afternoon ? hour + 12 : hour) % 24, minute);
        var span = TextSpan.FromBounds(at - period, next);
        // 8:30-9:30, 8时至10时 stay two times.
        figure = new Figure { Id = "", Span = span, Text = span.In(text.Text), Kind = FigureKind.Time, Clock = clock, Approximation = approximation, Rule = "clock" };
        return true;
    }

    private static bool EndsMinutes(ReadOnlySpan<char> folded, int at) => at < folded.Length && folded[at] == '分' && !folded[at..].StartsWith("分之");

    private bool TryNumber(ReadOnlySpan<char> folded, TextSpan paragraph, int from, int at, int limit, out Figure figure, ref int passed)
    {
        figure = null!;
        if (!NumeralReader.TryRead(folded, at, out var number)) return false;
        passed = at + number.Length;
        if (at > paragraph.Start && Ordinals.EndingAt(folded[..at], at) is var ordinal and > 0 && !(folded[at - 1] is '前' or '其' or '老' or '周' or '初' or '头' or '号' or '图' or '表' && !IsOrdinalPrefix(folded, at, number, ordinal))) return false;
        if (number.Value == 0 && !number.IsArabic) return false;
        // The rest of a number that a line break cuts.
        if (at - 2 >= paragraph.Start && folded[at - 1] == '\n' && NumeralReader.IsChinese(folded[at - 2]) && !number.IsArabic) return false;
        if (number.Value == 1 && !number.IsArabic && at > paragraph.Start && folded[at - 1] is '每' or '任' or '另' or '同' or '这' or '那' or '某') return false;
        // 第四、五次, 第185—192页: the ordinal speaks for the next number too.
        if (at - 3 >= paragraph.Start && folded[at - 1] is '、' or '至' or '到' or '-' or '—' or '–' or '~' && folded[Math.Max(paragraph.Start, at - 6)..at].Contains('第')) return false;
        // 03-1组: a code.
        if (number.IsArabic && number.Length > 1 && folded[at] == '0' && folded[at + 1] != '.') return false;
        var end = at + number.Length;
        var (upper, upperRead) = ReadRange(folded, ref end, number);
        var prefix = ReadPrefix(folded, from, at, number, out var about);
        var approximation = about != Approximation.None ? about : number.Approximation;
        var unitStart = end;
        while (unitStart < folded.Length && unitStart - end < 2 && folded[unitStart] == ' ') unitStart++;
        var unit = UnitTable.LengthAt(folded, unitStart);
        if (unit == 0 && unitStart > end) unitStart = end;
        if (unit == 0) return TryBare(folded, from, at, prefix, end, number, upper, approximation, out figure);
        if (unitStart + unit > limit && limit > at) return false;
        var unitWord = folded.Slice(unitStart, unit);
        // 十九大, 二十届; 1955次列车
        if (unitWord is "大" && (number.IsArabic || number.Value > 10) || unitWord is "次" && Trains.StartingAt(folded, unitStart + 1) > 0) return false;
        var kind = UnitTable.KindOf(unitWord);
        if (IsTrap(folded, paragraph, at, number, upperRead, unitStart, unitWord, kind, approximation)) return false;
        var rule = number.IsArabic ? "numeral-unit" : "chinese-numeral-unit";
        if (unitWord.Contains('半') && kind == FigureKind.Duration) number = number with { Value = number.Value + 0.5m };
        if (unitWord.Contains('多') || unitWord is "月余") approximation = approximation == Approximation.None ? Approximation.More : approximation;
        if (unitWord is "成" or "成半") { number = number with { Value = (number.Value + (unit == 2 ? 0.5m : 0)) / 10 }; upper /= 10; }
        figure = Finish(folded, from, at, end, unitStart + unit, kind, number.Value, upper, approximation, text.Text.Substring(unitStart, unit), rule, prefix);
        if (number.Value == 1 && !number.IsArabic && upper is null && figure.Approximation == Approximation.None && kind is FigureKind.Count && figure.Noun.Length == 0) return false;
        // 两面, 三口: small numbers with a weak unit and no noun.
        return !(UnitTable.IsWeak(unitWord) && !number.IsArabic && number.Value < 20 && figure.Noun.Length == 0);
    }

    private static bool IsOrdinalPrefix(ReadOnlySpan<char> folded, int at, Numeral number, int length) => folded[at - 1] switch
    {
        '前' or '头' => false,                                                    // 前三名 ranks, 前20年 lasts: both count
        '其' => at - 2 < 0 || folded[at - 2] is '。' or '\n' or ',' || !number.IsArabic,
        '初' or '老' => !number.IsArabic && number.Length == 1 && !(at > 1 && CharacterClass.IsHan(folded[at - 2]) && folded[at - 1] == '初'),
        '周' => !number.IsArabic && number.Length == 1,
        '号' => number.IsArabic && !(at > 1 && folded[at - 2] == '称'),                // 称号6人次
        '图' or '表' => number.IsArabic,
        _ => length > 0,
    };

    // 70至79周岁, 5～10公里, 455年到470年
    private static (decimal? Upper, bool Read) ReadRange(ReadOnlySpan<char> folded, ref int end, Numeral number)
    {
        var i = end;
        if (number.Upper is not null || i >= folded.Length) return (number.Upper, false);
        var first = folded[i] is '至' or '到' or '-' or '~' or '～' or '—' or '–' or '─' ? 0 : UnitTable.LengthAt(folded, i);
        if (first > 4) first = 0;
        i += first;
        if (i >= folded.Length || folded[i] is not ('至' or '到' or '-' or '~' or '～' or '—' or '–' or '─')) return (null, false);
        var gap = folded[i] == '—' && i + 1 < folded.Length && folded[i + 1] == '—' ? 2 : 1;
        if (!NumeralReader.TryRead(folded, i + gap, out var second) || second.IsArabic != number.IsArabic || second.Value <= 0) return (null, false);
        var after = i + gap + second.Length;
        var unit = UnitTable.LengthAt(folded, after);
        if (unit == 0 || first > 0 && !folded.Slice(after, unit).SequenceEqual(folded.Slice(end, first)) || second.Value < number.Value && second.Value >= 1 && second.Length >= number.Length && number.IsArabic && first > 0) return (null, false);
        end = after;
        return (second.Value, true);
    }

    private static int ReadPrefix(ReadOnlySpan<char> folded, int from, int at, Numeral number, out Approximation approximation)
    {
        var before = folded[from..at];
        approximation = Approximation.None;
        int length;
        if (NotNear.EndingAt(before, before.Length) > 0) return 0;
        if ((length = AtMost.EndingAt(before, before.Length)) > 0) approximation = Approximation.AtMost;
        else if ((length = AtLeast.EndingAt(before, before.Length)) > 0) approximation = Approximation.AtLeast;
        else if ((length = Nearly.EndingAt(before, before.Length)) > 0) approximation = Approximation.Nearly;
        else if ((length = About.EndingAt(before, before.Length)) > 0) approximation = Approximation.About;
        else if ((length = More.EndingAt(before, before.Length)) > 0) approximation = Approximation.More;
        // 上百人, 成千: only before a scale.
        else if (before.Length > 0 && before[^1] is '上' or '过' && NumeralReader.Scale(folded[at]) >= (before[^1] == '上' ? 10 : 100) && number.Length <= 2 && !(before.Length > 1 && before[^2] is '以' or '路' or '网' or '线' or '手' or '身' or '早' or '晚' or '经' or '通'))
            (length, approximation) = (1, Approximation.More);
        return length;
    }

    // A scale alone (百姓, 万家) is a number only when it says to be approximate: 上百名, 百余人.
    private bool IsTrap(ReadOnlySpan<char> folded, TextSpan paragraph, int at, Numeral number, bool isRange, int unitStart, ReadOnlySpan<char> unit, FigureKind kind, Approximation approximation)
    {
        if (IsNamedAfter(folded, number, unitStart, unit)) return true;
        if (number.IsArabic)
        {
            return kind == FigureKind.Count && unit is "点" or "起" or "出" && at > 0 && folded[at - 1] == '.' || kind == FigureKind.Count && approximation == Approximation.None && IsQuotedLabel(at, true) || unit is "级" or "版" or "款" && number.Length == 4 && number.IsPositional
                || unit is "班" or "版" or "层" or "大" or "国" or "号" or "校" or "县" or "市" or "省" or "镇" or "车" or "船" or "通" or "出" or "起" && number.Value < 1000 && unit is not ("省" or "市" or "县" or "国" or "镇" or "校" or "层" or "起") || char.IsAsciiLetter(unit[^1]) && unitStart + unit.Length < folded.Length && char.IsAsciiLetterOrDigit(folded[unitStart + unit.Length]);
        }
        if (NumeralReader.Scale(folded[at]) >= 100 && number.Length == 1 && approximation == Approximation.None) return true;
        if (number.IsPositional && !(number.Length >= 3 && folded.Slice(at, number.Length).ContainsAny("零〇"))) return true;
        var small = number.Length == 1 && !isRange;
        if (number.Value == 1 && small && approximation == Approximation.None && (kind is FigureKind.Count or FigureKind.Time || unit is "年" or "天" or "夜" or "周" or "载" or "里" or "方" or "度" or "安" or "卡" or "兆" or "帕" or "码" or "担" or "尺" or "寸" or "丈" or "钱" or "两" or "岁" or "世纪" or "角" or "瓦" or "伏" or "成" or "整年" or "整天" or "个晚上" or "个夜晚" or "周年" or "分米" or "秒" or "季度" or "昼夜" or "公分" or "元" or "个世纪" or "年半" or "克" or "斤" or "升"))
            return !(unit is "年半" || kind != FigureKind.Count && unit is "元" or "斤" or "克" or "升" or "尺" or "寸" or "丈" or "亩" or "周年" && !IsInsideWord(folded, paragraph, at, unitStart + unit.Length));
        if (kind == FigureKind.Proportion && (at > 0 && folded[at - 1] is not ('近' or '约' or '超' or '过' or '有' or '的' or '占' or '了' or '到' or '足' or '达' or '至' or '出' or '降' or '长' or '少' or '跌' or '升' or '加' or '高' or '减' or '多' or '低') && CharacterClass.IsHan(folded[at - 1]) || unitStart + 1 < folded.Length && folded[unitStart + 1] is '立' or '就' or '果' or '为' or '群' or '功' or '本' or '长' or '员' or '不' or '套' or '形' or '熟' && number.Length == 1 && folded[unitStart + 1] is not '不')) return true;
        if (unit is "钱" or "两" or "卡" or "度" or "方" or "里" or "安" or "丈" or "码" or "帕" or "伏" or "角" && number.Value < 10 && unitStart + 1 < folded.Length && CharacterClass.IsHan(folded[unitStart + 1]) && unit is not ("里" or "两")) return true;
        if (kind == FigureKind.Count && approximation == Approximation.None && IsQuotedLabel(at, false)) return true;
        var start = Math.Max(paragraph.Start, at - 2);
        for (var s = start; s <= at; s++)
            if (Labels.StartingAt(folded, s) is var label and > 0 && s + label > at) return true;
        return IsInsideWord(folded, paragraph, at, unitStart + unit.Length);
    }

    // 1905班, 2022/2023年会, 2022国际论坛, 二期工程: the number is part of a name.
    private static bool IsNamedAfter(ReadOnlySpan<char> folded, Numeral number, int unitStart, ReadOnlySpan<char> unit)
    {
        var after = folded[(unitStart + unit.Length)..];
        return unit switch
        {
            "班" or "届" => number.IsArabic && number.Length >= 3,
            "年" => number.IsArabic && number.IsPositional && number.Length == 4 && number.Value is >= 1900 and <= 2100,
            "国" => after.Length > 0 && after[0] is '际' or '内' or '家' or '务' or '产',
            "期" => number.Value < 20 && Works.StartingAt(after, 0) > 0,
            _ => false,
        };
    }

    // The words around a Chinese number: none may begin before it (统一个) or go on behind its unit (三天两头), but for what counts (数十, 近百).
    private bool IsInsideWord(ReadOnlySpan<char> folded, TextSpan paragraph, int at, int end)
    {
        var start = at;
        while (start > paragraph.Start && at - start < 6 && CharacterClass.IsHan(folded[start - 1])) start--;
        var stop = end;
        while (stop < folded.Length && stop - end < 6 && CharacterClass.IsHan(folded[stop])) stop++;
        var window = folded[start..stop];
        var count = WordSegmenter.Default.Segment(window, _words);
        for (var i = 0; i < count; i++)
        {
            var word = TextSpan.FromBounds(start + _words[i].Start, start + _words[i].End);
            if (word.End <= at || word.Start >= end) continue;
            var tag = WordDictionary.Default.TagOf(folded[word.Start..word.End]);
            if (word.Start < at && !(tag.StartsWith('m') || folded[word.Start] is '近' or '上' or '数' or '这' or '那' or '每' or '约' or '共' or '各' or '前' or '后' or '仅' or '只' or '达' or '有' or '过' or '不' or '另' or '头')) return true;
            if (word.Start == at && word.End > end && !(word.End == end + 1 && !tag.StartsWith("ns") && !UnitTable.IsWeak(folded.Slice(end - 1, 1))) && !(tag is "m" or "mq" or "t" or "q" || tag.Length == 0)) return true;
        }
        return false;
    }

    // “两个维护”, “三签一公开”: a short name in marks that begins with a number counts nothing.
    private bool IsQuotedLabel(int at, bool arabic)
    {
        while (_mark < marks.Count && marks[_mark].Content.Start < at - 24) _mark++;
        for (var i = _mark; i < marks.Count && marks[i].Content.Start <= at; i++)
        {
            var content = marks[i].Content;
            if (!content.Contains(at) || marks[i].IsTitle && arabic) continue;
            if (marks[i].IsTitle) return true;
            if (content.Length is > 0 and <= 18 && !_folded.AsSpan(content.Start, content.Length).ContainsAny("。!?") && !(arabic && content.Length > 8) && (content.Length <= 10 || !_folded.AsSpan(content.Start, content.Length).Contains(','))) return true;
        }
        return false;
    }

    // No unit: only what nothing else can be, a decimal or a number with a scale (由0.43提高到0.61, 3.6万), or one with a noun behind it (200余高校).
    private bool TryBare(ReadOnlySpan<char> folded, int from, int at, int prefix, int end, Numeral number, decimal? upper, Approximation approximation, out Figure figure)
    {
        figure = null!;
        if (IsQuotedLabel(at, number.IsArabic)) return false;
        var isScaled = number.IsArabic && number.Length > 1 && NumeralReader.Scale(folded[end - 1]) >= 10_000;
        var isDecimal = number.IsArabic && number.Value != decimal.Truncate(number.Value);
        if (isDecimal && at > 0 && folded[at - 1] is '(' or '第' or '\n' or '。' or '-' or '/') return false;
        if (number.Approximation == Approximation.None && !isScaled && !isDecimal) return false;
        if (!number.IsArabic && number.Length < 2) return false;
        var candidate = Finish(folded, from, at, end, end, FigureKind.Count, number.Value, upper, approximation, "", "bare-number", prefix);
        if (!isScaled && !isDecimal && candidate.Noun.Length == 0) return false;
        if (isDecimal && candidate.Noun.Length == 0 && end < folded.Length && (folded[end] is '版' or '节' || char.IsAsciiLetterOrDigit(folded[end]) || folded[end] == '.')) return false;
        figure = candidate;
        return true;
    }

    private Figure Finish(ReadOnlySpan<char> folded, int from, int at, int numberEnd, int end, FigureKind kind, decimal value, decimal? upper, Approximation approximation, string unit, string rule, int prefix = -1)
    {
        if (prefix < 0)
        {
            prefix = ReadPrefix(folded, from, at, default, out var before);
            if (before != Approximation.None) approximation = before;
        }
        var suffix = Suffixes.StartingAt(folded, end);
        if (suffix > 0 && (suffix > 1 || kind is FigureKind.Duration or FigureKind.Measure or FigureKind.Money or FigureKind.Proportion or FigureKind.Percent && !(end + 1 < folded.Length && folded[end + 1] is '年' or '次' or '数' or '少' or '么')))
        {
            var word = folded.Slice(end, suffix);
            if (!(word is "上下" && end + 2 < folded.Length && folded[end + 2] is '游' or '级') && !(word is "不到" or "许"))
            {
                if (approximation is Approximation.None or Approximation.About) approximation = word switch { "以上" or "开外" => Approximation.AtLeast, "以下" or "以内" or "之内" => Approximation.AtMost, "左右" or "上下" => Approximation.About, "以内的" => Approximation.AtMost, "之多" or "不等" => approximation, _ => Approximation.More };
                end += word is "以内的" ? 2 : suffix;
            }
        }
        // 一米宽, 三尺高
        if (kind == FigureKind.Measure && Lengths.Contains(unit) && end < folded.Length && folded[end] is '宽' or '高' or '长' or '深' or '厚' or '重' or '远' && !(end + 1 < folded.Length && folded[end + 1] is '度' or '期' or '大' or '要' or '新' or '点' or '达' or '于' or '过' or '出' or '江' or '速')) end++;
        var noun = kind is FigureKind.Count || kind is FigureKind.Measure && unit is "亩" or "公顷" or "吨" or "公斤" or "斤" or "克" or "千克" or "升" or "万亩" or "立方米" or "公里" ? NounReader.Read(folded, end, unit, _words) : 0;
        var span = TextSpan.FromBounds(at - prefix, end + noun);
        return new Figure
        {
            Id = "",
            Span = span,
            Text = span.In(text.Text),
            Kind = kind,
            Value = value,
            Upper = upper,
            Approximation = approximation,
            Unit = unit,
            Noun = text.Text.Substring(end, noun),
            Change = Direction(folded[from..(at - prefix)]),
            Rule = rule,
        };
    }

    private static ChangeDirection Direction(ReadOnlySpan<char> before)
    {
        var bare = before.TrimEnd(' ');
        return Ups.EndingAt(bare, bare.Length) > 0 ? ChangeDirection.Up : Downs.EndingAt(bare, bare.Length) > 0 ? ChangeDirection.Down : ChangeDirection.None;
    }
}
