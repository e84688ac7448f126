// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Figures;

// Reads one date expression at a place of a folded text. What a text leaves out it takes from before: the year of 7月20日 is that of the date
// before it in the paragraph, else that of the document; the month of 15日 is that of the date before it.
internal ref struct DateReader(ReadOnlySpan<char> text, DateOnly? today)
{
    private static readonly PhraseTable Festivals = new("除夕 春节 元宵节 元宵 端午 端午节 中秋 中秋节 重阳 重阳节 七夕 清明 清明节 元旦 国庆节 国庆 劳动节 建军节 儿童节 妇女节 教师节 青年节 大年三十 大年初一 大年夜");
    private static readonly PhraseTable Near = new("近日 日前 近期 最近 不久前 前不久 近来 前些天 这几天 前几天 近几天 近些天");
    private static readonly PhraseTable NearYears = new("近年来 近年 近几年 近几年来 近些年 近些年来 前些年 这些年来 这几年来");
    private static readonly PhraseTable MonthPart = new("上旬 中旬 下旬 初 底 末 中");

    private readonly ReadOnlySpan<char> _text = text;
    private int? _year = today?.Year;
    private int? _month = today?.Month;

    /// <summary>A new paragraph takes nothing from the one before.</summary>
    public void Forget() => (_year, _month) = (today?.Year, today?.Month);

    public bool TryRead(int at, out int length, out DateValue value, out DateForm form, out string rule)
    {
        (length, value, form, rule) = (0, DateValue.Unknown, DateForm.Calendar, "");
        var c = _text[at];
        var read = c switch
        {
            _ when NumeralReader.IsDigit(c) => TryNumbers(at, out length, out value, out form, out rule),
            '前' or '近' or '日' or '最' or '不' or '这' => TryNear(at, out length, out value, out form, out rule) || c == '前' && TryRelative(at, out length, out value, out form, out rule),
            '今' or '去' or '明' or '昨' or '后' or '当' or '本' or '上' or '下' or '次' or '翌' or '同' or '年' or '月' => TryRelative(at, out length, out value, out form, out rule) || TryWeekday(at, out length, out value, out form, out rule),
            '周' or '星' or '礼' => TryWeekday(at, out length, out value, out form, out rule),
            '农' or '正' or '腊' or '冬' or '初' or '闰' => TryLunar(at, out length, out value, out form, out rule),
            '民' or '公' => TryYear(at, out length, out value, out form, out rule),
            _ when NumeralReader.IsChinese(c) => TryNumbers(at, out length, out value, out form, out rule),
            _ => false,
        };
        if (!read && (c is '除' or '春' or '元' or '端' or '中' or '重' or '七' or '清' or '国' or '劳' or '建' or '儿' or '妇' or '教' or '青' or '大')) read = TryFestival(at, out length, out value, out form, out rule);
        if (!read) return false;
        TryJoin(at, ref length, ref value, ref form);
        return true;
    }

    // 2019年4月1日至10月31日, 1月至2月, 2012—2022年: a stretch is one date.
    private void TryJoin(int at, ref int length, ref DateValue value, ref DateForm form)
    {
        var end = at + length;
        if (end + 1 >= _text.Length || form is not (DateForm.Calendar or DateForm.Partial or DateForm.Relative)) return;
        var gap = _text[end] is '至' or '到' or '-' or '~' or '～' or '–' or '─' ? 1 : _text[end] == '—' ? _text[end + 1] == '—' ? 2 : 1 : 0;
        if (gap == 0 || end + gap >= _text.Length || !(NumeralReader.IsDigit(_text[end + gap]) || NumeralReader.IsChinese(_text[end + gap]) || _text[end + gap] is '今' or '次' or '翌' or '明' or '年' or '月')) return;
        var saved = (_year, _month);
        var read = NumeralReader.IsDigit(_text[end + gap]) || NumeralReader.IsChinese(_text[end + gap])
            ? TryNumbers(end + gap, out var second, out var to, out var toForm, out _)
            : TryRelative(end + gap, out second, out to, out toForm, out _);
        if (!read || toForm is not (DateForm.Calendar or DateForm.Partial or DateForm.Relative)) { (_year, _month) = saved; return; }
        length += gap + second;
        value = DateValue.Between(value, to);
    }

    private bool TryNumbers(int at, out int length, out DateValue value, out DateForm form, out string rule)
    {
        (form, rule) = (DateForm.Calendar, "date");
        if (TryYear(at, out length, out value, out form, out rule)) return true;
        (form, rule) = (DateForm.Partial, "month-day");
        if (!TrySmall(at, out var number, out var digits) || at + digits >= _text.Length) return false;
        if (at > 0 && (NumeralReader.IsDigit(_text[at - 1]) || _text[at - 1] is '.' or '第' or '个' or '几' or '每' || NumeralReader.IsChinese(_text[at - 1]) || char.IsAsciiLetter(_text[at - 1]))) return false;
        var next = at + digits;
        if (_text[next] == '月' && number is >= 1 and <= 12)
        {
            length = digits + 1;
            ReadAfterMonth(at, number, ref length, out value, out rule);
            return true;
        }
        // 〔2019〕14号 is a number of a paper.
        if (_text[next] == '号' && at > 0 && _text[at - 1] is '〕' or ']' or ')' or '】') return false;
        // 15日: a day of the month before it. Chinese numbers count days (三日) more often than they name one.
        if (_text[next] is '日' or '号' && number is >= 1 and <= 31 && (NumeralReader.IsDigit(_text[at]) && (_text[next] == '日' || EndsHere(next + 1)) || digits >= 2 && _text[next] is '日' or '号' && EndsHere(next + 1)))
        {
            if (next + 1 < _text.Length && _text[next + 1] is '楼' or '线' or '院' or '文' or '令' or '船' or '井' or '桥' or '路' or '车' or '店' or '房' or '床' or '机') return false;
            length = digits + 1;
            // 每月十五号 comes again and again.
            value = at > 1 && _text[at - 1] == '月' ? DateValue.Unknown : _month is { } month ? DateValue.Day(_year, month, number) : DateValue.Unknown;
            rule = "day";
            return true;
        }
        // 2023-07-20, 2023.7.20 are years; 上世纪八十年代 and 八十年代 are decades.
        return TryDecade(at, number, next, ref length, ref value, ref form, ref rule);
    }

    private readonly bool EndsHere(int at) => at >= _text.Length || !Normalization.CharacterClass.IsHan(_text[at]) || "前在公之后起至到的上下凌晨早晚夜中,".Contains(_text[at]);

    private bool TryDecade(int at, int number, int next, ref int length, ref DateValue value, ref DateForm form, ref string rule)
    {
        if (_text[next..].StartsWith("年代") && number is >= 10 and <= 90 && number % 10 == 0)
        {
            (length, form, rule) = (next - at + 2, DateForm.Era, "decade");
            value = new DateValue(number >= 30 ? $"19{number / 10}X" : $"20{number / 10}X", new DateOnly((number >= 30 ? 1900 : 2000) + number, 1, 1), new DateOnly((number >= 30 ? 1900 : 2000) + number + 9, 12, 31));
            return true;
        }
        if (_text[next..].StartsWith("世纪") && number is >= 1 and <= 21 && !_text[at..].StartsWith("一世纪"))
        {
            (length, form, rule) = (next - at + 2, DateForm.Era, "century");
            var century = (number - 1) * 100;
            value = new DateValue($"{number - 1:00}XX", century > 0 ? new DateOnly(century, 1, 1) : null, new DateOnly(century + 99, 12, 31));
            ReadDecade(at, century, ref length, ref value);
            return true;
        }
        return false;
    }

    // 20世纪|80年代, 上世纪|末
    private readonly void ReadDecade(int at, int century, ref int length, ref DateValue value)
    {
        var after = at + length;
        if (after < _text.Length && TrySmall(after, out var tens, out var taken) && tens is >= 10 and <= 90 && tens % 10 == 0 && _text[(after + taken)..].StartsWith("年代"))
        {
            length += taken + 2;
            value = new DateValue($"{(century + tens) / 10}X", new DateOnly(century + tens, 1, 1), new DateOnly(century + tens + 9, 12, 31));
        }
        after = at + length;
        if (after + 1 < _text.Length && _text[after..].StartsWith("初期") || after + 1 < _text.Length && _text[after..].StartsWith("中期") || after + 1 < _text.Length && _text[after..].StartsWith("末期") || after + 1 < _text.Length && _text[after..].StartsWith("中叶")) length += 2;
        else if (after < _text.Length && _text[after] is '初' or '末') length++;
    }

    private bool TryYear(int at, out int length, out DateValue value, out DateForm form, out string rule)
    {
        (length, value, form, rule) = (0, DateValue.Unknown, DateForm.Calendar, "date");
        if (at > 0 && (NumeralReader.IsDigit(_text[at - 1]) || char.IsAsciiLetter(_text[at - 1]) || _text[at - 1] is '.' or '-' or '/' && at > 1 && NumeralReader.IsDigit(_text[at - 2]))) return false;
        if (_text[at..].StartsWith("民国")) return TryRepublic(at, out length, out value, out rule);
        var negative = false;
        var i = at;
        if (_text[at..].StartsWith("公元前")) { negative = true; i += 3; }
        else if (_text[at..].StartsWith("公元")) i += 2;
        else if (_text[at] is '民' or '公') return false;
        if (DateText.TryReadStart(_text[i..], out var date, out var full) && !negative)
        {
            length = i - at + full;
            value = date is { } day ? DateValue.Day(day) : DateValue.Unknown;
            if (date is { } known) (_year, _month) = (known.Year, known.Month);
            return true;
        }
        int year = 0, digits = 0;
        for (; i + digits < _text.Length && digits < 5; digits++)
        {
            var digit = NumeralReader.IsDigit(_text[i + digits]) ? _text[i + digits] - '0' : NumeralReader.Digit(_text[i + digits]);
            if (digit < 0 || _text[i + digits] == '两') break;
            year = year * 10 + digit;
        }
        var next = i + digits;
        if (next >= _text.Length) return false;
        // 2012—2022年, 2019至2021年: the first year leaves 年 to the second.
        var early = digits == 4 && year is >= 1000 and <= 2100 && _text[next] is '-' or '—' or '至' or '到' or '~' && next + 4 < _text.Length && IsFourDigitYear(next + 1);
        if (early) { length = next - at; value = DateValue.Year(year); _year = year; return true; }
        if (_text[next] != '年') return false;
        if (!(digits == 4 && year is >= 1000 and <= 2999 || i > at && digits > 0 || digits == 2 && IsShortYear(i, next))) return false;
        if (digits == 2) year += year > 30 ? 1900 : 2000;
        // 1050年 is more often a length of time.
        if (digits == 4 && year < 1300 && i == at && NumeralReader.IsDigit(_text[i]) && !(at > 0 && _text[at - 1] is '在' or '于' or '自' or '从' or '(')) return false;
        // 2000年来, 1000多年 are no dates; 年代, 年级, 年度 go on.
        if (next + 1 < _text.Length && _text[next + 1] is '级') return false;
        length = next + 1 - at;
        if (negative) { value = new DateValue($"-{year - 1:0000}", null, null); return true; }
        var before = _year;
        _year = year;
        value = DateValue.Year(year);
        ReadAfterYear(at, year, ref length, ref value, ref rule);
        if (IsSince(at + length)) _year = before;
        return true;
    }

    // 去年以来 reaches to today: a month told after it is not of that year.
    private readonly bool IsSince(int end) => end <= _text.Length && (_text[end..].StartsWith("以来") || _text[end..].StartsWith("至今"));

    private readonly bool IsFourDigitYear(int at)
    {
        if (_text[at] == '—') at++;
        if (at + 4 >= _text.Length) return false;
        for (var k = 0; k < 4; k++)
            if (!NumeralReader.IsDigit(_text[at + k]) && NumeralReader.Digit(_text[at + k]) < 0) return false;
        return _text[at + 4] == '年';
    }

    // 98年6月, 08年春: two digits name a year only with more behind them.
    private readonly bool IsShortYear(int start, int next) =>
        next + 2 < _text.Length && (TrySmall(next + 1, out var month, out var taken) && month is >= 1 and <= 12 && next + 1 + taken < _text.Length && _text[next + 1 + taken] == '月') && _text[start] != '十';

    private bool TryRepublic(int at, out int length, out DateValue value, out string rule)
    {
        (length, value, rule) = (0, DateValue.Unknown, "republic-year");
        if (!TrySmall(at + 2, out var number, out var taken) || at + 2 + taken >= _text.Length || _text[at + 2 + taken] != '年' || number > 120) return false;
        length = 3 + taken;
        _year = number + 1911;
        value = DateValue.Year(number + 1911);
        ReadAfterYear(at, number + 1911, ref length, ref value, ref rule);
        return true;
    }

    // What follows a year: a month, a season, a part of the year.
    private void ReadAfterYear(int at, int? year, ref int length, ref DateValue value, ref string rule)
    {
        var next = at + length;
        if (next >= _text.Length) return;
        if (_text[next] == '的' && next + 2 < _text.Length && _text[next + 2] is '天' or '季' && Season(_text[next + 1]) > 0) { (length, value, rule) = (length + 3, DateValue.Season(year, Season(_text[next + 1])), "season"); return; }
        if (TrySmall(next, out var month, out var taken) && month is >= 1 and <= 12 && next + taken < _text.Length && _text[next + taken] == '月')
        {
            length += taken + 1;
            ReadAfterMonth(at, month, ref length, out value, out rule, year);
            return;
        }
        if (Season(_text[next]) is var season and > 0 && (next + 1 >= _text.Length || _text[next + 1] is '天' or '季' || !Normalization.CharacterClass.IsHan(_text[next + 1])))
        {
            length += next + 1 < _text.Length && _text[next + 1] is '天' or '季' ? 2 : 1;
            (value, rule) = (DateValue.Season(year, season), "season");
            return;
        }
        // 去年11月3日 was above; 去年底, 今年初, 今年上半年
        if (_text[next..].StartsWith("上半年")) (length, value) = (length + 3, Half(year, 1));
        else if (_text[next..].StartsWith("下半年")) (length, value) = (length + 3, Half(year, 7));
        else if (_text[next..].StartsWith("年初") || _text[next..].StartsWith("年底") || _text[next..].StartsWith("年末") || _text[next..].StartsWith("年中")) length += 2;
        else if (_text[next] is '初' or '底' or '末' && !_text[next..].StartsWith("初步") && !_text[next..].StartsWith("初中"))
        {
            value = year is { } y ? DateValue.Month(y, _text[next] == '初' ? 1 : 12) : value;
            length++;
        }
        else if (_text[next] == '度') length++;
    }

    private static DateValue Half(int? year, int month) => year is { } y ? DateValue.Between(DateValue.Month(y, month), DateValue.Month(y, month + 5)) : DateValue.Unknown;

    private static int Season(char c) => c switch { '春' => 1, '夏' => 2, '秋' => 3, '冬' => 4, _ => 0 };

    private void ReadAfterMonth(int at, int month, ref int length, out DateValue value, out string rule, int? year = null)
    {
        year ??= _year;
        _month = month;
        if (year is not null) _year = year;
        var next = at + length;
        (value, rule) = (DateValue.Month(year, month), "month");
        if (next >= _text.Length) return;
        var start = next;
        while (start < _text.Length && _text[start] == ' ') start++;
        if (TrySmall(start, out var day, out var taken) && day is >= 1 and <= 31 && start + taken < _text.Length && _text[start + taken] is '日' or '号')
        {
            length = start + taken + 1 - at;
            (value, rule) = (DateValue.Day(year, month, day), "month-day");
            return;
        }
        // 7月20至25日: the first day leaves 日 to the second.
        if (day is >= 1 and <= 31 && start + taken + 1 < _text.Length && _text[start + taken] is '至' or '到' or '-' or '—' or '~' or '、' && TrySmall(start + taken + 1, out var to, out var more) && start + taken + 1 + more < _text.Length && _text[start + taken + 1 + more] is '日' or '号' && to > day && _text[start + taken] != '、')
        {
            length = start + taken + 1 + more + 1 - at;
            (value, rule) = (DateValue.Between(DateValue.Day(year, month, day), DateValue.Day(year, month, to)), "days");
            return;
        }
        if (_text[next] == '份') { length++; return; }
        switch (MonthPart.StartingAt(_text, next))
        {
            case 2:
                var third = "上中下".IndexOf(_text[next]);
                length += 2;
                value = DateValue.PartOfMonth(year, month, 10 * third + 1, third == 2 ? 31 : 10 * third + 10);
                break;
            case 1 when _text[next] != '中' && !_text[next..].StartsWith("初步"):
                value = _text[next] == '初' ? DateValue.PartOfMonth(year, month, 1, 10) : DateValue.PartOfMonth(year, month, 21, 31);
                length++;
                break;
        }
    }

    private bool TryNear(int at, out int length, out DateValue value, out DateForm form, out string rule)
    {
        (value, form, rule) = (DateValue.Unknown, DateForm.Relative, "near");
        length = NearYears.StartingAt(_text, at);
        if (length > 0) { if (today is { } t && t.Year > 3) value = new DateValue($"{t.Year - 3:0000}~/{t.Year:0000}", null, null); return true; }
        length = Near.StartingAt(_text, at);
        // 最近的村子 is a distance, and 目前最近.
        if (length == 0 || _text[at] == '最' && at + 2 < _text.Length && _text[at + 2] == '的' || _text[at] == '日' && at > 0 && (NumeralReader.IsDigit(_text[at - 1]) || NumeralReader.IsChinese(_text[at - 1]) || _text[at - 1] is '节' or '生' or '假' or '今' or '昨' or '明' or '当' or '往' or '近' or '工' or '作' or '几' or '翌' or '次')) return false;
        if (today is { } day) value = DateValue.About(day);
        return true;
    }

    private bool TryRelative(int at, out int length, out DateValue value, out DateForm form, out string rule)
    {
        (length, value, form, rule) = (0, DateValue.Unknown, DateForm.Relative, "relative");
        var rest = _text[at..];
        if (rest.StartsWith("上世纪") || rest.StartsWith("本世纪") || rest.StartsWith("上个世纪"))
        {
            (length, form, rule) = (rest[1] == '个' ? 4 : 3, DateForm.Era, "century");
            var century = today is { } t0 ? t0.Year / 100 * 100 - (rest[0] == '上' ? 100 : 0) : 1900;
            if (today is not null && century > 0 || rest[0] == '上') value = new DateValue($"{century / 100:00}XX", new DateOnly(Math.Max(1, century), 1, 1), new DateOnly(century + 99, 12, 31));
            if (century > 0) ReadDecade(at, century, ref length, ref value);
            return true;
        }
        var (word, years, months, days) = RelativeWords.At(rest);
        if (word == 0) return false;
        length = word;
        if (years is { } y)
        {
            var year = today is { } t ? t.Year + y : (int?)null;
            if (year is < 1 or > 9999) year = null;
            if (year is { } known) value = DateValue.Year(known);
            var before = _year;
            _year = year;
            ReadAfterYear(at, year, ref length, ref value, ref rule);
            if (length == word && rest[..word] is "年底" or "年末" or "年初" or "年中" && year is { } end) value = DateValue.Month(end, rest[1] == '初' ? 1 : rest[1] == '中' ? 6 : 12);
            if (length == word && rest[..word] is "上半年" or "下半年") value = Half(year, rest[0] == '上' ? 1 : 7);
            if (year is null || IsSince(at + length)) _year = before;
            rule = "relative-year";
            return true;
        }
        if (months is { } m)
        {
            rule = "relative-month";
            if (today is not { } t) { _month = null; return true; }
            if (t.Year is < 2 or > 9998) return true;
            var month = t.AddMonths(m);
            var (year, number) = (month.Year, month.Month);
            value = DateValue.Month(year, number);
            (_year, _month) = (year, number);
            var next = at + length;
            if (next < _text.Length && TrySmall(next, out var day, out var taken) && next + taken < _text.Length && _text[next + taken] is '日' or '号') (length, value) = (length + taken + 1, DateValue.Day(year, number, day));
            else if (next < _text.Length && _text[next] is '初' or '底' or '末' && !_text[next..].StartsWith("初步")) (length, value) = (length + 1, _text[next] == '初' ? DateValue.PartOfMonth(year, number, 1, 10) : DateValue.PartOfMonth(year, number, 21, 31));
            return true;
        }
        rule = "relative-day";
        if (days is { } d && today is { } now && now.Year is > 1 and < 9999) value = DateValue.Day(now.AddDays(d));
        return true;
    }

    private readonly bool TryWeekday(int at, out int length, out DateValue value, out DateForm form, out string rule)
    {
        (length, value, form, rule) = (0, DateValue.Unknown, DateForm.Weekday, "weekday");
        var i = at;
        var week = _text[i] switch { '上' => -7, '下' => 7, '本' => 0, _ => (int?)null };
        if (week is not null) i++;
        if (i < _text.Length && week is not null && _text[i] == '个') i++;
        var word = _text[i..].StartsWith("星期") || _text[i..].StartsWith("礼拜") ? 2 : i < _text.Length && _text[i] == '周' ? 1 : 0;
        if (word == 0 || word == 1 && week is null && at > 0 && Normalization.CharacterClass.IsHan(_text[at - 1]) && _text[at - 1] is not ('在' or '到' or '至' or '每' or '日' or '于' or '是' or '逢')) return false;
        i += word;
        var day = i < _text.Length ? "一二三四五六日天末".IndexOf(_text[i]) : -1;
        if (day is 8) { if (week is null) return false; length = i + 1 - at; return true; }
        if (day < 0) { if (week is null || i < _text.Length && _text[i] is '刊' or '报' or '期' or '边' or '围' or '年' or '岁' or '转' or '身' or '全' or '密') return false; length = i - at; rule = "week"; }
        else
        {
            // 周一围: a number behind 周 counts only where a day may end. 周一 良 is a name.
            if (word == 1 && i + 1 < _text.Length && _text[i + 1] is '岁' or '年' or '围' or '良' or '鸣' or '恩' or '凡') return false;
            if (at > 0 && _text[at - 1] == '每') return false;
            length = i + 1 - at;
        }
        if (week is { } offset && today is { } now && now.Year is > 1 and < 9999)
        {
            var monday = now.AddDays(offset - ((int)now.DayOfWeek + 6) % 7);
            value = day < 0 ? DateValue.Between(monday, monday.AddDays(6)) : DateValue.Day(monday.AddDays(Math.Min(day, 6)));
        }
        return true;
    }

    private readonly bool TryLunar(int at, out int length, out DateValue value, out DateForm form, out string rule) =>
        LunarDates.TryRead(_text, at, _year, out length, out value, out form, out rule);

    private readonly bool TryFestival(int at, out int length, out DateValue value, out DateForm form, out string rule)
    {
        (length, value, form, rule) = (Festivals.StartingAt(_text, at), DateValue.Unknown, DateForm.Festival, "festival");
        if (length == 0) return false;
        var name = _text.Slice(at, length);
        // 清明 and 国庆 are also words and names; 中秋 and 元旦 are not.
        if (name is "清明" or "国庆" or "重阳" or "七夕" or "元宵" && at + length < _text.Length && _text[at + length] is not ('节' or '前' or '后' or '期' or '假' or '、' or ',' or '时' or '到' or '当' or '。' or '那')) return false;
        if (at > 0 && name is "国庆" or "清明" or "重阳" && Surnames.LengthAt(_text, at - 1) > 0) return false;
        value = LunarDates.Festival(name, _year);
        return true;
    }

    /// <summary>Reads 1 to 99 as it stands in a date: 7, 07, 十二, 廿三, 三十一.</summary>
    private readonly bool TrySmall(int at, out int number, out int length)
    {
        (number, length) = (0, 0);
        if (at >= _text.Length) return false;
        if (NumeralReader.IsDigit(_text[at]))
        {
            while (length < 3 && at + length < _text.Length && NumeralReader.IsDigit(_text[at + length])) number = number * 10 + (_text[at + length++] - '0');
            return length <= 2;
        }
        var units = 0;
        for (; length < 4 && at + length < _text.Length; length++)
        {
            var c = _text[at + length];
            if (c == '十') (number, units) = (number + Math.Max(units, 1) * 10, 0);
            else if (c is '廿' or '卅') number += c == '廿' ? 20 : 30;
            else if (c != '两' && NumeralReader.Digit(c) is var d and >= 0) units = units * 10 + d;
            else break;
        }
        number += units;
        return length > 0 && number < 100;
    }
}
