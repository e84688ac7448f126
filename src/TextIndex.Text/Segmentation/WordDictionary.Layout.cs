// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// Data/jieba-words.bin, little-endian, used where it lies:
//   file  := magic:u32 longestWordLength:i32 total:i64 fingerprint:16 valueCount:i32 nodeCount:i32 tagBytes:i32
//            codes:u16[65536] frequencies:i64[valueCount] weights:f64[valueCount] nodes:u64[nodeCount] tags:u16[valueCount] tagNames:tagBytes
// codes and nodes are a WordTrie; a node's value v > 0 stands for frequencies[v], weights[v] = log(frequency) - log(total) and
// tagNames[tags[v]]. tagNames are parted by spaces; the first one is "" (no tag). The pairs of frequency and tag are distinct,
// frequencies descending, so that the weights of common words share cache lines; value 0 is "no word".
// The header has 44 bytes because the compiler puts a resource's bytes at an address that is 4 modulo 8.
public sealed unsafe partial class WordDictionary
{
    private const uint Magic = 0x32445257; // "WRD2"
    private const int HeaderBytes = 44;

    internal readonly WordTrie Trie;
    internal readonly long* Frequencies;
    internal readonly double* Weights;
    internal readonly ushort* Tags;
    internal readonly string[] TagNames;
    internal readonly long Total;

    // The words of a user lie over the base: where the user's trie has a value, it decides. Values up to UserRemovedValues are removed words.
    internal readonly WordTrie? UserTrie;
    internal readonly double* UserWeights;
    internal readonly UserWordList.Entry[] UserEntries = [];
    internal readonly int UserRemovedValues;
    internal readonly UserWordList? UserWords;

    private readonly int _valueCount;
    private readonly WordDictionary? _base;
    private readonly object? _owner;

    private WordDictionary(WordTrie trie, long* frequencies, double* weights, ushort* tags, string[] tagNames, int valueCount, long total, int longest, string fingerprint, object? owner)
    {
        Frequencies = frequencies;
        Weights = weights;
        Tags = tags;
        (Trie, TagNames, _valueCount, Total, _owner) = (trie, tagNames, valueCount, total, owner);
        (LongestWordLength, Fingerprint) = (longest, fingerprint);
        // -log(total) is what python gives a single character that is no word: log(1) - log(total).
        UnknownWeight = 0.0 - Math.Log(Math.Max(1, total));
    }

    /// <summary>Lays a user's words over <paramref name="under"/>; weights are computed anew, because the total has changed.</summary>
    private WordDictionary(WordDictionary under, UserWordList words)
    {
        _base = under._base ?? under;
        Frequencies = under.Frequencies;
        Tags = under.Tags;
        (Trie, TagNames, _valueCount, Total, UserWords) = (under.Trie, under.TagNames, under._valueCount, words.Total, words);
        var weights = ComputeWeights(new ReadOnlySpan<long>(Frequencies, _valueCount), Total);
        UserTrie = words.BuildTrie(out UserEntries);
        UserRemovedValues = UserEntries.Skip(1).Count(entry => entry.Frequency == 0);
        var userWeights = ComputeWeights(Array.ConvertAll(UserEntries, entry => entry.Frequency), Total);
        Weights = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(weights));
        UserWeights = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(userWeights));
        _owner = (weights, userWeights);
        UnknownWeight = 0.0 - Math.Log(Math.Max(1, Total));
        LongestWordLength = Math.Max(_base.LongestWordLength, words.LongestWordLength);
        Fingerprint = words.ComputeFingerprint(_base.Fingerprint);
    }

    /// <summary>Tells whether this is the embedded dictionary, with or without words of a user.</summary>
    internal bool IsOverDefault => ReferenceEquals(_base ?? this, Default);

    /// <summary>The weight of a character that begins no word.</summary>
    internal double UnknownWeight { get; }

    internal static WordDictionary FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw WrongData();
        var valueCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[32..]);
        var nodeCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[36..]);
        var tagBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes[40..]);
        if (bytes.Length != HeaderBytes + 2L * WordTrie.CodeCount + 18L * valueCount + 8L * nodeCount + tagBytes) throw WrongData();
        var start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)) + HeaderBytes;     // stays where it is: EmbeddedData.Read
        var frequencies = (long*)(start + 2 * WordTrie.CodeCount);
        var weights = (double*)(frequencies + valueCount);
        var nodes = (ulong*)(weights + valueCount);
        var trie = new WordTrie((ushort*)start, nodes, nodeCount, owner: null);
        return new WordDictionary(trie, frequencies, weights, (ushort*)(nodes + nodeCount), Encoding.ASCII.GetString(bytes[^tagBytes..]).Split(' '), valueCount,
            total: BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
            longest: BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
            Fingerprint128.Format(BinaryPrimitives.ReadUInt128LittleEndian(bytes[16..])), owner: null);
    }

    /// <summary>Builds a dictionary in memory.</summary>
    internal static WordDictionary FromWords(Dictionary<string, WordEntry> words, long total)
    {
        var built = Lay(words, total);
        fixed (long* frequencies = built.Frequencies)
        fixed (double* weights = built.Weights)
        fixed (ushort* tags = built.Tags)
            return new WordDictionary(built.Trie.BuildTrie(), frequencies, weights, tags, built.TagNames, built.Frequencies.Length, total, built.Longest,
                Fingerprint128.Format(built.Fingerprint), owner: built);                              // the arrays are pinned for life
    }

    /// <summary>Writes the layout above; for the DataBuilder.</summary>
    internal static byte[] ToBytes(Dictionary<string, WordEntry> words, long total)
    {
        var built = Lay(words, total);
        var nodes = built.Trie.Build(thorough: true);
        var tagNames = Encoding.ASCII.GetBytes(string.Join(' ', built.TagNames));
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(Magic);
        writer.Write(built.Longest);
        writer.Write(total);
        writer.Write((ulong)built.Fingerprint);
        writer.Write((ulong)(built.Fingerprint >> 64));
        writer.Write(built.Frequencies.Length);
        writer.Write(nodes.Length);
        writer.Write(tagNames.Length);
        writer.Write(MemoryMarshal.AsBytes(built.Trie.Codes));
        writer.Write(MemoryMarshal.AsBytes(built.Frequencies.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(built.Weights.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(nodes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(built.Tags.AsSpan()));
        writer.Write(tagNames);
        return file.ToArray();
    }

    private sealed record Parts(WordTrieBuilder Trie, long[] Frequencies, double[] Weights, ushort[] Tags, string[] TagNames, int Longest, UInt128 Fingerprint);

    private static Parts Lay(Dictionary<string, WordEntry> words, long total)
    {
        var distinct = words.Values.Where(entry => entry.Frequency > 0).Distinct()
            .OrderByDescending(entry => entry.Frequency).ThenBy(entry => entry.Tag, StringComparer.Ordinal).ToArray();
        string[] tagNames = ["", .. distinct.Select(entry => entry.Tag).Where(tag => tag.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        if (tagNames.Length > ushort.MaxValue) throw new ArgumentException("more than 65,534 different tags", nameof(words));
        var tagOf = new Dictionary<string, ushort>(StringComparer.Ordinal);
        for (var tag = 0; tag < tagNames.Length; tag++) tagOf[tagNames[tag]] = (ushort)tag;
        var frequencies = GC.AllocateArray<long>(distinct.Length + 1, pinned: true);
        var tags = GC.AllocateArray<ushort>(distinct.Length + 1, pinned: true);
        var valueOf = new Dictionary<WordEntry, int>(distinct.Length);
        for (var value = 1; value < frequencies.Length; value++)
        {
            var entry = distinct[value - 1];
            (frequencies[value], tags[value], valueOf[entry]) = (entry.Frequency, tagOf[entry.Tag], value);
        }
        var real = words.Where(word => word.Value.Frequency > 0).Select(word => KeyValuePair.Create(word.Key, valueOf[word.Value])).ToArray();
        var fingerprint = new Fingerprint128();
        foreach (var (word, entry) in words.OrderBy(word => word.Key, StringComparer.Ordinal))
        {
            fingerprint.Add(word);
            fingerprint.Add(entry.Frequency);
        }
        fingerprint.Add(total);
        return new Parts(new WordTrieBuilder(real), frequencies, ComputeWeights(frequencies, total), tags, tagNames, words.Keys.Select(word => word.Length).DefaultIfEmpty(1).Max(), fingerprint.Value);
    }

    // In python's order of operations, so that sums along a path are the same doubles.
    private static double[] ComputeWeights(ReadOnlySpan<long> frequencies, long total)
    {
        var weights = GC.AllocateArray<double>(frequencies.Length, pinned: true);
        var logTotal = Math.Log(Math.Max(1, total));
        for (var value = 0; value < frequencies.Length; value++) weights[value] = Math.Log(Math.Max(1, frequencies[value])) - logTotal;
        return weights;
    }

    private static InvalidOperationException WrongData() => new("The embedded dictionary is not the one this version was built with.");
}
