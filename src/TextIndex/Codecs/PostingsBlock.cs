// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace TextIndex.Codecs;

/// <summary>Gathers up to 128 documents with their frequencies and writes them as a block of a list (<see cref="PostingsWriter"/> says how it is laid out).</summary>
internal sealed unsafe class PostingsBlock
{
    // In sum order, frequencies less one.
    private readonly int[] _gaps = new int[BlockPacking.Size];
    private readonly int[] _frequencies = new int[BlockPacking.Size];
    private readonly int[] _runningGaps = new int[BlockPacking.Size];
    private readonly int[] _runningFrequencies = new int[BlockPacking.Size];

    /// <summary>Documents in the block.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no more go in.</summary>
    public bool IsFull => Count == BlockPacking.Size;

    /// <summary>Adds a document.</summary>
    /// <param name="gap">Its distance from the one before, which may stand in another block.</param>
    /// <param name="frequency">1 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int gap, int frequency)
    {
        var slot = BlockPacking.Slot(Count++);
        _gaps[slot] = gap;
        _frequencies[slot] = frequency - 1;
    }

    /// <summary>Writes the block and begins another.</summary>
    public void WriteTo(GrowingBytes bytes)
    {
        if (Count >= PostingsWriter.LeastPacked)
        {
            if (IsFull ? TryPack(_gaps, _frequencies, always: true, bytes) : TryPack(InRunningOrder(_gaps, _runningGaps), InRunningOrder(_frequencies, _runningFrequencies), always: false, bytes))
            {
                Count = 0;
                return;
            }
            bytes.Write([PostingsWriter.Wide]);
        }
        for (var i = 0; i < Count; i++)
        {
            var slot = BlockPacking.Slot(i);
            bytes.WriteVarint((ulong)(uint)_gaps[slot] << 1 | (_frequencies[slot] == 0 ? 1u : 0));
            if (_frequencies[slot] != 0) bytes.WriteVarint((uint)_frequencies[slot] + 1);
        }
        Count = 0;
    }

    private ReadOnlySpan<int> InRunningOrder(int[] numbers, int[] ordered)
    {
        for (var i = 0; i < Count; i++) ordered[i] = numbers[BlockPacking.Slot(i)];
        return ordered.AsSpan(0, Count);
    }

    // Packed numbers are read many times faster, which is worth an eighth of their bytes; one outlier would make all of them wide.
    private static bool TryPack(ReadOnlySpan<int> gaps, ReadOnlySpan<int> frequencies, bool always, GrowingBytes bytes)
    {
        var (gapBits, frequencyBits) = (BlockPacking.BitsFor(gaps), BlockPacking.BitsFor(frequencies));
        if (gapBits > BlockPacking.MostBits || frequencyBits > BlockPacking.MostBits) return false;
        var (gapBytes, frequencyBytes) = (BlockPacking.BytesFor(gaps.Length, gapBits), BlockPacking.BytesFor(gaps.Length, frequencyBits));
        if (!always)
        {
            var varints = 0;
            for (var i = 0; i < gaps.Length; i++) varints += Varint.LengthOf((ulong)(uint)gaps[i] << 1) + (frequencies[i] == 0 ? 0 : Varint.LengthOf((ulong)frequencies[i] + 1));
            if (gapBytes + frequencyBytes > varints + varints / 8) return false;
        }
        var packed = bytes.Add(2 + gapBytes + frequencyBytes);
        (packed[0], packed[1]) = ((byte)gapBits, (byte)frequencyBits);
        RunningBits.Pack(gaps, gapBits, packed + 2);
        RunningBits.Pack(frequencies, frequencyBits, packed + 2 + gapBytes);
        return true;
    }

    /// <summary>Reads blocks that this process has written a moment ago: nothing is looked at twice.</summary>
    /// <param name="at">The first; <see cref="BlockPacking.Overread"/> bytes behind the last can be read.</param>
    /// <param name="count">Documents in all of them.</param>
    internal struct Reader(byte* at, int count)
    {
        private int _document;

        /// <summary>Where the next block begins.</summary>
        public byte* At { get; private set; } = at;

        /// <summary>Documents that are still to come.</summary>
        public int Left { get; private set; } = count;

        /// <summary>Reads a block.</summary>
        /// <param name="documents">Receives up to 128 documents.</param>
        /// <param name="frequencies">Receives their frequencies.</param>
        /// <param name="inSumOrder">Whether both come in sum order (<see cref="BlockPacking"/>).</param>
        /// <returns>How many; 0 at the end.</returns>
        public int Read(int* documents, int* frequencies, out bool inSumOrder)
        {
            var read = Math.Min(BlockPacking.Size, Left);
            Left -= read;
            var packed = read >= PostingsWriter.LeastPacked && *At != PostingsWriter.Wide;
            inSumOrder = packed && read == BlockPacking.Size;
            if (packed)
            {
                var (gapBits, frequencyBits) = (At[0], At[1]);
                var from = At + 2 + BlockPacking.BytesFor(read, gapBits);
                if (inSumOrder) BlockPacking.UnpackSums(At + 2, gapBits, 0, _document, documents);
                else BlockPacking.UnpackRunningSums(At + 2, gapBits, _document, read, documents);
                BlockPacking.Unpack(from, frequencyBits, 1, read, frequencies);
                _document = documents[read - 1];
                At = from + BlockPacking.BytesFor(read, frequencyBits);
                return read;
            }
            var at = At;
            if (read >= PostingsWriter.LeastPacked) at++;
            for (var i = 0; i < read; i++)
            {
                var value = Varint.Read(ref at);
                documents[i] = _document += (int)(value >> 1);
                frequencies[i] = (value & 1) != 0 ? 1 : (int)Varint.Read(ref at);
            }
            At = at;
            return read;
        }
    }
}
