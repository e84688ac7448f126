// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace TextIndex.Codecs;

/// <summary>Walks the terms of a field for Lucene.Net's queries and merges.</summary>
internal sealed unsafe class BlockTermsEnum(BlockTerms terms) : TermsEnum
{
    private readonly BytesRef _term = new(16);
    private int _block = -1;
    private int _left;                        // terms of the block that come after the one at hand
    private long _at;                         // where they begin, counted from the block
    private long _postings, _positions;
    private bool _valid;
    private PostingsEntry _entry;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override BytesRef? Term => _valid ? _term : null;

    public override long Ord => throw new NotSupportedException();

    public override int DocFreq => _entry.DocumentFrequency;

    public override long TotalTermFreq => terms.HasFreqs ? _entry.TotalFrequency : -1;

    /// <summary>The field.</summary>
    public BlockTerms Terms => terms;

    /// <summary>What the dictionary knows of the term at hand.</summary>
    public ref readonly PostingsEntry Entry => ref _entry;

    public override void SeekExact(long ord) => throw new NotSupportedException();

    public override bool SeekExact(BytesRef text)
    {
        var target = text.Bytes.AsSpan(text.Offset, text.Length);
        return terms.FindBlock(target) is >= 0 and var block && Seek(block, target) == SeekStatus.FOUND;
    }

    public override SeekStatus SeekCeil(BytesRef text)
    {
        var target = text.Bytes.AsSpan(text.Offset, text.Length);
        return Seek(Math.Max(0, terms.FindBlock(target)), target);
    }

    public override bool MoveNext()
    {
        if (_left == 0)
        {
            if (_block + 1 >= terms.BlockCount)
            {
                _block = terms.BlockCount;
                return _valid = false;
            }
            Enter(_block + 1);
        }
        var block = terms.OpenBlock(_block, out _, out _);
        var start = block.Position;
        block.Skip((int)_at);
        var shared = block.Int32();
        var own = block.Int32();
        var entryLength = *block.Skip(1);
        var bytes = block.Skip(own);
        if (shared > _term.Length) throw terms.Dictionary.Damage("holds terms that do not follow each other");
        if (_term.Bytes.Length < shared + own)
        {
            var larger = new byte[2 * (shared + own)];
            _term.Bytes.AsSpan(0, shared).CopyTo(larger);
            _term.Bytes = larger;
        }
        new ReadOnlySpan<byte>(bytes, own).CopyTo(_term.Bytes.AsSpan(shared));
        _term.Length = shared + own;
        var entry = block.Position;
        _entry = terms.ReadEntry(ref block, _postings, _positions);
        if (block.Position - entry != entryLength) throw terms.Dictionary.Damage("holds an entry of another length than it says");
        _at = block.Position - start;
        _left--;
        GC.KeepAlive(terms.Dictionary.Bytes);
        return _valid = true;
    }

    [Obsolete("Use MoveNext() and Term instead.")]
    public override BytesRef? Next() => MoveNext() ? _term : null;

    public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => Open(liveDocs, reuse);

    public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) =>
        terms.HasPositions ? Open(liveDocs, reuse) : null;

    private BlockDocsEnum Open(IBits? liveDocs, DocsEnum? reuse)
    {
        if (!_valid) throw new InvalidOperationException("The terms stand on none.");
        var documents = reuse is BlockDocsEnum ours && ours.Terms == terms ? ours : new BlockDocsEnum(terms);
        documents.Open(_entry, liveDocs);
        return documents;
    }

    private void Enter(int block)
    {
        _block = block;
        _left = terms.TermsOf(block);
        _at = 0;
        _term.Length = 0;
        terms.OpenBlock(block, out _postings, out _positions);
    }

    private SeekStatus Seek(int block, ReadOnlySpan<byte> target)
    {
        if (terms.BlockCount == 0)
        {
            _valid = false;
            return SeekStatus.END;
        }
        Enter(block);
        while (MoveNext())
        {
            var order = _term.Bytes.AsSpan(0, _term.Length).SequenceCompareTo(target);
            if (order == 0) return SeekStatus.FOUND;
            if (order > 0) return SeekStatus.NOT_FOUND;
        }
        return SeekStatus.END;
    }
}
