// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace TextIndex.Codecs;

/// <summary>Walks the documents of a term, with frequencies and positions, for Lucene.Net's queries and merges.</summary>
internal sealed unsafe class BlockDocsEnum(BlockTerms terms) : DocsAndPositionsEnum
{
    private readonly int[] _documents = new int[BlockPacking.Size];
    private readonly int[] _frequencies = new int[BlockPacking.Size];
    private PostingsList _list;
    private IBits? _live;
    private int _block, _at, _count, _document;
    private bool _hasFrequencies;
    private int _counted;                     // documents of the block whose occurrences are in _occurrences
    private long _occurrences;
    private byte* _positions;
    private int _positionBits, _positionsBlock, _positionsLeft, _position;
    private long _bit;

    /// <summary>The field that it was made for.</summary>
    public BlockTerms Terms => terms;

    public override int DocID => _document;

    public override int Freq
    {
        get
        {
            ReadFrequencies();
            return _frequencies[_at];
        }
    }

    public override int StartOffset => -1;

    public override int EndOffset => -1;

    /// <summary>Goes before the first document of a term.</summary>
    public void Open(in PostingsEntry entry, IBits? live)
    {
        _list.Open(terms, entry);
        (_live, _block, _at, _count, _document, _positionsBlock, _positionsLeft) = (live, -1, 0, 0, -1, -1, -1);
    }

    public override BytesRef? GetPayload() => null;

    public override long GetCost() => _list.Count;

    public override int NextDoc()
    {
        while (true)
        {
            if (++_at >= _count)
            {
                if (_block + 1 >= _list.Blocks) return End();
                Load(_block + 1);
            }
            _document = _documents[_at];
            if (_live is null || _live.Get(_document)) return Found();
        }
    }

    public override int Advance(int target)
    {
        if (target == NO_MORE_DOCS || _block >= _list.Blocks) return End();
        if (_block < 0 || _list.LastOf(_block) < target)
        {
            var block = _list.FindBlock(target, Math.Max(0, _block));
            if (block != _block)
            {
                Load(block);
                _at = -1;
            }
        }
        var found = Array.BinarySearch(_documents, Math.Max(0, _at), _count - Math.Max(0, _at), target);
        _at = (found < 0 ? ~found : found) - 1;
        return NextDoc();
    }

    public override int NextPosition()
    {
        if (_positionsLeft < 0) OpenPositions();
        if (_positionsLeft-- == 0) throw new InvalidOperationException("The document has no more positions.");
        if (_list.Entry.TotalFrequency == 1) return (int)_list.Entry.Positions;
        _position += PositionBlock.At(_positions, _bit, (1ul << _positionBits) - 1);
        _bit += _positionBits;
        GC.KeepAlive(terms.Positions.Bytes);
        return _position;
    }

    private int Found()
    {
        _positionsLeft = -1;
        return _document;
    }

    private int End()
    {
        (_block, _count, _at) = (_list.Blocks, 0, 0);
        return _document = NO_MORE_DOCS;
    }

    private void Load(int block)
    {
        var documents = stackalloc int[BlockPacking.Size];
        var frequencies = stackalloc int[BlockPacking.Size];
        var both = _list.ReadDocuments(block, documents, frequencies);
        (_block, _count, _at, _hasFrequencies, _counted, _occurrences) = (block, _list.CountOf(block), 0, both, 0, 0);
        ToRunningOrder(documents, _documents);
        if (both) ToRunningOrder(frequencies, _frequencies);
        GC.KeepAlive(terms.Lists.Bytes);
    }

    private void ReadFrequencies()
    {
        if (_hasFrequencies) return;
        _hasFrequencies = true;
        var frequencies = stackalloc int[BlockPacking.Size];
        _list.ReadFrequencies(_block, frequencies);
        ToRunningOrder(frequencies, _frequencies);
        GC.KeepAlive(terms.Lists.Bytes);
    }

    private void ToRunningOrder(int* numbers, int[] ordered)
    {
        if (_list.InSumOrder(_block))
            for (var i = 0; i < BlockPacking.Size; i++) ordered[i] = numbers[BlockPacking.Slot(i)];
        else
            new ReadOnlySpan<int>(numbers, _count).CopyTo(ordered);
    }

    private void OpenPositions()
    {
        ReadFrequencies();
        _positionsLeft = _frequencies[_at];
        _position = 0;
        if (_list.Entry.TotalFrequency == 1) return;
        if (_positionsBlock != _block)
        {
            var all = 0L;
            foreach (var frequency in _frequencies.AsSpan(0, _count)) all += frequency;
            _positions = _list.OpenPositions(_block, all, out _positionBits);
            _positionsBlock = _block;
        }
        for (; _counted < _at; _counted++) _occurrences += _frequencies[_counted];
        _bit = _occurrences * _positionBits;
    }
}
