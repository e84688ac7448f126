// SPDX-License-Identifier: MIT
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Tests.Search;

/// <summary>Answers queries by brute force over plain strings: the scan that the index is held to. It shares the fold and the cut with the product, nothing else.</summary>
internal sealed class Oracle
{
    public sealed record Node(Func<int, bool> Matches, Func<int, double> Score);

    private readonly List<Document> _documents;
    private readonly Field[][] _fields;     // by document, then title and body

    public Oracle(IEnumerable<Document> documents)
    {
        _documents = [.. documents.OrderBy(document => document.Key, StringComparer.Ordinal)];
        _fields = [.. _documents.Select(document => new[] { new Field(document.Text, document.TitleSpan), new Field(document.Text, document.BodySpan) })];
    }

    public int Count => _documents.Count;

    public string KeyOf(int document) => _documents[document].Key;

    /// <summary>A literal in title and body (0, 1), or in one of them.</summary>
    public Node Literal(string literal, bool wholeWords = false, params int[] fields)
    {
        if (fields.Length == 0) fields = [0, 1];
        var frequency = new double[2][];
        foreach (var f in fields) frequency[f] = [.. _fields.Select(field => field[f].FrequencyOf(literal, wholeWords))];
        return new Node(
            document => fields.Any(f => frequency[f][document] > 0),
            document => fields.Sum(f => frequency[f][document] > 0 ? Score(f, frequency[f], document) : 0));
    }

    public Node All(params Node[] parts) => new(d => parts.All(p => p.Matches(d)), d => parts.Sum(p => p.Score(d)));

    public Node Any(params Node[] parts) => new(d => parts.Any(p => p.Matches(d)), d => parts.Where(p => p.Matches(d)).Sum(p => p.Score(d)));

    public Node Except(Node part, Node excluded) => new(d => part.Matches(d) && !excluded.Matches(d), part.Score);

    public Node Prefix(string prefix) => new(d => _fields[d].Any(field => field.HasWord(TextNormalizer.Fold(prefix))), _ => 1);

    /// <summary>All matching documents, best first, equal ones by key.</summary>
    public List<(string Key, double Score)> Rank(Node node) =>
        [.. Enumerable.Range(0, Count).Where(node.Matches).Select(d => (KeyOf(d), node.Score(d)))
            .OrderByDescending(hit => hit.Item2).ThenBy(hit => hit.Item1, StringComparer.Ordinal)];

    /// <summary>Every place of a literal, as source spans, by key; a title on the first line counts as body.</summary>
    public List<(string Key, TextSpan Span)> Places(string literal)
    {
        var places = new List<(string, TextSpan)>();
        for (var d = 0; d < Count; d++)
        {
            var inBody = _documents[d].BodySpan.Contains(_documents[d].TitleSpan);
            foreach (var field in inBody ? _fields[d][1..] : _fields[d])
                foreach (var (span, _) in field.Find(literal)) places.Add((KeyOf(d), field.ToSource(span)));
        }
        return [.. places.OrderBy(p => p.Item1, StringComparer.Ordinal).ThenBy(p => p.Item2)];
    }

    private double Score(int f, double[] frequencies, int document)
    {
        var df = frequencies.Count(frequency => frequency > 0);
        var average = _fields.Average(field => field[f].Length);
        var idf = Math.Log(1 + (Count - df + 0.5) / (df + 0.5));
        var tf = frequencies[document];
        return idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * _fields[document][f].Length / average));
    }

    private sealed class Field
    {
        private readonly NormalizedText _text;
        private readonly HashSet<int> _cuts = [];
        private readonly HashSet<string> _words = new(StringComparer.Ordinal);
        private readonly int _base;

        public Field(string source, TextSpan span)
        {
            _base = span.Start;
            _text = TextNormalizer.Normalize(span.In(source));
            var words = new TextSpan[_text.Text.Length + 1];
            var count = WordSegmenter.WordGraph.Segment(_text.Text, words);
            _cuts.Add(_text.Text.Length);
            var tokens = new HashSet<TextSpan>();
            foreach (var word in words[..count])
            {
                _cuts.Add(word.Start);
                if (!FieldAnalyzer.HoldsLetterOrDigit(word.In(_text.Text))) continue;
                tokens.Add(word);
                _words.Add(word.In(_text.Text));
            }
            for (var start = 0; start < _text.Text.Length; start++)
                for (var length = 2; length <= 12 && start + length <= _text.Text.Length; length++)
                    if (_text.Text.Substring(start, length) is var word && FieldAnalyzer.AllHan(word) && WordSegmenter.WordGraph.Dictionary.Contains(word))
                    {
                        _words.Add(word);
                        if (!tokens.Contains(new TextSpan(start, length))) Length += _cuts.Contains(start) && _cuts.Contains(start + length) ? 1 : 0.5;
                    }
            Length += tokens.Count;
        }

        /// <summary>Tokens, and the dictionary words that occur without being one, as they are counted.</summary>
        public double Length { get; }

        public bool HasWord(string prefix) => _words.Any(word => word.StartsWith(prefix, StringComparison.Ordinal));

        public double FrequencyOf(string literal, bool wholeWords) =>
            Find(literal).Sum(found => found.Aligned ? 1 : wholeWords ? 0 : 0.5);

        public IEnumerable<(TextSpan Span, bool Aligned)> Find(string literal)
        {
            var folded = TextNormalizer.Fold(literal.Trim());
            if (folded.Length == 0 || folded.Contains(TextNormalizer.Barrier)) yield break;
            for (var at = 0; at + folded.Length <= _text.Text.Length; at++)
            {
                if (string.CompareOrdinal(_text.Text, at, folded, 0, folded.Length) != 0 || Splits(at) || Splits(at + folded.Length)) continue;
                yield return (new TextSpan(at, folded.Length), _cuts.Contains(at) && _cuts.Contains(at + folded.Length));
            }
        }

        public TextSpan ToSource(TextSpan span)
        {
            var source = _text.Map.ToSource(span);
            return new TextSpan(_base + source.Start, source.Length);
        }

        private bool Splits(int at) => at > 0 && at < _text.Text.Length && char.IsHighSurrogate(_text.Text[at - 1]) && char.IsLowSurrogate(_text.Text[at]);
    }
}
