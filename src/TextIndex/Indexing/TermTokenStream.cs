// SPDX-License-Identifier: MIT
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace TextIndex.Indexing;

/// <summary>Hands Lucene.Net the terms of one field of one document, which were worked out before. For one thread; used for one document after another.</summary>
internal sealed class TermTokenStream : TokenStream
{
    private readonly Term _term = new();
    private readonly IPositionIncrementAttribute _increment;
    private (int Start, int Length, int Increment)[] _terms = new (int, int, int)[256];
    private string _text = "";
    private int _count, _next;

    public TermTokenStream()
    {
        AddAttributeImpl(_term);
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Begins the terms of a document: parts of <paramref name="text"/>.</summary>
    public void Begin(string text)
    {
        _text = text;
        (_count, _next) = (0, 0);
    }

    /// <summary>Adds the next term.</summary>
    public void Add(int start, int length, int increment = 1)
    {
        if (_count == _terms.Length) Array.Resize(ref _terms, 2 * _terms.Length);
        _terms[_count++] = (start, length, increment);
    }

    public override void Reset() => _next = 0;

    // Nothing is cleared: both attributes are set with every term, and there are no others.
    public override bool IncrementToken()
    {
        if (_next == _count) return false;
        var (start, length, increment) = _terms[_next++];
        _term.Set(_text.AsSpan(start, length));
        _increment.PositionIncrement = increment;
        return true;
    }

    /// <summary>The bytes of the term at hand, without the way over a buffer of characters.</summary>
    private sealed class Term : Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; private set; } = new(new byte[1024]);

        public void Set(ReadOnlySpan<char> term)
        {
            if (BytesRef.Bytes.Length < 3 * term.Length) BytesRef.Bytes = new byte[3 * term.Length];
            BytesRef.Offset = 0;
            BytesRef.Length = Encoding.UTF8.GetBytes(term, BytesRef.Bytes);
        }

        public void FillBytesRef() { }

        public override void Clear() => BytesRef.Length = 0;

        public override void CopyTo(IAttribute target) => ((Term)target).BytesRef = BytesRef.DeepCopyOf(BytesRef);
    }
}
