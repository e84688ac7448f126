// SPDX-License-Identifier: MIT
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace TextIndex.Indexing;

/// <summary>Hands Lucene.Net the terms of one field of one document, which were worked out before. For one thread; used for one document after another.</summary>
internal sealed class TermTokenStream : TokenStream
{
    private readonly TermBytes _term = new();
    private readonly IPositionIncrementAttribute _increment;
    private (int Start, int Length, int Increment)[] _terms = new (int, int, int)[256];
    private string _text = "";
    private byte[] _bytes = new byte[1024];
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
        if (_bytes.Length < 3 * length) _bytes = new byte[3 * length];
        _term.Set(_bytes, 0, Encoding.UTF8.GetBytes(_text.AsSpan(start, length), _bytes));
        _increment.PositionIncrement = increment;
        return true;
    }
}
