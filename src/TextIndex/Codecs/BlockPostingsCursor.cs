// SPDX-License-Identifier: MIT
using Lucene.Net.Util;

namespace TextIndex.Codecs;

/// <summary>Postings of ours, a block at a time.</summary>
internal sealed unsafe class BlockPostingsCursor : PostingsCursor
{
    private readonly BlockTerms _terms;
    private readonly IBits? _live;
    private readonly int[] _documents = new int[BlockPacking.Size];
    private readonly int[] _frequencies = new int[BlockPacking.Size];
    private readonly PostingsList _list;
    private int _block = -1, _at, _count, _document = -1;

    public BlockPostingsCursor(BlockTerms terms, in PostingsEntry entry, IBits? live)
    {
        (_terms, _live) = (terms, live);
        _list.Open(terms, entry);
    }

    public override int Document => _document;

    public override int Frequency => _frequencies[_at];

    public override long Cost => _list.Count;

    public override int Next()
    {
        if (++_at < _count || Load(_block + 1)) return _document = _documents[_at];
        return _document = End;
    }

    public override int Advance(int target)
    {
        if (target == End || _block >= _list.Blocks) return _document = End;
        if (_block < 0 || _list.LastOf(_block) < target)
        {
            if (!Load(_list.FindBlock(target, Math.Max(0, _block)))) return _document = End;
        }
        var found = Array.BinarySearch(_documents, _at, _count - _at, target);
        _at = (found < 0 ? ~found : found) - 1;
        return Next();
    }

    public override int Read(Span<int> documents, Span<int> frequencies)
    {
        if (_at + 1 >= _count)
        {
            if (!Load(_block + 1)) return 0;
            _at--;
        }
        var count = _count - _at - 1;
        _documents.AsSpan(_at + 1, count).CopyTo(documents);
        _frequencies.AsSpan(_at + 1, count).CopyTo(frequencies);
        _at = _count - 1;
        _document = _documents[_at];
        return count;
    }

    // The first block from one on that holds a document which is not deleted; afterwards the first of them is at hand.
    private bool Load(int block)
    {
        int* documents = stackalloc int[BlockPacking.Size], frequencies = stackalloc int[BlockPacking.Size];
        for (; block < _list.Blocks; block++)
        {
            if (!_list.ReadDocuments(block, documents, frequencies)) _list.ReadFrequencies(block, frequencies);
            var count = _list.CountOf(block);
            var sumOrder = _list.InSumOrder(block);
            _count = 0;
            for (var i = 0; i < count; i++)
            {
                var slot = sumOrder ? BlockPacking.Slot(i) : i;
                (_documents[_count], _frequencies[_count]) = (documents[slot], frequencies[slot]);
                if (_live is null || _live.Get(documents[slot])) _count++;
            }
            if (_count == 0) continue;
            (_block, _at) = (block, 0);
            GC.KeepAlive(_terms.Lists.Bytes);
            return true;
        }
        (_block, _at, _count) = (_list.Blocks, 0, 0);
        GC.KeepAlive(_terms.Lists.Bytes);
        return false;
    }
}
