// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs;

/// <summary>Walks the terms that begin with some bytes, without making any of them.</summary>
internal unsafe ref struct PrefixTerms
{
    private readonly BlockTerms _terms;
    private readonly ReadOnlySpan<byte> _prefix;
    private VarintReader _reader;
    private long _postings, _positions;
    private int _block, _left;
    private int _matched;              // bytes of the prefix that the term before begins with

    public PrefixTerms(BlockTerms terms, ReadOnlySpan<byte> prefix)
    {
        (_terms, _block, _left, _matched) = (terms, Math.Max(0, terms.FindBlock(prefix)) - 1, 0, 0);
        _prefix = prefix;
    }

    /// <summary>Goes to the next term that begins with the prefix.</summary>
    /// <returns>False where there is none.</returns>
    public bool MoveNext(out PostingsEntry entry)
    {
        entry = default;
        while (true)
        {
            if (_left == 0)
            {
                if (++_block >= _terms.BlockCount) return false;
                _reader = _terms.OpenBlock(_block, out _postings, out _positions);
                (_left, _matched) = (_terms.TermsOf(_block), 0);
            }
            _left--;
            var shared = _reader.Int32();
            var own = _reader.Int32();
            var entryLength = *_reader.Skip(1);
            var bytes = new ReadOnlySpan<byte>(_reader.Skip(own), own);
            // What is shared with the term before beyond its match differs from the prefix as that one did.
            if (shared <= _matched)
            {
                var common = bytes.CommonPrefixLength(_prefix[shared..]);
                _matched = shared + common;
                if (_matched < _prefix.Length && common < own && bytes[common] > _prefix[_matched]) return false;
            }
            if (_matched == _prefix.Length)
            {
                entry = _terms.ReadEntry(ref _reader, _postings, _positions);
                GC.KeepAlive(_terms.Dictionary.Bytes);
                return true;
            }
            _reader.Skip(entryLength);
        }
    }
}
