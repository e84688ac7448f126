// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Codecs.Columns;

namespace TextIndex.Benchmarks;

/// <summary>Literals cut from the texts of an index with a fixed seed.</summary>
internal sealed class LiteralQueries
{
    private const int Seed = 20261122;
    private const int Frequent = 1000;
    private static readonly int[] Lengths = [2, 2, 2, 3, 3, 4, 5, 6, 8, 12];

    private readonly Random _random = new(Seed);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly TextColumn[] _columns;
    private readonly int[] _pairCounts = new int[1 << 26];

    /// <summary>Prepares to cut from the texts of some columns.</summary>
    public unsafe LiteralQueries(TextColumn[] columns)
    {
        _columns = columns;
        foreach (var column in columns)
        {
            foreach (var chunk in column.Chunks)
            {
                var text = chunk.Text(0, chunk.Units);
                for (var i = 0; i + 1 < chunk.Units; i++) _pairCounts[Slot(text[i], text[i + 1])]++;
            }
        }
    }

    /// <summary>Cuts uniformly, then draws rare short ones anew until a quarter has a thousand occurrences or more.</summary>
    public string[] Uniform(int count)
    {
        var literals = new string[count];
        for (var i = 0; i < count; i++) literals[i] = Cut(Lengths[i % Lengths.Length], _ => true);
        var counts = literals.Select(Count).ToArray();
        var frequent = counts.Count(n => n >= Frequent);
        Console.WriteLine($"{frequent} of {count} literals have {Frequent} occurrences or more before any is drawn anew");
        for (var i = 0; i < count && frequent < count / 4; i++)
        {
            if (literals[i].Length > 3 || counts[i] >= Frequent) continue;
            literals[i] = Cut(literals[i].Length, literal => Count(literal) >= Frequent);
            frequent++;
        }
        return literals;
    }

    /// <summary>Strings of three to five characters whose every pair is frequent and that occur 20 times at the most, those of the most frequent pairs first.</summary>
    public string[] RareOfFrequentPairs(int count)
    {
        var drawn = new List<(int Least, string Literal)>();
        for (var i = 0; i < 100_000; i++)
        {
            var literal = Cut(3 + i % 3, _ => true, remember: false);
            var least = Enumerable.Range(0, literal.Length - 1).Min(at => _pairCounts[Slot(literal[at], literal[at + 1])]);
            if (least >= 3000) drawn.Add((least, literal));
        }
        return [.. drawn.OrderByDescending(one => one.Least).Select(one => one.Literal).Distinct().Where(literal => Count(literal) <= 20).Take(count)];
    }

    /// <summary>Counts the occurrences by a scan.</summary>
    public int Count(string literal)
    {
        var finder = new TextFinder(new UnitPattern(literal));
        var count = 0;
        foreach (var column in _columns)
            foreach (var chunk in column.Chunks) count += finder.Scan(chunk).Length;
        return count;
    }

    private string Cut(int length, Func<string, bool> takes, bool remember = true)
    {
        while (true)
        {
            var column = _columns[_random.Next(_columns.Length)];
            var chunk = column.Chunks[_random.Next(column.Chunks.Length)];
            var start = _random.Next(chunk.Units - length);
            string literal;
            unsafe { literal = new string(chunk.Text(start, start + length), start, length); }
            if (literal.Contains('\n') || literal[0] == ' ' || literal[^1] == ' ' || char.IsLowSurrogate(literal[0]) || char.IsHighSurrogate(literal[^1])) continue;
            if (!takes(literal) || remember && !_seen.Add(literal)) continue;
            return literal;
        }
    }

    // Two pairs may share a slot: the counts are then a bit too high, which makes a literal no rarer than it is.
    private static int Slot(char first, char second) => (int)((((uint)first << 16) ^ second * 0x9E3779B1u) * 0x85EBCA6Bu >> 6);
}
