// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Normalization;

namespace TextIndex.DataBuilder;

/// <summary>Writes Data/fold.bin: lower case, then width, then traditional to simplified, one code point to one code point.</summary>
internal static class FoldBuilder
{
    public static void Build(string opencc, string output)
    {
        var simplified = ReadFirstTargets(Path.Combine(opencc, "data", "TSCharacters.txt"));
        using var file = new BinaryWriter(File.Create(output));
        var pairs = new List<(int From, int To)>();
        for (var c = 0; c <= 0x10FFFF; c++)
        {
            if (!Rune.IsValid(c) || Rune.IsWhiteSpace(new Rune(c))) continue;    // white space has a rule of its own
            var to = Rune.ToLowerInvariant(new Rune(c)).Value;
            if (to is >= 0xFF01 and <= 0xFF5E) to -= 0xFF01 - '!';
            to = simplified.GetValueOrDefault(to, to);
            if (to != c) pairs.Add((c, to));
        }
        file.Write(FoldTable.Magic);
        file.Write(pairs.Count);
        foreach (var (from, to) in pairs) { file.Write(from); file.Write(to); }
        Console.WriteLine($"{output}: {pairs.Count} code points fold to another, {simplified.Count} of TSCharacters");
    }

    private static Dictionary<int, int> ReadFirstTargets(string path)
    {
        var targets = new Dictionary<int, int>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var columns = line.Split('\t');
            if (columns.Length != 2) throw new FormatException($"{path}: expected \"traditional<tab>simplified …\", found \"{line}\".");
            targets.TryAdd(Rune.GetRuneAt(columns[0], 0).Value, Rune.GetRuneAt(columns[1], 0).Value);
        }
        return targets;
    }
}
