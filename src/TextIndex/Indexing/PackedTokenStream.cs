// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using TextIndex.Codecs.Inversion;

namespace TextIndex.Indexing;

/// <summary>Hands Lucene.Net the words of one field of one document, packed into few long terms. For one thread; used for one document after another.</summary>
internal sealed class PackedTokenStream : TokenStream
{
    private readonly TermBytes _chunk = new();
    private readonly IPositionIncrementAttribute _increment;
    private int _next;

    public PackedTokenStream(WordNumbers numbers)
    {
        Words = new DocumentWords(numbers);
        AddAttributeImpl(_chunk);
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>The words, to be counted before they are read here.</summary>
    public DocumentWords Words { get; }

    public override void Reset() => _next = 0;

    // Nothing is cleared: both attributes are set with every chunk, and there are no others.
    public override bool IncrementToken()
    {
        if (_next == Words.Chunks.Count) return false;
        var (start, length) = Words.Chunks[_next++];
        _chunk.Set(Words.Bytes, start, length);
        _increment.PositionIncrement = 1;
        return true;
    }
}
