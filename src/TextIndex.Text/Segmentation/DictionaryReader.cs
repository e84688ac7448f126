// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// Whole dictionary:  line := word " " count (" " tag (" " anything)?)?   every line, as jieba's dict.txt
// User dictionary:   line := word (" " [0-9]+)? (" " [a-z]+)?            the shortest word that leaves such an end; the word may hold spaces
// User dictionary of ours: the same, and
//   line := "@join " word | "@split " part (" "+ part)+ | "@remove " word | "@word " word | "@" (" " anything)?      the word is all the rest of the line
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
            AddWord(line, name, number, ref sum, add);
        }
    }

    private static void AddWord(string line, string name, int number, ref long sum, Action<string, long?, string> add)
    {
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

    /// <summary>Reads a user's list with its instructions.</summary>
    public static void ReadUserList(TextReader reader, string name, UserWordList words)
    {
        long sum = 0;
        for (var number = 1; ReadLine(reader) is { } line; number++)
        {
            if (line.Length == 0) continue;
            if (line[0] == '@' && Follow(line, name, number, words)) continue;
            AddWord(line, name, number, ref sum, words.Add);
        }
    }

    // False for what is a word after all: an @ with anything but small letters and a space behind it (@某人, @v2).
    private static bool Follow(string line, string name, int number, UserWordList words)
    {
        var end = 1;
        while (end < line.Length && char.IsAsciiLetterLower(line[end])) end++;
        if (end < line.Length && line[end] != ' ') return false;
        var rest = line[end..].Trim(' ');
        var instruction = line[..end];
        switch (instruction)
        {
            case "@": return true;
            case "@join" when rest.Length > 0: words.Join(rest); return true;
            case "@word" when rest.Length > 0: words.Add(rest, null, ""); return true;
            case "@remove" when rest.Length > 0: words.Add(rest, 0, ""); return true;
            case "@split":
                var parts = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (parts.Length < 2 || !words.Split(parts)) throw new DictionaryFormatException(name, number, Messages.ExpectedSplit, line);
                return true;
            case "@join" or "@word" or "@remove": throw new DictionaryFormatException(name, number, Messages.ExpectedWord(instruction), line);
            default: return rest.Length == 0 ? false : throw new DictionaryFormatException(name, number, Messages.ExpectedInstruction, line);
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
