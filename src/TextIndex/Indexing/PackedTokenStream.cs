// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using TextIndex.Codecs.Buffering;
using TextIndex.Codecs.Inversion;

namespace TextIndex.Indexing;

/// <summary>Hands Lucene.Net the words of one field of one document: their address as one term. For one thread; used for one document after another.</summary>
internal sealed class PackedTokenStream : TokenStream
{
    private readonly TermBytes _address = new();
    private readonly byte[] _bytes = new byte[BufferAddress.Bytes];
    private readonly IPositionIncrementAttribute _increment;
    private bool _isRead;

    public PackedTokenStream(WordNumbers numbers, BufferFiller filler)
    {
        Words = new DocumentWords(numbers, filler);
        AddAttributeImpl(_address);
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>The words, to be counted before they are read here.</summary>
    public DocumentWords Words { get; }

    public override void Reset() => _isRead = false;

    // Nothing is cleared: both attributes are set with the term, and there are no others.
    public override bool IncrementToken()
    {
        if (_isRead || Words.Address.Length == 0) return false;
        _isRead = true;
        Words.Address.Write(_bytes);
        _address.Set(_bytes, 0, _bytes.Length);
        _increment.PositionIncrement = 1;
        return true;
    }
}
