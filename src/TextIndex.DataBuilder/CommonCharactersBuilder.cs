// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Normalization;

namespace TextIndex.DataBuilder;

/// <summary>Writes the two constants of EncodingDetector: the commonest characters by jieba's word counts, each with its traditional form.</summary>
internal static class CommonCharactersBuilder
{
    private const int CommonestCount = 250, Count = 1000, LineLength = 60;

    public static void Build(string jieba, string opencc, TextWriter output)
    {
        var counts = new Dictionary<char, long>();
        foreach (var line in File.ReadLines(Path.Combine(jieba, "dict.txt")))
        {
            var columns = line.Split(' ');
            foreach (var c in columns[0])
            {
                if (c is < '\u4E00' or > '\u9FFF') continue;
                // The dictionary has some words in both scripts; a character counts once for both of its forms.
                var simplified = TextNormalizer.Fold([c])[0];
                counts[simplified] = counts.GetValueOrDefault(simplified) + long.Parse(columns[1]);
            }
        }
        var traditional = File.ReadLines(Path.Combine(opencc, "data", "STCharacters.txt"))
            .Select(line => line.Split('\t'))
            .Where(columns => columns is [[not '#'], [_, ..]])
            .ToDictionary(columns => columns[0][0], columns => columns[1][0]);

        var seen = new HashSet<char>();
        var ranked = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Count).Select(pair => pair.Key).ToArray();
        Write("Commonest", ranked[..CommonestCount]);
        Write("Common", ranked[CommonestCount..]);

        void Write(string name, char[] characters)
        {
            var text = new StringBuilder();
            foreach (var c in characters)
            {
                if (seen.Add(c)) text.Append(c);
                if (traditional.TryGetValue(c, out var other) && seen.Add(other)) text.Append(other);
            }
            output.WriteLine($"    private const string {name} =");
            for (var at = 0; at < text.Length; at += LineLength)
            {
                var last = at + LineLength >= text.Length;
                output.WriteLine($"        \"{text.ToString(at, Math.Min(LineLength, text.Length - at))}\"{(last ? ";" : " +")}");
            }
        }
    }
}
