// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TextIndex.Codecs;

// list   := skips block*              where there is more than one block
//         | block                     where there is one
//         | dense
// skips  := last:u32[n] most:f32[n] offset:u32[n] positions:u32[n]        n := (documents + 127) / 128
// block  := docBits:u8 freqBits:u8 docs freqs                            128 documents: deltas and frequencies - 1, packed in sum order
//         | the same in running order                                     the last block, of 16 to 127 documents
//         | 255 (delta * 2 + (frequency = 1)):varint [frequency:varint]   16 documents or more: a number of more than 24 bits, or a ninth smaller
//         | (...)*                                                        the same without the 255: the last block, of fewer than 16
// dense  := before:u32[m] word:u64[8m] skips (freqBits:u8 freqs)[n]      m := (documents of the index segment + 511) / 512; freqs in running order
/// <summary>Writes one list of documents with frequencies: blocks of 128 with what skips and bounds them, or a bit set where it is dense.</summary>
internal sealed unsafe class PostingsWriter(PagedOutput output, int documentCount) : IDisposable
{
    /// <summary>Marks a block whose numbers are not packed.</summary>
    public const byte Wide = 255;

    /// <summary>Documents that a block has at least whose numbers may be packed.</summary>
    public const int LeastPacked = 16;

    private const int DenseShare = 20;

    private readonly GrowingBytes _blocks = new();
    private readonly PostingsBlock _block = new();
    private readonly int[] _rows = new int[BlockPacking.Size];
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
        var skips = Begin(documents.Length, BlockPacking.BitsFor(frequencies), ref entry);
        var before = 0;
        for (var b = 0; b < skips.Blocks; b++)
        {
            var from = b * BlockPacking.Size;
            var count = Math.Min(BlockPacking.Size, documents.Length - from);
            var docs = documents.Slice(from, count);
            var freqs = frequencies.Slice(from, count);
            skips.Set(b, docs[^1], MostOf(docs, freqs, lengthNorms), _blocks.Length, positions);
            if (entry.Dense)
            {
                AddToBits(docs);
                AddFrequencies(freqs);
                continue;
            }
            for (var i = 0; i < count; i++)
            {
                _block.Add(docs[i] - before, freqs[i]);
                before = docs[i];
            }
            _block.WriteTo(_blocks);
        }
        End(skips, ref entry);
    }

    /// <summary>Writes a list whose blocks were made before: they are read for what bounds them, and copied.</summary>
    /// <param name="kept">The blocks, of two documents or more.</param>
    /// <param name="widestFrequency">Bits of the largest frequency.</param>
    /// <param name="positions">Where each block's positions begin, counted from the term's; empty where there are none.</param>
    /// <param name="lengthNorms">K by document.</param>
    /// <param name="entry">Receives where the list lies and its bound.</param>
    public void Write(PostingsBlock.Reader kept, int widestFrequency, ReadOnlySpan<uint> positions, ReadOnlySpan<float> lengthNorms, ref PostingsEntry entry)
    {
        var skips = Begin(kept.Left, widestFrequency, ref entry);
        var documents = stackalloc int[BlockPacking.Size];
        var frequencies = stackalloc int[BlockPacking.Size];
        for (var b = 0; b < skips.Blocks; b++)
        {
            var start = kept.At;
            var count = kept.Read(documents, frequencies, out var inSumOrder);
            var docs = new ReadOnlySpan<int>(documents, count);
            var freqs = new ReadOnlySpan<int>(frequencies, count);
            skips.Set(b, docs[^1], MostOf(docs, freqs, lengthNorms), _blocks.Length, positions);
            if (!entry.Dense)
            {
                _blocks.Write(new ReadOnlySpan<byte>(start, checked((int)(kept.At - start))));
                continue;
            }
            AddToBits(docs);
            if (inSumOrder) AddFrequencies(InRunningOrder(freqs));
            else AddFrequencies(freqs);
        }
        End(skips, ref entry);
    }

    /// <summary>The largest frequency / (frequency + K) of some documents, in any order.</summary>
    public static float MostOf(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, ReadOnlySpan<float> lengthNorms)
    {
        var (most, i) = (0f, 0);
        if (Avx2.IsSupported)
        {
            var all = Vector256<float>.Zero;
            fixed (int* docs = documents, freqs = frequencies)
            fixed (float* norms = lengthNorms)
            {
                for (; i <= documents.Length - 8; i += 8)
                {
                    var frequency = Vector256.ConvertToSingle(Vector256.Load(freqs + i));
                    all = Vector256.Max(all, frequency / (frequency + Avx2.GatherVector256(norms, Vector256.Load(docs + i), sizeof(float))));
                }
            }
            for (var lane = 0; lane < Vector256<float>.Count; lane++) most = Math.Max(most, all[lane]);
        }
        for (; i < documents.Length; i++) most = Math.Max(most, frequencies[i] / (frequencies[i] + lengthNorms[documents[i]]));
        return most;
    }

    public void Dispose() => _blocks.Dispose();

    private Skips Begin(int documents, int widestFrequency, ref PostingsEntry entry)
    {
        entry.Postings = output.Position;
        entry.Dense = IsDense(documents, documentCount) && widestFrequency <= BlockPacking.MostBits;
        _blocks.Clear();
        var blocks = (documents + BlockPacking.Size - 1) / BlockPacking.Size;
        if (_skips.Length < 4 * blocks) _skips = new uint[8 * blocks];
        if (entry.Dense)
        {
            var groups = (documentCount + 511) / 512;
            if (_words.Length < 8 * groups) (_words, _ranks) = (new ulong[8 * groups], new uint[groups]);
            Array.Clear(_words);
        }
        return new Skips(_skips.AsSpan(0, 4 * blocks));
    }

    private void End(in Skips skips, ref PostingsEntry entry)
    {
        entry.Most = skips.Most;
        if (entry.Dense) WriteBits();
        if (skips.Blocks > 1 || entry.Dense) output.Write<uint>(skips.All);
        for (var at = 0L; at < _blocks.Length; at += 1 << 20) output.Write(new ReadOnlySpan<byte>(_blocks.Pointer + at, (int)Math.Min(1 << 20, _blocks.Length - at)));
        entry.PostingsLength = output.Position - entry.Postings;
    }

    private ReadOnlySpan<int> InRunningOrder(ReadOnlySpan<int> frequencies)
    {
        for (var i = 0; i < BlockPacking.Size; i++) _rows[i] = frequencies[BlockPacking.Slot(i)];
        return _rows;
    }

    private void AddFrequencies(ReadOnlySpan<int> frequencies)
    {
        for (var i = 0; i < BlockPacking.Size; i++) _rows[i] = i < frequencies.Length ? frequencies[i] - 1 : 0;
        var bits = BlockPacking.BitsFor(_rows);
        var packed = _blocks.Add(1 + 16 * bits);
        *packed = (byte)bits;
        RunningBits.Pack(_rows, bits, packed + 1);
    }

    private void AddToBits(ReadOnlySpan<int> documents)
    {
        foreach (var document in documents) _words[document >> 6] |= 1ul << (document & 63);
    }

    private void WriteBits()
    {
        var groups = (documentCount + 511) / 512;
        var before = 0u;
        for (var i = 0; i < 8 * groups; i++)
        {
            if ((i & 7) == 0) _ranks[i >> 3] = before;
            before += (uint)BitOperations.PopCount(_words[i]);
        }
        output.Write<uint>(_ranks.AsSpan(0, groups));
        output.Write<ulong>(_words.AsSpan(0, 8 * groups));
    }

    /// <summary>What is known of each block.</summary>
    private ref struct Skips(Span<uint> all)
    {
        private readonly Span<uint> _all = all;

        public readonly ReadOnlySpan<uint> All => _all;

        public readonly int Blocks => _all.Length / 4;

        /// <summary>The largest of all bounds.</summary>
        public float Most { get; private set; }

        public void Set(int block, int last, float most, long offset, ReadOnlySpan<uint> positions)
        {
            var blocks = Blocks;
            _all[block] = (uint)last;
            _all[blocks + block] = BitConverter.SingleToUInt32Bits(most);
            _all[2 * blocks + block] = checked((uint)offset);
            _all[3 * blocks + block] = positions.Length > 0 ? positions[block] : 0;
            Most = Math.Max(Most, most);
        }
    }
}
