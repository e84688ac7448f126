// SPDX-License-Identifier: MIT
using System.Buffers;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using TextIndex.Documents;

namespace TextIndex.Analysis;

/// <summary>Gives the words of a text as Lucene.Net tokens. For one thread, and reused for text after text as Lucene.Net does.</summary>
internal sealed class ChineseTokenizer : Tokenizer
{
    private readonly FieldAnalyzer _analyzer;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stopWords;
    private readonly bool _wordsInside;
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _increment;
    private readonly ITypeAttribute _type;

    // The text at hand. Reset alone decides its beginning, so what a consumer left half done, or a reader that threw, has no effect on the next one.
    private AnalyzedText? _text;
    private int _sourceLength;
    private int _next;
    private int _skipped;

    // Words inside the word that was given last, ascending.
    private readonly List<TextSpan> _inside = [];
    private int _nextInside;
    private int[] _lengths = [];

    public ChineseTokenizer(TextReader reader, FieldAnalyzer analyzer, HashSet<string> stopWords, bool wordsInside) : base(reader)
    {
        (_analyzer, _stopWords, _wordsInside) = (analyzer, stopWords.GetAlternateLookup<ReadOnlySpan<char>>(), wordsInside);
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
        _type = AddAttribute<ITypeAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        Forget();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        var text = _text ??= ReadAll();
        if (_nextInside < _inside.Count)
        {
            Give(text, _inside[_nextInside++], 0);
            return true;
        }
        var words = text.Words;
        while (_next < words.Length)
        {
            var word = words[_next++];
            if (word.Length > FieldAnalyzer.LongestTerm || _stopWords.Contains(text.Text.AsSpan(word.Start, word.Length)))
            {
                _skipped++;
                continue;
            }
            Give(text, word, _skipped + 1);
            _skipped = 0;
            if (_wordsInside) FindInside(text, word);
            return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        var end = CorrectOffset(_sourceLength);
        _offset.SetOffset(end, end);
        _increment.PositionIncrement = _skipped;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) Forget();
    }

    private void Forget()
    {
        _text = null;
        _sourceLength = _next = _skipped = _nextInside = 0;
        _inside.Clear();
    }

    private void Give(AnalyzedText text, TextSpan word, int increment)
    {
        var source = text.Normalized.Map.ToSource(word);
        _term.SetEmpty().Append(text.Text, word.Start, word.Length);
        _offset.SetOffset(CorrectOffset(source.Start), CorrectOffset(source.End));
        _increment.PositionIncrement = increment;
        _type.Type = TypeOf(text.Text.AsSpan(word.Start, word.Length));
    }

    private void FindInside(AnalyzedText text, TextSpan word)
    {
        _inside.Clear();
        _nextInside = 0;
        if (word.Length < 3 || !FieldAnalyzer.HoldsHan(text.Text.AsSpan(word.Start, word.Length))) return;
        var dictionary = _analyzer.Segmenter.Dictionary;
        if (_lengths.Length < dictionary.LongestWordLength) _lengths = new int[dictionary.LongestWordLength];
        for (var start = word.Start; start <= word.End - 2; start++)
        {
            var count = dictionary.WordsAt(text.Text.AsSpan(start, word.End - start), _lengths);
            foreach (var length in _lengths.AsSpan(0, count))
                if (length >= 2 && length < word.Length && !SplitsSurrogates(text.Text, start, start + length)) _inside.Add(new TextSpan(start, length));
        }
    }

    private static bool SplitsSurrogates(string text, int start, int end) => char.IsLowSurrogate(text[start]) || char.IsHighSurrogate(text[end - 1]);

    private static string TypeOf(ReadOnlySpan<char> word)
    {
        if (FieldAnalyzer.HoldsHan(word)) return "word";
        foreach (var c in word)
            if (!char.IsDigit(c)) return "alphanum";
        return "number";
    }

    private AnalyzedText ReadAll()
    {
        var buffer = ArrayPool<char>.Shared.Rent(4096);
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<char>.Shared.Rent(2 * buffer.Length);
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<char>.Shared.Return(buffer);
                    buffer = larger;
                }
                var read = m_input.Read(buffer, length, buffer.Length - length);
                if (read <= 0) break;
                length += read;
            }
            var text = _analyzer.Analyze(buffer.AsSpan(0, length));
            _sourceLength = length;
            return text;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
