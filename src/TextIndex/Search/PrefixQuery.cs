// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Codecs;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Normalization;

namespace TextIndex.Search;

/// <summary>Finds the documents with a word that begins with a string: tokens, and dictionary words that occur. Every one scores 1.</summary>
public sealed class PrefixQuery : Query
{
    private readonly string _folded;
    private readonly TextField[] _fields;

    /// <summary>Looks for words in title and body.</summary>
    public PrefixQuery(string prefix) : this(prefix, "") { }

    /// <summary>Looks for words in one field.</summary>
    /// <param name="prefix">How the words begin; not empty.</param>
    /// <param name="field"><c>title</c>, <c>body</c>, or empty for both.</param>
    public PrefixQuery(string prefix, string field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        (Prefix, _folded, _fields) = (prefix, TextNormalizer.Fold(prefix), LiteralQuery.FieldsOf(field));
    }

    /// <summary>How the words begin, folded, UTF-8.</summary>
    internal byte[] FoldedBytes => field ??= System.Text.Encoding.UTF8.GetBytes(_folded);

    internal TextField[] Fields => _fields;

    /// <summary>How the words begin.</summary>
    public string Prefix { get; }

    internal override BoundQuery Bind(SearchContext context) => new Bound(this, context);

    private sealed class Bound : BoundQuery
    {
        private readonly PrefixQuery _query;
        private readonly SearchContext _context;
        private readonly FixedBitSet?[] _documents;
        private readonly SortedSet<string> _words = new(StringComparer.Ordinal);

        public Bound(PrefixQuery query, SearchContext context)
        {
            (_query, _context) = (query, context);
            _documents = new FixedBitSet?[context.Snapshot.Segments.Count];
        }

        public override DocumentCursor Open(IndexSegment segment) => new ConstantCursor(_documents[segment.Ordinal] ??= Match(segment), 1);

        public override void FindPlaces(DocumentView document, List<Place> places)
        {
            foreach (var field in _query._fields)
            {
                if (document.IsInside(field, _query._fields)) continue;
                foreach (var word in FindWords(document, field)) places.Add(new Place(field, word));
            }
        }

        // One scan for the prefix, however many words begin with it: at each place the token that begins there and the indexed words.
        private List<TextSpan> FindWords(DocumentView document, TextField field)
        {
            var found = new List<TextSpan>();
            var text = document.Folded(field);
            var boundaries = document.Boundaries(field);
            var dictionary = _context.Analyzer.Segmenter.Dictionary;
            var lengths = new int[dictionary.LongestWordLength];
            var prefix = _query._folded;
            for (var start = text.IndexOf(prefix); start >= 0; start = text[++start..].IndexOf(prefix) is var next and >= 0 ? start + next : -1)
            {
                if (boundaries.IsTokenAt(start) && boundaries.EndOf(start) - start is var token && token >= prefix.Length && token <= FieldAnalyzer.LongestTerm)
                    found.Add(new TextSpan(start, token));
                foreach (var length in lengths.AsSpan(0, dictionary.WordsAt(text[start..], lengths)))
                    if (length >= prefix.Length && length is >= 2 and <= FieldAnalyzer.LongestTerm && FieldAnalyzer.AllHan(text.Slice(start, length))) found.Add(new TextSpan(start, length));
            }
            return found;
        }

        public override void Explain(DocumentView document, List<string> lines)
        {
            foreach (var segment in _context.Snapshot.Segments) Open(segment);
            lines.Add($"1 {_query.Prefix}*: {string.Join(' ', _words.Take(20))}");
        }

        private FixedBitSet Match(IndexSegment segment)
        {
            var documents = new FixedBitSet(Math.Max(1, segment.DocumentCount));
            var prefix = new BytesRef(_query._folded);
            foreach (var field in _query._fields) Match(segment, field.Name, prefix, documents);
            return documents;
        }

        private void Match(IndexSegment segment, string field, BytesRef prefix, FixedBitSet documents)
        {
            if (segment.Terms(field) is not { } terms || terms.SeekCeil(prefix) == TermsEnum.SeekStatus.END) return;
            for (var term = terms.Term; term is not null && StringHelper.StartsWith(term, prefix); term = terms.MoveNext() ? terms.Term : null)
            {
                _context.CancellationToken.ThrowIfCancellationRequested();
                _words.Add(term.Utf8ToString());
                var cursor = PostingsCursor.Open(segment.Reader, terms);
                for (var document = cursor.Next(); document != PostingsCursor.End; document = cursor.Next()) documents.Set(document);
            }
        }
    }
}
