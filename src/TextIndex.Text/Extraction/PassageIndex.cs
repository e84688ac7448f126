// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Primitives;

namespace TextIndex.Extraction;

// Source texts in which passages of other texts are looked up. Marks and blanks are dropped, 地 and 得 are 的. Every four characters of the sources stand in
// a table of chains; a text asks for its own four at every place, and only where they are met a passage is grown to both sides, single changes allowed
// where equal characters stand beside them.
//   data := ("#" work "\t" chapter "\n" (line "\n")*)*      folded, UTF-8
internal sealed class PassageIndex
{
    private const int Gram = 4, LongestChain = 24;

    private static readonly Lazy<PassageIndex> Embedded = new(() => Parse(System.Text.Encoding.UTF8.GetString(EmbeddedData.Read("classics"))));

    private readonly string _raw;                 // the lines as they stand
    private readonly char[] _units;               // their characters, a barrier between two lines
    private readonly int[] _places;               // where each stands in _raw
    private readonly bool[] _begins;              // a clause begins here
    private readonly int[] _heads, _next;
    private readonly int _mask;
    private readonly List<(int From, string Work, string Chapter)> _chapters;

    private PassageIndex(string raw, List<char> units, List<int> places, List<bool> begins, List<(int From, string Work, string Chapter)> chapters)
    {
        _raw = raw;
        _units = [.. units];
        _places = [.. places];
        _begins = [.. begins];
        _chapters = chapters;
        var size = 1024;
        while (size < 2 * _units.Length) size *= 2;
        _mask = size - 1;
        _heads = new int[size];
        _next = new int[_units.Length];
        Array.Fill(_heads, -1);
        // From the end, so that a chain ascends.
        for (var i = _units.Length - Gram; i >= 0; i--)
        {
            if (_units.AsSpan(i, Gram).Contains('\n')) continue;
            var cell = Hash(_units, i) & _mask;
            _next[i] = _heads[cell];
            _heads[cell] = i;
        }
    }

    /// <summary>The classical texts of this assembly.</summary>
    public static PassageIndex Classics => Embedded.Value;

    /// <summary>A passage of a text that a source has too.</summary>
    /// <param name="Span">Where it stands in the text.</param>
    /// <param name="Work">The source.</param>
    /// <param name="Chapter">Its chapter; may be empty.</param>
    /// <param name="Original">What the source has.</param>
    /// <param name="Length">Characters that both hold.</param>
    /// <param name="Changed">How many of them differ.</param>
    /// <param name="Clauses">Whole clauses of the source inside.</param>
    internal readonly record struct Passage(TextSpan Span, string Work, string Chapter, string Original, int Length, int Changed, int Clauses);

    public static PassageIndex Parse(string data)
    {
        var (units, places, begins) = (new List<char>(data.Length), new List<int>(data.Length), new List<bool>(data.Length));
        var chapters = new List<(int From, string Work, string Chapter)>();
        for (var at = 0; at < data.Length;)
        {
            var end = data.IndexOf('\n', at);
            if (end < 0) end = data.Length;
            if (data[at] == '#')
            {
                var tab = data.IndexOf('\t', at, end - at);
                chapters.Add((units.Count, data[(at + 1)..(tab < 0 ? end : tab)], tab < 0 ? "" : data[(tab + 1)..end]));
            }
            else
            {
                var begin = true;
                for (var i = at; i < end; i++)
                {
                    if (!IsUnit(data[i])) { begin = true; continue; }
                    units.Add(Same(data[i]));
                    places.Add(i);
                    begins.Add(begin);
                    begin = false;
                }
                units.Add('\n');
                places.Add(end);
                begins.Add(true);
            }
            at = end + 1;
        }
        return new PassageIndex(data, units, places, begins, chapters);
    }

    /// <summary>Finds the passages of a stretch of folded text, ascending, none over another.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="span">Where to look.</param>
    /// <param name="accepts">Decides by length, changes and whole clauses.</param>
    /// <param name="whole">Only whole clauses of the source are taken, however much more is alike.</param>
    /// <param name="found">Receives the passages.</param>
    public void Find(string folded, TextSpan span, Func<int, int, int, bool> accepts, bool whole, List<Passage> found)
    {
        var units = new char[span.Length];
        var places = new int[span.Length];
        var count = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            if (!IsUnit(folded[i])) continue;
            places[count] = i;
            units[count++] = Same(folded[i]);
        }
        var done = 0;
        for (var i = 0; i + Gram <= count; i++)
        {
            var chain = 0;
            (int From, int End, int Source, int Changed, int Clauses) best = default;
            for (var at = _heads[Hash(units, i) & _mask]; at >= 0 && chain < LongestChain; at = _next[at], chain++)
            {
                if (!units.AsSpan(i, Gram).SequenceEqual(_units.AsSpan(at, Gram))) continue;
                var grown = Grow(units, count, i, at, done, whole);
                if (grown.End - grown.From > best.End - best.From && accepts(grown.End - grown.From, grown.Changed, grown.Clauses)) best = grown;
            }
            if (best.End == 0) continue;
            var source = _places[best.Source];
            var (work, chapter) = ChapterOf(best.Source);
            var last = best.Source + best.End - best.From - 1;
            found.Add(new Passage(TextSpan.FromBounds(places[best.From], places[best.End - 1] + 1), work, chapter, Shown(_raw[source..(_places[last] + 1)]), best.End - best.From, best.Changed, best.Clauses));
            done = best.End;
            i = Math.Max(i, best.End - 1);
        }
    }

    private (int From, int End, int Source, int Changed, int Clauses) Grow(char[] units, int count, int at, int source, int floor, bool whole)
    {
        var changed = 0;
        int from = at, end = at + Gram;
        while (end < count && source + end - at < _units.Length && _units[source + end - at] != '\n')
        {
            if (units[end] == _units[source + end - at]) { end++; continue; }
            // A clause that begins otherwise is another clause; else one change, with an equal character behind it, and no more than one in five.
            if (_begins[source + end - at] || end + 1 >= count || source + end + 1 - at >= _units.Length || _units[source + end + 1 - at] != units[end + 1] || (changed + 1) * 5 > end + 2 - from) break;
            changed++;
            end += 2;
        }
        while (from > floor && source - (at - from) > 0 && _units[source - (at - from) - 1] is var before and not '\n')
        {
            if (units[from - 1] == before) { from--; continue; }
            var further = source - (at - from) - 2;
            if (further < 0 || _begins[further + 1] || from - 2 < floor || _units[further] != units[from - 2] || (changed + 1) * 5 > end - from + 2) break;
            changed++;
            from -= 2;
        }
        var start = source - (at - from);
        if (!whole) return (from, end, start, changed, Clauses(start, start + end - from));
        // Cut to whole clauses of the source.
        int first = start, stop = start + end - from;
        while (first < stop && !_begins[first]) first++;
        while (stop > first && !(stop == _units.Length || _begins[stop])) stop--;
        if (stop - first < Gram) return default;
        from += first - start;
        end = from + stop - first;
        changed = 0;
        for (var i = 0; i < stop - first; i++)
            if (units[from + i] != _units[first + i]) changed++;
        return (from, end, first, changed, Clauses(first, stop));
    }

    private int Clauses(int from, int end)
    {
        var (clauses, open) = (0, -1);
        for (var i = from; i <= end; i++)
        {
            if (i < _units.Length && !_begins[i] && i < end) continue;
            if (open >= 0 && (i >= _units.Length || _begins[i])) clauses++;
            open = i < end && _begins[i] ? i : -1;
        }
        return clauses;
    }

    private (string Work, string Chapter) ChapterOf(int unit)
    {
        int low = 0, high = _chapters.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_chapters[middle].From <= unit) low = middle + 1;
            else high = middle - 1;
        }
        return high < 0 ? ("", "") : (_chapters[high].Work, _chapters[high].Chapter);
    }

    // The fold has made the marks narrow; nobody writes Chinese so.
    private static string Shown(string line) => line.Replace(',', '，').Replace(';', '；').Replace(':', '：').Replace('?', '？').Replace('!', '！');

    private static bool IsUnit(char c) => CharacterClass.IsHan(c) || char.IsAsciiLetterOrDigit(c);

    private static char Same(char c) => c is '地' or '得' ? '的' : c;

    private static int Hash(char[] units, int at) => (int)((units[at] * 0x9E3779B1u ^ units[at + 1] * 0x85EBCA77u ^ units[at + 2] * 0xC2B2AE3Du ^ units[at + 3] * 0x27D4EB2Fu) * 2654435761u >> 7);
}
