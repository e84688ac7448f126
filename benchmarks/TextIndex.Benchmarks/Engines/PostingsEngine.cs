// SPDX-License-Identifier: MIT
using System.Text;
using Lucene.Net.Index;
using TextIndex.Codecs;
using TextIndex.Search;
using TextIndex.Search.Scorers;
using TextIndex.Storage;

namespace TextIndex.Benchmarks.Engines;

/// <summary>Our scorers over our postings; always with the exact total, scored again in double precision, ties by number.</summary>
internal sealed class PostingsEngine : TimedEngine
{
    private readonly MappedDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly FieldView[] _fields;
    private readonly PostingsScorer _scorer = new();
    private readonly int _documents;
    private readonly long _total;
    private readonly (double Score, int Document)[] _best = new (double, int)[4096];

    public PostingsEngine(string folder)
    {
        TextIndexCodec.Register();
        _directory = new MappedDirectory(folder);
        _reader = DirectoryReader.Open(_directory);
        _documents = _reader.NumDocs;
        var terms = _reader.Leaves.Select(leaf => (BlockTerms)((AtomicReader)leaf.Reader).GetTerms("b")).ToArray();
        _total = terms.Sum(field => field.SumTotalTermFreq);
        var average = _total / (double)_documents;
        _fields = [.. terms.Select((field, i) => new FieldView(field, average, FieldView.NormsOf(field, average),
            FieldView.LiveOf(((AtomicReader)_reader.Leaves[i].Reader).LiveDocs, field.DocumentCount)))];
    }

    public override string Name => "TextIndex";

    /// <summary>The ten best documents of the query that was run last.</summary>
    public IReadOnlyList<(double Score, int Document)> Best => _best[..Found];

    public int Found { get; private set; }

    public override void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    public Func<long> Ready(EngineQuery query) => Prepare(query);

    protected override Func<long> Prepare(EngineQuery query)
    {
        byte[][] terms = [.. query.Words.Select(Encoding.UTF8.GetBytes)];
        if (query.Kind == QueryKind.Prefix) return () => RunPrefix(terms[0]);
        var shape = query.Kind switch { QueryKind.Or => Shape.Any, QueryKind.Phrase => Shape.Phrase, _ => Shape.All };
        var bm25 = Array.ConvertAll(query.Words, word => new Bm25(_documents, _reader.DocFreq(new Term("b", word)), _total));
        var weights = Array.ConvertAll(bm25, of => (float)(of.Idf * (Bm25.K1 + 1)));
        return () => Run(shape, terms, bm25, weights);
    }

    private long Run(Shape shape, byte[][] terms, Bm25[] bm25, float[] weights)
    {
        _scorer.Begin(10);
        for (var s = 0; s < _fields.Length; s++) _scorer.Run(_fields[s], s, shape, terms, weights);
        Found = 0;
        var field = _fields[^1];            // one index segment: lists are still open
        foreach (var candidate in _scorer.Top.Clean())
        {
            double score = candidate.Score;
            if (shape != Shape.Phrase)
            {
                score = 0;
                for (var i = 0; i < terms.Length; i++)
                    if ((candidate.Frequency > 0 ? candidate.Frequency : _scorer.FrequencyOf(i, candidate.Document)) is var frequency and > 0) score += bm25[i].Score(frequency, field.Terms.LengthOf(candidate.Document));
            }
            Insert(score, candidate.Document);
        }
        return _scorer.Total;
    }

    private void Insert(double score, int document)
    {
        if (Found == 10 && (score < _best[9].Score || score == _best[9].Score && document > _best[9].Document)) return;
        if (Found < 10) Found++;
        var at = Found - 1;
        for (; at > 0 && (_best[at - 1].Score < score || _best[at - 1].Score == score && _best[at - 1].Document > document); at--) _best[at] = _best[at - 1];
        _best[at] = (score, document);
    }

    private long RunPrefix(byte[] prefix)
    {
        var total = 0L;
        Found = 0;
        foreach (var field in _fields)
        {
            total += _scorer.RunPrefix(field, prefix, out var documents);
            for (var w = 0; w < documents.Length && Found < 10; w++)
                for (var bits = documents[w]; bits != 0 && Found < 10; bits &= bits - 1) _best[Found++] = (1, w << 6 | System.Numerics.BitOperations.TrailingZeroCount(bits));
        }
        return total;
    }
}
