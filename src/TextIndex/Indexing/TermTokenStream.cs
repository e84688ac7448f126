// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace TextIndex.Indexing;

/// <summary>Hands Lucene.Net the terms of one field of one document, which were worked out before.</summary>
internal sealed class TermTokenStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private readonly List<(int Start, int Length, int Increment)> _terms = [];
    private string _text = "";
    private int _next;

    public TermTokenStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Begins the terms of a document: parts of <paramref name="text"/>.</summary>
    public void Begin(string text)
    {
        _text = text;
        _terms.Clear();
        _next = 0;
    }

    /// <summary>Adds the next term.</summary>
    public void Add(int start, int length, int increment = 1) => _terms.Add((start, length, increment));

    public override void Reset() => _next = 0;

    public override bool IncrementToken()
    {
        if (_next == _terms.Count) return false;
        ClearAttributes();
        var (start, length, increment) = _terms[_next++];
        _term.SetEmpty().Append(_text, start, length);
        _increment.PositionIncrement = increment;
        return true;
    }
}
