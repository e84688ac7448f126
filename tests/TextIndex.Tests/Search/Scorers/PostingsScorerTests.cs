// SPDX-License-Identifier: MIT
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Codecs;
using TextIndex.Search.Scorers;
using TextIndex.Tests.Codecs;
using Xunit;
using Bm25 = TextIndex.Search.Bm25;
using Document = Lucene.Net.Documents.Document;

namespace TextIndex.Tests.Search.Scorers;

/// <summary>The scorers over random documents, several index segments and deletes, beside plain arithmetic over what Lucene.Net's own enumerators tell.</summary>
public sealed class PostingsScorerTests : IDisposable
{
    private const string Field = "f";
    private readonly RAMDirectory _directory = new();
    private DirectoryReader? _reader;

    public void Dispose()
    {
        _reader?.Dispose();
        _directory.Dispose();
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Repository.Slow ? 300 : 16)];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_shape_of_query_gives_what_plain_arithmetic_gives(int seed)
    {
        var random = new Random(seed);
        var collection = Open(random);
        var scorer = new PostingsScorer();
        for (var i = 0; i < 150; i++)
        {
            string[] words = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => RandomTokens.Word((int)((random.Next(2) == 0 ? 12 : 600) * Math.Pow(random.NextDouble(), 2)))).Distinct()];
            var shape = (Shape)random.Next(3);
            if (shape == Shape.Phrase && random.Next(4) > 0) words = collection.Phrase(random);
            var limit = random.Next(5) == 0 ? int.MaxValue : random.Next(1, 30);
            collection.Compare(scorer, shape, words, limit, $"seed {seed}, query {i}: {shape} {string.Join(' ', words)}, {limit} best");
            var prefix = words[0][..random.Next(1, words[0].Length + 1)];
            if (!char.IsHighSurrogate(prefix[^1])) collection.ComparePrefix(scorer, prefix);
        }
    }

    [Fact]
    public void A_warm_query_allocates_nothing()
    {
        var random = new Random(3);
        var collection = Open(random);
        var scorer = new PostingsScorer();
        byte[][] words = [.. new[] { 0, 1, 5 }.Select(rank => Encoding.UTF8.GetBytes(RandomTokens.Word(rank)))];
        float[] weights = [1, 2, 3];
        foreach (var shape in Enum.GetValues<Shape>())
        {
            var before = 0L;
            for (var i = 0; i < 20; i++)
            {
                if (i == 10) before = GC.GetAllocatedBytesForCurrentThread();
                scorer.Begin(10);
                foreach (var (field, segment) in collection.Fields.Select((field, segment) => (field, segment)).ToArray().AsSpan()) scorer.Run(field, segment, shape, words, weights);
                scorer.Top.Clean();
            }
            // The list of pairs above is the test's own: ten times.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10 * 1500);
        }
    }

    private Collection Open(Random random)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, null) { Codec = TextIndexCodec.Instance, MaxBufferedDocs = random.Next(200, 3000), RAMBufferSizeMB = IndexWriterConfig.DISABLE_AUTO_FLUSH, MergeScheduler = new SerialMergeScheduler() };
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS };
        using (var writer = new IndexWriter(_directory, config))
        {
            var synonyms = random.Next(3) == 0;
            var count = random.Next(50, 6000);
            for (var d = 0; d < count; d++)
            {
                writer.AddDocument([new Field(Field, new RandomTokens(random, synonyms), type), new StringField("id", d.ToString(System.Globalization.CultureInfo.InvariantCulture), Lucene.Net.Documents.Field.Store.NO)]);
                if (random.Next(30) == 0) writer.DeleteDocuments(new Term("id", random.Next(d + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
            if (random.Next(2) == 0) writer.ForceMerge(1);
        }
        _reader = DirectoryReader.Open(_directory);
        return new Collection(_reader);
    }

    /// <summary>The documents as plain words by position, read back through Lucene.Net's enumerators.</summary>
    private sealed class Collection
    {
        private readonly List<(int Segment, int Document, List<(int Position, string Word)> Words)> _documents = [];
        private readonly double _average;

        public Collection(DirectoryReader reader)
        {
            var leaves = reader.Leaves.Select(leaf => (AtomicReader)leaf.Reader).Where(leaf => leaf.GetTerms(Field) is not null).ToList();
            for (var s = 0; s < leaves.Count; s++) Read(leaves[s], s);
            _average = _documents.Average(document => (double)document.Words.Count);
            foreach (var leaf in leaves)
            {
                var terms = (BlockTerms)leaf.GetTerms(Field);
                Fields.Add(new FieldView(terms, _average, FieldView.NormsOf(terms, _average), FieldView.LiveOf(leaf.LiveDocs, leaf.MaxDoc)));
            }
        }

        public List<FieldView> Fields { get; } = [];

        public string[] Phrase(Random random)
        {
            while (true)
            {
                var words = _documents[random.Next(_documents.Count)].Words;
                var length = random.Next(2, 5);
                if (words.Count <= length) continue;
                var start = random.Next(words.Count - length);
                string[] phrase = [.. words.Skip(start).Take(length).Select(word => word.Word)];
                if (phrase.Distinct().Count() == length || random.Next(3) == 0) return phrase;
            }
        }

        public void Compare(PostingsScorer scorer, Shape shape, string[] words, int limit, string what)
        {
            var frequencies = _documents.Select(document => words.Select(word => document.Words.Count(token => token.Word == word)).ToArray()).ToArray();
            var bm25 = words.Select((_, w) => new Bm25(_documents.Count, frequencies.Count(of => of[w] > 0), (long)Math.Round(_average * _documents.Count))).ToArray();
            var weights = bm25.Select(of => (float)(of.Idf * (Bm25.K1 + 1))).ToArray();
            scorer.Begin(limit);
            for (var s = 0; s < Fields.Count; s++) scorer.Run(Fields[s], s, shape, [.. words.Select(Encoding.UTF8.GetBytes)], weights);

            var expected = new List<(double Score, int Segment, int Document)>();
            for (var d = 0; d < _documents.Count; d++)
            {
                var score = 0.0;
                if (shape == Shape.Phrase)
                {
                    var places = _documents[d].Words.ToHashSet();
                    var count = _documents[d].Words.Where(token => token.Word == words[0]).Select(token => token.Position).Distinct().Count(start => words.Select((word, i) => (start + i, word)).All(places.Contains));
                    score = count == 0 ? 0 : bm25.Sum(of => of.Score(count, _documents[d].Words.Count));
                }
                else if (shape == Shape.Any || frequencies[d].All(frequency => frequency > 0))
                {
                    score = bm25.Zip(frequencies[d], (of, frequency) => frequency == 0 ? 0 : of.Score(frequency, _documents[d].Words.Count)).Sum();
                }
                if (score > 0) expected.Add((score, _documents[d].Segment, _documents[d].Document));
            }
            Assert.True(expected.Count == scorer.Total, $"{what}: {scorer.Total} documents, not {expected.Count}");
            var found = scorer.Top.Clean().ToArray().ToDictionary(candidate => (candidate.Segment, candidate.Document), candidate => candidate.Whole);
            foreach (var (score, segment, document) in expected.OrderByDescending(hit => hit.Score).Take(limit))
                Assert.True(found.TryGetValue((segment, document), out var ours) && Math.Abs(ours - score) <= 1e-5 * score, $"{what}: document {segment}/{document} scores {ours}, not {score}");
            foreach (var hit in found) Assert.Contains(expected, of => (of.Segment, of.Document) == hit.Key);
        }

        public void ComparePrefix(PostingsScorer scorer, string prefix)
        {
            for (var s = 0; s < Fields.Count; s++)
            {
                var expected = _documents.Where(document => document.Segment == s && document.Words.Any(word => word.Word.StartsWith(prefix, StringComparison.Ordinal))).Select(document => document.Document).ToList();
                Assert.Equal(expected.Count, scorer.RunPrefix(Fields[s], Encoding.UTF8.GetBytes(prefix), out var documents));
                foreach (var document in expected) Assert.NotEqual(0ul, documents[document >> 6] >> document & 1);
            }
        }

        private void Read(AtomicReader leaf, int segment)
        {
            var words = new List<(int, string)>[leaf.MaxDoc];
            var terms = leaf.GetTerms(Field).GetEnumerator();
            while (terms.MoveNext())
            {
                var word = terms.Term.Utf8ToString();
                var documents = terms.DocsAndPositions(leaf.LiveDocs, null);
                for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
                    for (var left = documents.Freq; left > 0; left--) (words[document] ??= []).Add((documents.NextPosition(), word));
            }
            for (var document = 0; document < leaf.MaxDoc; document++)
                if (leaf.LiveDocs is null || leaf.LiveDocs.Get(document)) _documents.Add((segment, document, [.. (words[document] ?? []).OrderBy(token => token.Item1)]));
        }
    }
}
