// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Documents;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>A text made from another by exchanging pieces, with the way from old places to new ones.</summary>
internal sealed class Variant
{
    private readonly List<(int OldStart, int OldEnd, int NewStart, int NewEnd)> _pieces = [];
    private readonly StringBuilder _text = new();
    private readonly string _old;

    private Variant(string old) => _old = old;

    public string Name { get; private init; } = "";

    public string Text => _text.ToString();

    /// <summary>What becomes of a string of the gold: names and marks change with the text.</summary>
    public Func<string, string> Rewrite { get; private init; } = s => s;

    public TextSpan Map(TextSpan span) => TextSpan.FromBounds(MapStart(span.Start), MapEnd(span.End));

    public static Variant Same(string text) => Replace("as written", text, []);

    /// <summary>Exchanges strings for others, longest match first.</summary>
    public static Variant Replace(string name, string text, IReadOnlyList<(string Old, string New)> exchanges)
    {
        var variant = new Variant(text) { Name = name, Rewrite = s => exchanges.Aggregate(s, (now, e) => now.Replace(e.Old, e.New, StringComparison.Ordinal)) };
        for (var i = 0; i < text.Length;)
        {
            var (old, with) = exchanges.FirstOrDefault(e => string.CompareOrdinal(text, i, e.Old, 0, e.Old.Length) == 0);
            variant.Add(i, i + (old?.Length ?? 1), with);
            i += old?.Length ?? 1;
        }
        return variant;
    }

    /// <summary>Exchanges single characters.</summary>
    public static Variant Characters(string name, string text, Func<char, char> exchange)
    {
        var variant = new Variant(text) { Name = name, Rewrite = s => string.Concat(s.Select(exchange)) };
        for (var i = 0; i < text.Length; i++) variant.Add(i, i + 1, exchange(text[i]).ToString());
        return variant;
    }

    /// <summary>Puts the lines in another order; numerals at their heads stay where they were.</summary>
    public static Variant Lines(string name, string text, int[] order)
    {
        var lines = new List<(int Start, int End)>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            lines.Add((start, end));
            start = end;
        }
        var variant = new Variant(text) { Name = name };
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end) = i < order.Length ? lines[order[i]] : lines[i];
            var numbered = i < order.Length && start + 1 < text.Length && text[start + 1] == '、';
            if (numbered) variant.Add(start, start + 1, text[lines[i].Start].ToString());
            variant.Add(numbered ? start + 1 : start, end, null);
        }
        return variant;
    }

    private void Add(int start, int end, string? with)
    {
        var newStart = _text.Length;
        _text.Append(with ?? _old[start..end]);
        _pieces.Add((start, end, newStart, _text.Length));
    }

    private int MapStart(int offset)
    {
        foreach (var p in _pieces)
            if (offset >= p.OldStart && offset < p.OldEnd) return p.NewStart + Math.Min(offset - p.OldStart, p.NewEnd - p.NewStart);
        return _text.Length;
    }

    private int MapEnd(int offset)
    {
        foreach (var p in _pieces)
            if (offset > p.OldStart && offset <= p.OldEnd) return offset == p.OldEnd ? p.NewEnd : p.NewStart + (offset - p.OldStart);
        return 0;
    }
}
