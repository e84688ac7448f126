// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Jieba;

// Data/jieba-idf.bin, little-endian, used where it lies:
//   file := magic:u32 dictionary:16 cellCount:i32 valueCount:i32 otherCount:i32 otherUnits:i32
//           values:f64[valueCount] starts:i32[otherCount + 1] cells:u16[cellCount] others:u16[otherCount] units:u16[otherUnits]
// values are distinct; values[0] is the median of all words, for a word that is not listed. A word that jieba's dictionary has, or that begins
// one, has its value at its cell of the dictionary's trie: values[cells[cell]]. The other words stand in units, sorted by code unit; other i is
// units[starts[i] .. starts[i + 1]] with values[others[i]]. dictionary is the fingerprint of the dictionary whose cells these are.
/// <summary>jieba's inverse document frequencies (idf.txt), in full precision.</summary>
internal sealed unsafe class IdfTable
{
    private const uint Magic = 0x31464449; // "IDF1"
    private const int HeaderBytes = 36;

    private static class Embedded
    {
        public static readonly IdfTable Table = new(EmbeddedData.Read("jieba-idf"));
    }

    private readonly double* _values;
    private readonly int* _starts;
    private readonly ushort* _cells;
    private readonly ushort* _others;
    private readonly char* _units;
    private readonly int _otherCount;
    private readonly WordTrie _trie;

    private IdfTable(ReadOnlySpan<byte> bytes)
    {
        var dictionary = WordDictionary.Default;
        _trie = dictionary.Trie;
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic
            || Fingerprint128.Format(BinaryPrimitives.ReadUInt128LittleEndian(bytes[4..])) != dictionary.Fingerprint) throw WrongData();
        var cellCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]);
        var valueCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]);
        _otherCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[28..]);
        var units = BinaryPrimitives.ReadInt32LittleEndian(bytes[32..]);
        if (cellCount != _trie.NodeCount || bytes.Length != HeaderBytes + 8L * valueCount + 4L * (_otherCount + 1) + 2L * (cellCount + _otherCount + units)) throw WrongData();
        _values = (double*)((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)) + HeaderBytes);      // stays where it is: EmbeddedData.Read
        _starts = (int*)(_values + valueCount);
        _cells = (ushort*)(_starts + _otherCount + 1);
        _others = _cells + cellCount;
        _units = (char*)(_others + _otherCount);
    }

    public static IdfTable Default => Embedded.Table;

    /// <summary>What a word has that is not listed.</summary>
    public double Median => _values[0];

    /// <summary>Gives the value of a word.</summary>
    public double ValueOf(ReadOnlySpan<char> word)
    {
        var cell = _trie.FindCell(word);
        if (cell > 0 && _cells[cell] != 0) return _values[_cells[cell]];
        var (low, high) = (0, _otherCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = new ReadOnlySpan<char>(_units + _starts[middle], _starts[middle + 1] - _starts[middle]).SequenceCompareTo(word);
            if (order == 0) return _values[_others[middle]];
            if (order < 0) low = middle + 1;
            else high = middle;
        }
        return Median;
    }

    /// <summary>Writes the layout above; for the DataBuilder.</summary>
    internal static byte[] ToBytes(Dictionary<string, double> words, WordDictionary dictionary, out string what)
    {
        var median = words.Values.Order().ElementAt(words.Count / 2);
        double[] values = [median, .. words.Values.Distinct().Order()];
        var valueOf = new Dictionary<double, ushort>();
        for (var value = 1; value < values.Length; value++) valueOf[values[value]] = checked((ushort)value);
        var cells = new ushort[dictionary.Trie.NodeCount];
        var others = new List<KeyValuePair<string, double>>();
        foreach (var word in words)
        {
            if (dictionary.Trie.FindCell(word.Key) is var cell and > 0) cells[cell] = valueOf[word.Value];
            else others.Add(word);
        }
        others.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(Magic);
        var fingerprint = UInt128.Parse(dictionary.Fingerprint, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
        writer.Write((ulong)fingerprint);
        writer.Write((ulong)(fingerprint >> 64));
        writer.Write(cells.Length);
        writer.Write(values.Length);
        writer.Write(others.Count);
        writer.Write(others.Sum(word => word.Key.Length));
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        var start = 0;
        foreach (var word in others) { writer.Write(start); start += word.Key.Length; }
        writer.Write(start);
        writer.Write(MemoryMarshal.AsBytes(cells.AsSpan()));
        foreach (var word in others) writer.Write(valueOf[word.Value]);
        foreach (var word in others) writer.Write(MemoryMarshal.AsBytes(word.Key.AsSpan()));
        what = $"{words.Count} words, {others.Count} of them outside the dictionary's trie, {values.Length - 1} values, median {median}";
        return file.ToArray();
    }

    private static InvalidOperationException WrongData() => new("The embedded inverse document frequencies are not those this version was built with.");
}
