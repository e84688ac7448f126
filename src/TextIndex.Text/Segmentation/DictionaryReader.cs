// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// Whole dictionary:  line := word " " count (" " tag (" " anything)?)?   every line, as jieba's dict.txt
// User dictionary:   line := word (" " [0-9]+)? (" " [a-z]+)?            the shortest word that leaves such an end; the word may hold spaces
// Lines are trimmed of ASCII white space, a byte-order mark is dropped and empty lines are skipped.
internal static class DictionaryReader
{
    private const long LargestCount = 1L << 53;     // whole numbers up to here are exact as doubles, as in python
    private const string AsciiSpace = " \t\n\r\v\f";

    public static Dictionary<string, WordEntry> ReadWords(TextReader reader, string name, out long total)
    {
        var words = new Dictionary<string, WordEntry>(StringComparer.Ordinal);
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        total = 0;
        for (var number = 1; ReadLine(reader) is { } line; number++)
        {
            if (line.Length == 0) continue;
            var first = line.IndexOf(' ');
            var second = first < 0 ? -1 : line.IndexOf(' ', first + 1);
            var count = first <= 0 ? -1 : ParseCount(line.AsSpan()[(first + 1)..(second < 0 ? line.Length : second)]);
            if (count < 0 || total + count > LargestCount) throw new DictionaryFormatException(name, number, line);
            var tag = second < 0 ? "" : line[(second + 1)..(line.IndexOf(' ', second + 1) is var third and >= 0 ? third : line.Length)];
            words[line[..first]] = new WordEntry(count, tags.TryGetValue(tag, out var same) ? same : tags[tag] = tag);
            total += count;
        }
        return words;
    }

    public static void ReadUserWords(TextReader reader, string name, Action<string, long?, string> add)
    {
        long sum = 0;
        for (var number = 1; ReadLine(reader) is { } line; number++)
        {
            if (line.Length == 0) continue;
            var rest = line.AsSpan();
            var end = EndBefore(rest, char.IsAsciiLetterLower);
            var tag = end > 0 ? rest[(end + 1)..].ToString() : "";
            if (end > 0) rest = rest[..end];
            end = EndBefore(rest, char.IsAsciiDigit);
            long? count = null;
            if (end > 0)
            {
                count = ParseCount(rest[(end + 1)..]);
                sum += count.Value;
                if (count < 0 || sum > LargestCount) throw new DictionaryFormatException(name, number, line);
                rest = rest[..end];
            }
            add(rest.ToString(), count, tag);
        }
    }

    private static string? ReadLine(TextReader reader) => reader.ReadLine()?.Trim(AsciiSpace.ToCharArray()).TrimStart('\uFEFF');

    // Where " x…" begins at the end of the line, all x of one kind; -1 if the line does not end so or nothing would be left.
    private static int EndBefore(ReadOnlySpan<char> line, Func<char, bool> kind)
    {
        var at = line.Length;
        while (at > 0 && kind(line[at - 1])) at--;
        return at < line.Length && at > 1 && line[at - 1] == ' ' ? at - 1 : -1;
    }

    private static long ParseCount(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= LargestCount ? count : -1;
}
