// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs.Columns;

/// <summary>Some documents of a text column, one behind the other: what one scan walks and one pair index speaks of. Safe to share between threads.</summary>
internal sealed unsafe class TextChunk
{
    private readonly ColumnFile _file;
    private readonly TextChunkPlace _place;
    private PairIndex? _pairs;

    /// <summary>Opens a chunk.</summary>
    /// <param name="file">Where it stands.</param>
    /// <param name="place">Where its parts stand.</param>
    /// <exception cref="FormatException">The parts do not fit the file.</exception>
    public TextChunk(ColumnFile file, in TextChunkPlace place)
    {
        (_file, _place) = (file, place);
        if (place.Documents < 0 || place.Units < 0 || place.FirstDocument < 0) throw file.Damaged("a chunk of text has a wrong count");
        file.MustHold(place.TextAt, 2L * place.Units);
        file.MustHold(place.CutsAt, ((long)place.Units + 7) >> 3);
        file.MustHold(place.StartsAt, 4L * (place.Documents + 1L));
        file.MustHold(place.BlockDocumentsAt, 4L * Blocks);
        file.MustHold(place.PairsAt, place.PairsLength);
    }

    /// <summary>The first document, counted in the column.</summary>
    public int FirstDocument => _place.FirstDocument;

    /// <summary>How many documents there are.</summary>
    public int Documents => _place.Documents;

    /// <summary>Code units of the chunk, a barrier behind every document included.</summary>
    public int Units => _place.Units;

    /// <summary>Blocks that the pair index speaks of.</summary>
    public int Blocks => PairIndexWriter.BlocksOf(_place.Units);

    /// <summary>The pair index; null where the chunk is too small to need one.</summary>
    public PairIndex? Pairs => _place.PairsLength == 0 ? null : _pairs ??= new PairIndex(_file, _place.PairsAt, _place.PairsLength, Blocks);

    /// <summary>Makes the pair index once more and compares it with the one that is there: what <c>check</c> asks.</summary>
    public bool HasSoundPairs()
    {
        if (Pairs is not { } pairs) return _place.Units < ChunkSizes.Default.SmallestIndexed;
        using var made = new GrowingBytes();
        using var writer = new PairIndexWriter((first, second) => !pairs.FindPlaces(pairs.Find(first, second), out _, out _), ChunkSizes.Default.SmallestPlaced);
        writer.Write(Text(0, _place.Units), _place.Units, made);
        return made.Written.SequenceEqual(new ReadOnlySpan<byte>(_file.Read(_place.PairsAt, _place.PairsLength), (int)_place.PairsLength));
    }

    /// <summary>Gives the text from a place on; readable up to <see cref="ColumnFile.Slack"/> bytes behind <paramref name="end"/>.</summary>
    /// <returns>The beginning of the chunk, so that places are offsets of it; only what was asked for is verified.</returns>
    public char* Text(int start, int end) => (char*)(_file.Read(_place.TextAt + 2L * start, 2L * (end - start)) - 2L * start);

    /// <summary>The text of a document of this chunk, without the barrier behind it.</summary>
    /// <param name="document">Counted in the chunk.</param>
    public ReadOnlySpan<char> TextOf(int document)
    {
        var (start, end) = BoundsOf(document);
        return new ReadOnlySpan<char>(Text(start, end) + start, end - start);
    }

    /// <summary>Where a document begins and ends in the chunk, without the barrier behind it.</summary>
    public (int Start, int End) BoundsOf(int document)
    {
        var at = _file.Read(_place.StartsAt + 4L * document, 8);
        var (start, next) = (LittleEndian.UInt32(at), LittleEndian.UInt32(at + 4));
        if (start >= next || next > (uint)_place.Units) throw _file.Damaged("a document of a text column has a wrong length");
        return ((int)start, (int)next - 1);
    }

    /// <summary>The document that holds a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="before">A document before that one; -1 where none is known. The one behind it is looked at first.</param>
    public int DocumentAt(int place, int before = -1)
    {
        if (before + 1 < _place.Documents && BoundsOf(before + 1) is var (nextStart, nextEnd) && place >= nextStart && place <= nextEnd) return before + 1;
        var starts = _file.Read(_place.StartsAt, 4L * (_place.Documents + 1L));
        var blocks = _file.Read(_place.BlockDocumentsAt, 4L * Blocks);
        var block = place >> PairIndexWriter.BlockBits;
        var low = (long)LittleEndian.UInt32(blocks + 4L * block);
        var high = block + 1 < Blocks ? LittleEndian.UInt32(blocks + 4L * block + 4) + 1L : _place.Documents;
        if (low >= high || high > _place.Documents) throw _file.Damaged("a block of a text column has a wrong document");
        while (low + 1 < high)
        {
            var middle = (low + high) >>> 1;
            if (LittleEndian.UInt32(starts + 4 * middle) <= (uint)place) low = middle; else high = middle;
        }
        return (int)low;
    }

    /// <summary>Tells whether a word begins, or the document ends, at a place.</summary>
    public bool IsCut(int place) => (*_file.Read(_place.CutsAt + (place >> 3), 1) >> (place & 7) & 1) != 0;

    /// <summary>The marks of word beginnings from one place to another, as the bytes that hold them.</summary>
    /// <param name="start">The first place.</param>
    /// <param name="end">Behind the last place.</param>
    /// <param name="firstBit">Which bit of the first byte is the mark of <paramref name="start"/>.</param>
    public ReadOnlySpan<byte> Cuts(int start, int end, out int firstBit)
    {
        firstBit = start & 7;
        var length = (end + 7 >> 3) - (start >> 3);
        return new ReadOnlySpan<byte>(_file.Read(_place.CutsAt + (start >> 3), length), length);
    }
}

/// <summary>Where the parts of a chunk stand in its file.</summary>
/// <param name="FirstDocument">The first document.</param>
/// <param name="Documents">How many documents there are.</param>
/// <param name="Units">Code units of text.</param>
/// <param name="TextAt">The text.</param>
/// <param name="CutsAt">The marks of word beginnings.</param>
/// <param name="StartsAt">Where documents begin.</param>
/// <param name="BlockDocumentsAt">Which document each block begins in.</param>
/// <param name="PairsAt">The pair index.</param>
/// <param name="PairsLength">Its bytes; 0 = there is none.</param>
internal readonly record struct TextChunkPlace(
    int FirstDocument, int Documents, int Units, long TextAt, long CutsAt, long StartsAt, long BlockDocumentsAt, long PairsAt, long PairsLength);
