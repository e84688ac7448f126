// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Codecs;

// list   := skips block*              where there is more than one block
//         | block                     where there is one
//         | dense
// skips  := last:u32[n] most:f32[n] offset:u32[n] positions:u32[n]        n := (documents + 127) / 128
// block  := docBits:u8 freqBits:u8 docs freqs                            128 documents: deltas and frequencies - 1, packed in sum order
//         | 255 (delta * 2 + (frequency = 1)):varint [frequency:varint]   128 documents, a delta or a frequency of more than 24 bits
//         | (...)*                                                        the same without the 255: the last block, of fewer than 128
// dense  := before:u32[m] word:u64[8m] skips (freqBits:u8 freqs)[n]      m := (documents of the index segment + 511) / 512; freqs in running order
/// <summary>Writes one list of documents with frequencies: blocks of 128 with what skips and bounds them, or a bit set where it is dense.</summary>
internal sealed unsafe class PostingsWriter(PagedOutput output, int documentCount)
{
    /// <summary>Marks a block whose numbers are too wide to be packed.</summary>
    public const byte Wide = 255;

    private const int DenseShare = 20;

    private readonly GrowingBytes _blocks = new();
    private readonly int[] _deltas = new int[BlockPacking.Size];
    private readonly int[] _frequencies = new int[BlockPacking.Size];
    private readonly byte[] _packed = new byte[16 * BlockPacking.MostBits];
    private uint[] _skips = [];
    private ulong[] _words = [];
    private uint[] _ranks = [];

    /// <summary>Tells whether a list of so many documents is written as a bit set.</summary>
    public static bool IsDense(int documentFrequency, int documentCount) =>
        documentFrequency >= BlockPacking.Size && (long)documentFrequency * DenseShare >= documentCount;

    /// <summary>Writes a list.</summary>
    /// <param name="documents">At least two, ascending.</param>
    /// <param name="frequencies">Occurrences in each.</param>
    /// <param name="positions">Where each block's positions begin, counted from the term's; empty where there are none.</param>
    /// <param name="lengthNorms">K by document.</param>
    /// <param name="entry">Receives where the list lies and its bound.</param>
    public void Write(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, ReadOnlySpan<uint> positions, ReadOnlySpan<float> lengthNorms, ref PostingsEntry entry)
    {
        entry.Postings = output.Position;
        entry.Dense = IsDense(documents.Length, documentCount) && BlockPacking.BitsFor(frequencies) <= BlockPacking.MostBits;
        entry.Most = 0;
        _blocks.Clear();
        var blocks = (documents.Length + BlockPacking.Size - 1) / BlockPacking.Size;
        if (_skips.Length < 4 * blocks) _skips = new uint[8 * blocks];
        var skips = _skips.AsSpan(0, 4 * blocks);
        for (var b = 0; b < blocks; b++)
        {
            var from = b * BlockPacking.Size;
            var count = Math.Min(BlockPacking.Size, documents.Length - from);
            var docs = documents.Slice(from, count);
            var freqs = frequencies.Slice(from, count);
            var most = MostOf(docs, freqs, lengthNorms);
            skips[b] = (uint)docs[^1];
            skips[blocks + b] = BitConverter.SingleToUInt32Bits(most);
            skips[2 * blocks + b] = checked((uint)_blocks.Length);
            skips[3 * blocks + b] = positions.Length > 0 ? positions[b] : 0;
            entry.Most = Math.Max(entry.Most, most);
            if (entry.Dense) AddFrequencies(freqs);
            else AddBlock(docs, freqs, b == 0 ? 0 : documents[from - 1]);
        }
        if (entry.Dense) WriteBits(documents);
        if (blocks > 1 || entry.Dense) output.Write<uint>(skips);
        for (var at = 0L; at < _blocks.Length; at += 1 << 20) output.Write(new ReadOnlySpan<byte>(_blocks.Pointer + at, (int)Math.Min(1 << 20, _blocks.Length - at)));
        entry.PostingsLength = output.Position - entry.Postings;
    }

    /// <summary>The largest frequency / (frequency + K) of some documents.</summary>
    public static float MostOf(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, ReadOnlySpan<float> lengthNorms)
    {
        var most = 0f;
        for (var i = 0; i < documents.Length; i++) most = Math.Max(most, frequencies[i] / (frequencies[i] + lengthNorms[documents[i]]));
        return most;
    }

    private void AddBlock(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, int before)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            (_deltas[i], before) = (documents[i] - before, documents[i]);
            _frequencies[i] = frequencies[i] - 1;
        }
        if (documents.Length == BlockPacking.Size)
        {
            var (docBits, freqBits) = (BlockPacking.BitsFor(_deltas), BlockPacking.BitsFor(_frequencies));
            if (docBits <= BlockPacking.MostBits && freqBits <= BlockPacking.MostBits)
            {
                _blocks.Write([(byte)docBits, (byte)freqBits]);
                AddPacked(_deltas, docBits, sumOrder: true);
                AddPacked(_frequencies, freqBits, sumOrder: true);
                return;
            }
            _blocks.Write([Wide]);
        }
        for (var i = 0; i < documents.Length; i++)
        {
            _blocks.WriteVarint((ulong)(uint)_deltas[i] << 1 | (_frequencies[i] == 0 ? 1u : 0));
            if (_frequencies[i] != 0) _blocks.WriteVarint((uint)frequencies[i]);
        }
    }

    private void AddFrequencies(ReadOnlySpan<int> frequencies)
    {
        Array.Clear(_frequencies);
        for (var i = 0; i < frequencies.Length; i++) _frequencies[i] = frequencies[i] - 1;
        var bits = BlockPacking.BitsFor(_frequencies);
        _blocks.Write([(byte)bits]);
        AddPacked(_frequencies, bits, sumOrder: false);
    }

    private void AddPacked(int[] numbers, int bits, bool sumOrder)
    {
        BlockPacking.Pack(numbers, bits, sumOrder, _packed);
        _blocks.Write(_packed.AsSpan(0, 16 * bits));
    }

    private void WriteBits(ReadOnlySpan<int> documents)
    {
        var groups = (documentCount + 511) / 512;
        if (_words.Length < 8 * groups) (_words, _ranks) = (new ulong[8 * groups], new uint[groups]);
        Array.Clear(_words);
        foreach (var document in documents) _words[document >> 6] |= 1ul << (document & 63);
        var before = 0u;
        for (var i = 0; i < 8 * groups; i++)
        {
            if ((i & 7) == 0) _ranks[i >> 3] = before;
            before += (uint)BitOperations.PopCount(_words[i]);
        }
        output.Write<uint>(_ranks.AsSpan(0, groups));
        output.Write<ulong>(_words.AsSpan(0, 8 * groups));
    }
}
