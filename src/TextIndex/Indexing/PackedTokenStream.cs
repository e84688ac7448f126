// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using TextIndex.Codecs.Inversion;
using Attribute = Lucene.Net.Util.Attribute;

namespace TextIndex.Indexing;

/// <summary>Hands Lucene.Net the words of one field of one document, packed into few long terms. For one thread; used for one document after another.</summary>
internal sealed class PackedTokenStream : TokenStream
{
    private readonly Chunk _chunk = new();
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

    /// <summary>The bytes of the chunk at hand.</summary>
    private sealed class Chunk : Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; private set; } = new();

        public void Set(byte[] bytes, int start, int length) => (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (bytes, start, length);

        public void FillBytesRef() { }

        public override void Clear() => BytesRef.Length = 0;

        public override void CopyTo(IAttribute target) => ((Chunk)target).BytesRef = BytesRef.DeepCopyOf(BytesRef);
    }
}
