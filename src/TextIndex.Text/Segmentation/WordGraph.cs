// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// Data/word-graph.bin, little-endian, used where it lies:
//   file   := magic:u32 longest:i32 nodeCount:i32 valueCount:i32 wordCount:i32 start:i32 person:i32 number:i32 latin:i32 ordinal:i32
//             unknown:i32 fingerprint:16                                                         60 bytes: 4 modulo 8, as a resource's address is
//             nodes:u64[nodeCount] filter:u64[2^15] codes:u16[65536] folded:u16[65536] kinds:u16[65536]
//             infos:WordInfo[valueCount] common:u32[2^15] pairs:u32[2^19] names:u8[5 * 20992]
// codes and nodes are a WordTrie of folded words; codes[u] is the code of u's fold, so that text is folded as it is walked.
// A value v of the trie has infos[v]: a weight is log p(word) in units of 2^-8, so that a path weighs the same whichever way it is summed.
// Values up to wordCount are words that have neighbours. The pair (before, word)
// has hash = (before << 16 | word) * 0x9E3779B1 modulo 2^32; from slot hash >> 13 on, up to the first 0, pairs has (hash << 8 | bonus) modulo 2^32
// for each pair that is known: the bonus is what it adds to the word's weight, in sixteenths, 1 to 255. (The multiplication loses nothing, a slot's place tells
// the upper bits of the hash, and no pair stands 2^11 slots from its own: so two pairs are never taken for each other.) common has in slot hash >> 17 the
// commonest pair that belongs there, in the same form. filter has two bits
// of one number for every pair (FilterMask): most pairs do not exist, and this says so from a quarter of a megabyte. start … ordinal are the values of smartcn's classes 始##始, 未##人, 未##数, 未##串 and 第一.
// fingerprint is that of the whole file with zeros in its place.
// names holds, for 一 to U+9FFF, -log p in sixteenths of: surname, first of two given, second of two, only given, in a foreign name; 255 is never.
/// <summary>Words and which word follows which: the model of <see cref="SegmentationModel.WordGraph"/>.</summary>
internal sealed unsafe partial class WordGraph
{
    public const uint Magic = 0x31485247; // "GRH1"
    public const int HeaderBytes = 60, FingerprintOffset = 44;
    public const int FilterBits = 21, SlotBits = 19, CommonBits = 15;
    public const uint Hash = 0x9E3779B1;
    public const int NameRows = 0xA000 - 0x4E00;
    public const byte Never = 255;

    /// <summary>What a word that has neighbours loses where the pair is not known: 256 log 0.3, the share of pairs that the model leaves to frequency alone.</summary>
    public const int Backoff = -308;

    /// <summary>How many units of weight make log e.</summary>
    public const int Unit = 256;

    /// <summary>How many units of weight make one sixteenth, the unit of bonuses and names.</summary>
    public const int Sixteenth = Unit / 16;

    private static class Embedded
    {
        public static readonly WordGraph Graph = new(EmbeddedData.Read("word-graph"));
    }

    public readonly WordTrie Trie;
    public readonly int LongestWordLength, WordCount, SentenceStart, Person, Number, Latin, Ordinal;
    public readonly int Unknown;
    public readonly string Fingerprint;
    public readonly char* Folded;
    public readonly UnitKinds* Kinds;
    public readonly WordInfo* Infos;
    private readonly ulong* _filter;
    private readonly uint* _common;
    private readonly uint* _pairs;
    private readonly byte* _names;

    private WordGraph(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw WrongData();
        var header = MemoryMarshal.Cast<byte, int>(bytes[..HeaderBytes]);
        var (nodeCount, valueCount) = (header[2], header[3]);
        (LongestWordLength, WordCount, SentenceStart, Person, Number, Latin, Ordinal) = (header[1], header[4], header[5], header[6], header[7], header[8], header[9]);
        Unknown = header[10];
        Fingerprint = Fingerprint128.Format(BinaryPrimitives.ReadUInt128LittleEndian(bytes[FingerprintOffset..]));
        if (bytes.Length != LengthBytes(nodeCount, valueCount)) throw WrongData();
        var nodes = (ulong*)((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)) + HeaderBytes);     // stays where it is: EmbeddedData.Read
        _filter = nodes + nodeCount;
        var codes = (ushort*)(_filter + (1 << FilterBits) / 64);
        Folded = (char*)(codes + WordTrie.CodeCount);
        Kinds = (UnitKinds*)(Folded + WordTrie.CodeCount);
        Infos = (WordInfo*)(Kinds + WordTrie.CodeCount);
        _common = (uint*)(Infos + valueCount);
        _pairs = _common + (1 << CommonBits);
        _names = (byte*)(_pairs + (1 << SlotBits));
        Trie = new WordTrie(codes, nodes, nodeCount, owner: null);
    }

    public static WordGraph Default => Embedded.Graph;

    /// <summary>Computes what stands in the header of a file as its fingerprint.</summary>
    public static UInt128 FingerprintOf(ReadOnlySpan<byte> file)
    {
        var fingerprint = new Fingerprint128();
        fingerprint.Add(file[..FingerprintOffset]);
        fingerprint.Add(new byte[16].AsSpan());
        fingerprint.Add(file[HeaderBytes..]);
        return fingerprint.Value;
    }

    public static long LengthBytes(int nodeCount, int valueCount) =>
        HeaderBytes + 8L * nodeCount + (1 << FilterBits) / 8 + 6L * WordTrie.CodeCount + 4L * valueCount + 4L * (1 << CommonBits) + 4L * (1 << SlotBits) + 5L * NameRows;

    /// <summary>The bits of a hash in its number of the filter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong FilterMask(uint hash) => 1UL << (int)(hash >> 11 & 63) | 1UL << (int)(hash >> 5 & 63);

    /// <summary>Asks the processor to fetch what will soon be read; the address may be anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(void* address)
    {
        if (Sse.IsSupported) Sse.Prefetch0(address);
    }

    /// <summary>Gives the word of a value, 0 for one that has no neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WordOf(int value) => value & (value - WordCount - 1) >> 31;

    /// <summary>Gives what a pair of words adds to the weight of the second, in sixteenths: 0 if it is not known.</summary>
    /// <remarks>Measured on newspapers: half of the known pairs that are met stand among the common ones, and of the unknown ones the filter lets one of thirteen through.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint FindBonus(uint hash)
    {
        Fetch(_pairs + (hash >> (32 - SlotBits)));
        var found = _common[hash >> (32 - CommonBits)] ^ hash << 8;
        if (found < 256) return found;
        var mask = FilterMask(hash);
        return (_filter[hash >> (32 - FilterBits + 6)] & mask) == mask ? FindRareBonus(hash) : 0;
    }

    private uint FindRareBonus(uint hash)
    {
        for (var slot = hash >> (32 - SlotBits); ; slot = (slot + 1) & ((1 << SlotBits) - 1))
        {
            var found = _pairs[slot];
            if ((found ^ hash << 8) < 256) return found & 255;
            if (found == 0) return 0;
        }
    }

    /// <summary>Weight of a Chinese name of two or three characters among all names; the first is a surname. 0 where a character is in no given name.</summary>
    public int NameWeight(char surname, char first, char second)
    {
        var (a, b) = ((uint)Folded[first] - 0x4E00, (uint)Folded[second] - 0x4E00);
        if (a >= NameRows || b >= NameRows) return 0;
        return -(_names[Row(surname)] + _names[5 * (int)a + 1] + _names[5 * (int)b + 2]) * Sixteenth + OfThree;
    }

    /// <inheritdoc cref="NameWeight(char, char, char)"/>
    public int NameWeight(char surname, char given)
    {
        var a = (uint)Folded[given] - 0x4E00;
        return a >= NameRows ? 0 : -(_names[Row(surname)] + _names[5 * (int)a + 3]) * Sixteenth + OfTwo;
    }

    /// <summary>Weight of a character in a foreign name; the character is of <see cref="UnitKinds.Foreign"/>.</summary>
    public int ForeignWeight(char unit) => _names[Row(unit) + 4] * -Sixteenth;

    // Seven names of ten have three characters, two and a half two; e^-2 is the share of names that are in no dictionary.
    private const int OfThree = -91 - 2 * Unit, OfTwo = -355 - 2 * Unit;

    private int Row(char unit) => 5 * (Folded[unit] - 0x4E00);

    private static InvalidOperationException WrongData() => new("The embedded word graph is not the one this version was built with.");
}
