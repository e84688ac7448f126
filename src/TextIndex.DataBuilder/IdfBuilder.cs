// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Jieba;
using TextIndex.Segmentation;

namespace TextIndex.DataBuilder;

/// <summary>Writes Data/jieba-idf.bin: how rare jieba holds a word to be.</summary>
internal static class IdfBuilder
{
    public static void Build(string idf, byte[] dictionary, string output)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(idf))
        {
            var columns = line.Trim().Split(' ');
            if (columns.Length != 2) throw new FormatException($"{idf}: expected \"word idf\", found \"{line}\".");
            words[columns[0]] = double.Parse(columns[1], CultureInfo.InvariantCulture);
        }
        var pinned = GC.AllocateUninitializedArray<byte>(dictionary.Length, pinned: true);      // the dictionary is used in place
        dictionary.CopyTo(pinned, 0);
        var bytes = IdfTable.ToBytes(words, WordDictionary.FromBytes(pinned), out var what);
        GC.KeepAlive(pinned);
        JiebaBuilder.Write(Path.Combine(output, "jieba-idf.bin"), bytes, what);
    }
}
