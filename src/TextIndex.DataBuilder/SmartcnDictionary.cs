// SPDX-License-Identifier: MIT
using System.IO.Compression;

namespace TextIndex.DataBuilder;

/// <summary>The words of Lucene's smartcn, and the pairs of words that it knows only by their hash.</summary>
internal sealed class SmartcnDictionary
{
    private const string Folder = "org/apache/lucene/analysis/cn/smart/hhmm/";

    public Dictionary<string, long> Words { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Before, string Word), long> Pairs { get; } = [];

    public static SmartcnDictionary Read(string jar)
    {
        var dictionary = new SmartcnDictionary();
        using var archive = ZipFile.OpenRead(jar);
        dictionary.ReadWords(new JavaArrays(ReadEntry(archive, "coredict.mem")));
        dictionary.RecoverPairs(new JavaArrays(ReadEntry(archive, "bigramdict.mem")));
        return dictionary;
    }

    private static byte[] ReadEntry(ZipArchive archive, string name)
    {
        using var stream = (archive.GetEntry(Folder + name) ?? throw new FormatException($"the jar has no {name}")).Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    // Four arrays: for each slot of a hash table over first characters, the slot of its words; its character; the words' rests; their counts.
    private void ReadWords(JavaArrays arrays)
    {
        var (wordSlots, characters) = ((long[])arrays.Read()!, (long[])arrays.Read()!);
        var (rests, counts) = ((object?[])arrays.Read()!, (object?[])arrays.Read()!);
        for (var slot = 0; slot < characters.Length; slot++)
        {
            if (wordSlots[slot] < 0 || characters[slot] == 0 || rests[wordSlots[slot]] is not object?[] words) continue;
            var wordCounts = (long[])counts[wordSlots[slot]]!;
            for (var i = 0; i < words.Length; i++)
            {
                var word = (char)characters[slot] + (words[i] is long[] rest ? string.Concat(rest.Select(unit => (char)unit)) : "");
                if (wordCounts[i] > 0) Words[word] = Words.GetValueOrDefault(word) + wordCounts[i];
            }
        }
    }

    // The table holds hash(before @ word) and a count, no words; with every pair of words tried, each hash is met exactly once.
    private void RecoverPairs(JavaArrays arrays)
    {
        var (hashes, counts) = ((long[])arrays.Read()!, (long[])arrays.Read()!);
        var countOf = new Dictionary<ulong, long>();
        var filter = new ulong[1 << 18];
        for (var i = 0; i < hashes.Length; i++)
        {
            if (hashes[i] == 0 && counts[i] == 0) continue;
            var hash = (ulong)hashes[i];
            countOf.Add(hash, counts[i]);
            filter[(hash & 0xFFFFFF) >> 6] |= 1UL << (int)(hash & 63);
        }
        var words = Words.Keys.Order(StringComparer.Ordinal).ToArray();
        var steps = ListSteps(words);
        var found = new List<(int Before, int Word, long Count)>[words.Length];
        Parallel.For(0, words.Length, before =>
        {
            var states = new ulong[64];
            states[0] = 0xCBF29CE484222325;
            foreach (var unit in words[before]) states[0] = Step(states[0], unit);
            states[0] = Step(states[0], '@');
            found[before] = [];
            foreach (var (unit, depth, word) in steps)
            {
                var hash = states[depth + 1] = Step(states[depth], unit);
                if (word >= 0 && (filter[(hash & 0xFFFFFF) >> 6] >> (int)(hash & 63) & 1) != 0 && countOf.TryGetValue(hash, out var count)) found[before].Add((before, word, count));
            }
        });
        foreach (var (before, word, count) in found.SelectMany(pairs => pairs)) Pairs.Add((words[before], words[word]), count);
        if (Pairs.Count != countOf.Count) throw new FormatException($"{countOf.Count} hashes, but {Pairs.Count} pairs of words have one of them");
    }

    // The trie of the sorted words in preorder, so that words with the same beginning share its hash.
    private static (char Unit, int Depth, int Word)[] ListSteps(string[] words)
    {
        var steps = new List<(char, int, int)>();
        for (var i = 0; i < words.Length; i++)
        {
            var shared = 0;
            if (i > 0) while (shared < words[i].Length && shared < words[i - 1].Length && words[i][shared] == words[i - 1][shared]) shared++;
            for (var depth = shared; depth < words[i].Length; depth++) steps.Add((words[i][depth], depth, depth == words[i].Length - 1 ? i : -1));
        }
        return [.. steps];
    }

    // FNV-1a with 64 bits, low byte first.
    private static ulong Step(ulong state, char unit)
    {
        state = (state ^ (byte)unit) * 1099511628211;
        return (state ^ (ulong)(unit >> 8)) * 1099511628211;
    }
}
