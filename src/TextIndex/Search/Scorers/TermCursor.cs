// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TextIndex.Codecs;

namespace TextIndex.Search.Scorers;

/// <summary>One list of a query in one index segment, with the block at hand unpacked.</summary>
internal sealed unsafe class TermCursor
{
    private readonly PinnedArray<int> _numbers = new(3 * BlockPacking.Size);
    private bool _hasDocuments, _hasFrequencies, _hasSums;

    public TermCursor()
    {
        Documents = _numbers.Pointer;
        Frequencies = Documents + BlockPacking.Size;
        Sums = Frequencies + BlockPacking.Size;
    }

    /// <summary>The list.</summary>
    public PostingsList List;

    /// <summary>What frequency / (frequency + K) is multiplied by.</summary>
    public float Weight;

    /// <summary>No document of this index segment scores more.</summary>
    public float Most;

    /// <summary>The field it is of.</summary>
    public FieldView Field = null!;

    /// <summary>K by document of that field.</summary>
    public float* Norms;

    /// <summary>Documents that are not deleted; -1 = not counted.</summary>
    public int Live;

    /// <summary>Place of the word in a phrase.</summary>
    public int Place;

    /// <summary>The block that a walk over all of them comes to next.</summary>
    public int Next;

    /// <summary>The block that is unpacked; -1 = none.</summary>
    public int Block = -1;

    /// <summary>Documents in it.</summary>
    public int Count;

    /// <summary>Its documents, its frequencies, and its frequencies added up, in the order of the block.</summary>
    public readonly int* Documents, Frequencies, Sums;

    public bool IsDense => List.Words is not null;

    /// <summary>Opens a list.</summary>
    public void Open(FieldView field, in PostingsEntry entry, float weight)
    {
        List.Open(field.Terms, entry);
        Norms = field.Norms;
        (Field, Weight, Most, Live) = (field, weight, weight * field.BoundOf(entry.Most), -1);
        Go(-1);
    }

    /// <summary>No document of a block scores more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float BoundOf(int block) => Weight * Field.BoundOf(List.MostOf(block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(int block)
    {
        if (Block != block || !_hasDocuments) Unpack(block);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadFrequencies()
    {
        if (_hasFrequencies) return;
        List.ReadFrequencies(Block, Frequencies);
        FillFrequencies();
    }

    /// <summary>Unpacks the frequencies of a block, and not its documents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LoadFrequencies(int block)
    {
        if (Block != block) Go(block);
        LoadFrequencies();
    }

    /// <summary>Finds the frequencies of the block at hand that are not smaller than one.</summary>
    /// <param name="least">The one.</param>
    /// <param name="reached">Receives a bit for each, two words of 64.</param>
    /// <returns>0 where there is none.</returns>
    public ulong Reach(int least, ulong* reached)
    {
        (reached[0], reached[1]) = (0, 0);
        var wanted = Vector256.Create(least);
        for (var at = 0; at < Count; at += 8)
            reached[at >> 6] |= (ulong)Vector256.GreaterThanOrEqual(Vector256.Load(Frequencies + at), wanted).ExtractMostSignificantBits() << (at & 63);
        if (Count < 64) (reached[0], reached[1]) = (reached[0] & ((1ul << Count) - 1), 0);
        else if (Count < 128) reached[1] &= (1ul << (Count & 63)) - 1;
        return reached[0] | reached[1];
    }

    /// <summary>Finds a document in the block at hand.</summary>
    /// <returns>Where it stands; -1 where it does not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int document)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var target = Vector512.Create(document);
            for (var at = 0; at < Count; at += 32)
            {
                var found = Vector512.Equals(Vector512.Load(Documents + at), target).ExtractMostSignificantBits()
                    | Vector512.Equals(Vector512.Load(Documents + at + 16), target).ExtractMostSignificantBits() << 16;
                if (found != 0) return Inside(at + BitOperations.TrailingZeroCount(found));
            }
            return -1;
        }
        var wanted = Vector256.Create(document);
        for (var at = 0; at < Count; at += 16)
        {
            var found = Vector256.Equals(Vector256.Load(Documents + at), wanted).ExtractMostSignificantBits()
                | Vector256.Equals(Vector256.Load(Documents + at + 8), wanted).ExtractMostSignificantBits() << 8;
            if (found != 0) return Inside(at + BitOperations.TrailingZeroCount(found));
        }
        return -1;
    }

    /// <summary>How often the term is in a document, whichever; 0 where it is not.</summary>
    public int FrequencyOf(int document)
    {
        if (IsDense) return List.Holds(document) ? List.FrequencyAt(List.RankOf(document)) : 0;
        if (!Seek(document)) return 0;
        var at = Find(document);
        if (at < 0) return 0;
        LoadFrequencies();
        return Frequencies[at];
    }

    /// <summary>Unpacks the block that may hold a document.</summary>
    /// <returns>False where none does.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Seek(int document)
    {
        if (Block < 0 || List.LastOf(Block) < document || List.FirstOf(Block) > document)
        {
            var block = List.FindBlock(document, Block >= 0 && List.LastOf(Block) < document ? Block : 0);
            if (List.LastOf(block) < document) return false;
            Load(block);
            return true;
        }
        Load(Block);        // its frequencies alone may be there
        return true;
    }

    /// <summary>Reads the positions of a document that holds the term.</summary>
    /// <param name="document">The document.</param>
    /// <param name="positions">Receives them; grows as needed.</param>
    /// <returns>How many.</returns>
    public int ReadPositions(int document, PinnedArray<int> positions)
    {
        int at, before;
        if (IsDense)
        {
            var rank = List.RankOf(document);
            if (rank >= List.Count) throw List.Damage();
            LoadFrequencies(rank >> 7);
            at = rank & 127;
        }
        else
        {
            at = Seek(document) ? Find(document) : -1;
            if (at < 0) return 0;
        }
        LoadFrequencies();
        LoadSums();
        var frequency = Frequencies[at];
        if (List.Entry.TotalFrequency == 1)
        {
            positions.Pointer[0] = (int)List.Entry.Positions;
            return 1;
        }
        before = Sums[at] - frequency;
        var all = Sums[List.InSumOrder(Block) ? BlockPacking.Size - 1 : Count - 1];
        if (before < 0 || all < Sums[at]) throw List.Damage();
        positions.Require(frequency);
        var packed = List.OpenPositions(Block, all, out var bits);
        var (bit, mask, position) = ((long)before * bits, (1ul << bits) - 1, 0);
        var found = positions.Pointer;
        for (var i = 0; i < frequency; i++)
        {
            found[i] = position += PositionBlock.At(packed, bit, mask);
            bit += bits;
        }
        return frequency;
    }

    private void Unpack(int block)
    {
        if (Block != block) Go(block);
        _hasDocuments = true;
        if (List.ReadDocuments(block, Documents, Frequencies)) FillFrequencies();
        // Whoever loads 16 at a time finds document 0 and frequency 0 behind the last.
        for (var i = Count; i < BlockPacking.Size && (i & 15) != 0; i++) Documents[i] = 0;
    }

    private void FillFrequencies()
    {
        _hasFrequencies = true;
        for (var i = Count; i < BlockPacking.Size && (i & 15) != 0; i++) Frequencies[i] = 0;
    }

    private void Go(int block) => (Block, Count, _hasDocuments, _hasFrequencies, _hasSums) = (block, block < 0 ? 0 : List.CountOf(block), false, false, false);

    private void LoadSums()
    {
        if (_hasSums) return;
        _hasSums = true;
        if (List.ReadSums(Block, Sums)) return;
        var sum = 0;
        for (var i = 0; i < Count; i++) Sums[i] = sum += Frequencies[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Inside(int at) => at < Count ? at : -1;
}
