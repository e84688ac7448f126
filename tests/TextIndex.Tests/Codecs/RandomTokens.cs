// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace TextIndex.Tests.Codecs;

/// <summary>Words of one document, some in nearly every document, most in few; positions with gaps and, now and then, two words at one place.</summary>
internal sealed class RandomTokens : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private readonly IOffsetAttribute _offset;
    private readonly Random _random;
    private readonly bool _synonyms;
    private readonly List<(string Word, int Increment)> _words = [];
    private int _next;

    public RandomTokens(Random random, bool synonyms = true)
    {
        (_random, _synonyms) = (random, synonyms);
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        var repeat = random.Next(20) == 0;
        for (var left = random.Next(60); left > 0; left--)
            _words.Add((Word(repeat ? 3 : (int)(3000 * Math.Pow(random.NextDouble(), 5))), _synonyms && random.Next(500) == 0 ? 0 : random.Next(50) == 0 ? random.Next(1, 100_000) : 1));
        if (_words.Count > 0) _words[0] = (_words[0].Word, 1);
        // Two words at one place are two: what a phrase of a word that stands twice at one place is, nobody has said.
        for (var i = 1; i < _words.Count; i++)
            if (_words[i].Increment == 0) _words[i] = (Word(4000 + i), 0);
    }

    /// <summary>A word by its rank: of one to five characters, some with others at their beginning.</summary>
    public static string Word(int rank)
    {
        var word = "";
        for (rank++; rank > 0; rank /= 23) word += rank % 7 == 0 ? char.ConvertFromUtf32(0x20000 + rank % 23) : ((char)(0x4E00 + rank % 23)).ToString();
        return word;
    }

    public override void Reset() => _next = 0;

    public override bool IncrementToken()
    {
        if (_next == _words.Count) return false;
        ClearAttributes();
        _term.SetEmpty().Append(_words[_next].Word);
        _increment.PositionIncrement = _words[_next].Increment;
        _offset.SetOffset(3 * _next, 3 * _next + 2);
        _next++;
        return true;
    }
}
