// SPDX-License-Identifier: MIT
using TextIndex.Storage;

namespace TextIndex.Codecs.Columns;

// chunk := text:u16 × units cuts:bit × units start:u32 × (documents + 1) blockDocument:u32 × blocks pairs
// Every document ends with a barrier, U+000A, which stands in no folded text but as a barrier: no occurrence goes over the end of a document.
// cuts: bit i of byte i/8, least significant first: a word of any kind begins at code unit i; the barrier behind a document has its bit set.
// start: offset of each document in the chunk; the last is the length of the chunk. blockDocument: the document that holds the first code unit of the block.
// pairs: PairIndexWriter.cs; nothing where the chunk has fewer than 65,536 code units, which a scan reads in microseconds.
/// <summary>Writes a column of folded text, chunk by chunk, holding no more than one chunk in memory.</summary>
internal sealed unsafe class TextColumnWriter : IDisposable
{
    private readonly PageWriter _output;
    private readonly PairIndexWriter _pairs;
    private readonly ChunkSizes _sizes;
    private readonly NativeList<uint> _starts = new();
    private readonly GrowingBytes _cuts = new();
    private char* _text;
    private long _room;
    private int _units, _firstDocument;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Receives the column.</param>
    /// <param name="leavesPlacesOut">Which pairs need no list of places; may be null.</param>
    /// <param name="sizes">Where a chunk ends, and what it is given.</param>
    public TextColumnWriter(PageWriter output, PairFilter? leavesPlacesOut, ChunkSizes sizes) =>
        (_output, _pairs, _sizes) = (output, new PairIndexWriter(leavesPlacesOut, sizes.SmallestPlaced), sizes);

    /// <summary>The chunks that are written.</summary>
    public List<TextChunkPlace> Chunks { get; } = [];

    /// <summary>Adds the next document.</summary>
    /// <param name="value">What <see cref="TextValue"/> describes.</param>
    /// <exception cref="ArgumentException">The value is none.</exception>
    public void Add(ReadOnlySpan<byte> value)
    {
        var units = TextValue.UnitsOf(value);
        var text = TextValue.TextOf(value);
        var needed = (long)_units + units + 1;
        if (needed > Array.MaxLength) { EndChunk(); needed = units + 1L; }
        if (_room < needed) Reserve(needed);
        _starts.Add((uint)_units);
        text.CopyTo(new Span<char>(_text + _units, units));
        _text[_units + units] = '\n';
        AddCuts(value[(2 * units)..], units);
        _units += units + 1;
        if (_units >= _sizes.Units) EndChunk();
    }

    /// <summary>Writes what is left.</summary>
    public void Finish()
    {
        if (_starts.Count > 0) EndChunk();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativePages.Free(_text, _room * sizeof(char));
        _text = null;
        _room = 0;
        _starts.Dispose();
        _cuts.Dispose();
        _pairs.Dispose();
    }

    // Outside the managed heap, where what was outgrown would stay until it is collected. Twice as much each time, but not beyond where a chunk ends anyway.
    private void Reserve(long needed)
    {
        var room = Math.Max(needed, Math.Min(Math.Max(4096, 2 * _room), _sizes.Units));
        _text = (char*)NativePages.Replace(_text, _room * sizeof(char), (long)_units * sizeof(char), room * sizeof(char));
        _room = room;
    }

    private void AddCuts(ReadOnlySpan<byte> cuts, int units)
    {
        var end = _units + units + 1;
        _cuts.AddZeros(((end + 7) >> 3) - _cuts.Length);
        var target = _cuts.Mutable;
        var shift = _units & 7;
        var at = _units >> 3;
        for (var i = 0; i < cuts.Length; i++, at++)
        {
            target[at] |= (byte)(cuts[i] << shift);
            if (shift > 0 && at + 1 < target.Length) target[at + 1] |= (byte)(cuts[i] >> (8 - shift));
        }
        target[(end - 1) >> 3] |= (byte)(1 << ((end - 1) & 7));
    }

    private void EndChunk()
    {
        _starts.Add((uint)_units);
        var textAt = _output.Align();
        _output.Write(LittleEndian.BytesOf(new ReadOnlySpan<char>(_text, _units)));
        var cutsAt = _output.Position;
        _output.Write(_cuts.Written);
        var startsAt = _output.Position;
        _output.Write(LittleEndian.BytesOf<uint>(_starts.Items));
        var blocksAt = WriteBlockDocuments();
        var pairsAt = _output.Position;
        if (_units >= _sizes.SmallestIndexed) _pairs.Write(_text, _units, _output);
        Chunks.Add(new TextChunkPlace(_firstDocument, _starts.Count - 1, _units, textAt, cutsAt, startsAt, blocksAt, pairsAt, _output.Position - pairsAt));
        _firstDocument += _starts.Count - 1;
        _starts.Clear();
        _cuts.Clear();
        _units = 0;
    }

    private long WriteBlockDocuments()
    {
        var at = _output.Position;
        var documents = new uint[PairIndexWriter.BlocksOf(_units)];
        for (int block = 0, document = 0; block < documents.Length; block++)
        {
            while (_starts[document + 1] <= (uint)block << PairIndexWriter.BlockBits) document++;
            documents[block] = (uint)document;
        }
        _output.Write(LittleEndian.BytesOf<uint>(documents));
        return at;
    }
}
