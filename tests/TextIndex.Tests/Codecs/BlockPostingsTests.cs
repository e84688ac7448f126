// SPDX-License-Identifier: MIT
using Lucene.Net.Codecs;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Codecs;
using TextIndex.Storage;
using TextIndex.Tests.Storage;
using Xunit;
using Directory = Lucene.Net.Store.Directory;
using Document = Lucene.Net.Documents.Document;

namespace TextIndex.Tests.Codecs;

/// <summary>The same operations with Lucene.Net's codec and with ours: everything that a reader can ask gives the same.</summary>
public sealed class BlockPostingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Repository.Slow ? 200 : 12)];

    [Theory, MemberData(nameof(Seeds))]
    public void Random_documents_read_as_from_the_stock_codec(int seed)
    {
        using var stock = new RAMDirectory();
        using Directory ours = seed % 3 == 0 ? new RAMDirectory() : new MappedDirectory(_folder.Full("index"));
        Write(stock, new Lucene.Net.Codecs.Lucene46.Lucene46Codec(), seed);
        Write(ours, TextIndexCodec.Instance, seed);
        using var expected = DirectoryReader.Open(stock);
        using var actual = DirectoryReader.Open(ours);
        Assert.Equal(expected.MaxDoc, actual.MaxDoc);
        Assert.Equal(expected.NumDocs, actual.NumDocs);
        Assert.Equal(expected.Leaves.Count, actual.Leaves.Count);
        for (var leaf = 0; leaf < expected.Leaves.Count; leaf++)
            Compare((AtomicReader)expected.Leaves[leaf].Reader, (AtomicReader)actual.Leaves[leaf].Reader, new Random(seed));
        CompareQueries(expected, actual, new Random(seed));
        foreach (var context in actual.Leaves) ((AtomicReader)context.Reader).CheckIntegrity();
        Assert.True(new CheckIndex(ours).DoCheckIndex().Clean);
    }

    private static void Write(Directory directory, Codec codec, int seed)
    {
        var random = new Random(seed);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
        {
            Codec = codec, MaxBufferedDocs = random.Next(50, 2000), RAMBufferSizeMB = IndexWriterConfig.DISABLE_AUTO_FLUSH,
            UseCompoundFile = random.Next(2) == 0, MergeScheduler = new SerialMergeScheduler(),
            MergePolicy = new LogDocMergePolicy(),                // by count: sizes in bytes are not the same
        };
        config.MergePolicy.NoCFSRatio = random.Next(2);
        using var writer = new IndexWriter(directory, config);
        var fields = Fields();
        var count = random.Next(100, 3000);
        for (var d = 0; d < count; d++)
        {
            var document = new Document { new StringField("id", d.ToString(System.Globalization.CultureInfo.InvariantCulture), Field.Store.NO) };
            foreach (var (name, type) in fields)
                if (random.Next(10) > 0) document.Add(new Field(name, new RandomTokens(random), type));
            writer.AddDocument(document);
            if (random.Next(40) == 0) writer.DeleteDocuments(new Term("id", random.Next(d + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (random.Next(300) == 0) writer.Commit();
        }
        if (random.Next(3) == 0) writer.DeleteDocuments(new Term("positions", RandomTokens.Word(1)));
        if (random.Next(2) == 0) writer.ForceMerge(1 + random.Next(3));
    }

    private static (string, FieldType)[] Fields() =>
    [
        ("docs", Type(IndexOptions.DOCS_ONLY)), ("freqs", Type(IndexOptions.DOCS_AND_FREQS)), ("positions", Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS)),
        ("offsets", Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS)),
    ];

    private static FieldType Type(IndexOptions options) => new() { IsIndexed = true, IsTokenized = true, OmitNorms = false, IndexOptions = options };

    private static void Compare(AtomicReader expected, AtomicReader actual, Random random)
    {
        foreach (var (field, _) in Fields().Append(("id", new FieldType())))
        {
            var (theirs, ours) = (expected.GetTerms(field), actual.GetTerms(field));
            Assert.Equal(theirs is null, ours is null);
            if (theirs is null || ours is null) continue;
            Assert.Equal(theirs.Count, ours.Count);
            Assert.Equal(theirs.SumDocFreq, ours.SumDocFreq);
            Assert.Equal(theirs.SumTotalTermFreq, ours.SumTotalTermFreq);
            Assert.Equal(theirs.DocCount, ours.DocCount);
            Assert.Equal((theirs.HasFreqs, theirs.HasPositions, theirs.HasOffsets, theirs.HasPayloads), (ours.HasFreqs, ours.HasPositions, ours.HasOffsets, ours.HasPayloads));
            var (theirTerms, ourTerms) = (theirs.GetEnumerator(), ours.GetEnumerator());
            var all = new List<BytesRef>();
            DocsEnum? reused = null;
            DocsAndPositionsEnum? reusedPositions = null;
            while (theirTerms.MoveNext())
            {
                Assert.True(ourTerms.MoveNext());
                Assert.Equal(theirTerms.Term, ourTerms.Term);
                all.Add(BytesRef.DeepCopyOf(theirTerms.Term));
                Assert.Equal(theirTerms.DocFreq, ourTerms.DocFreq);
                Assert.Equal(theirTerms.TotalTermFreq, ourTerms.TotalTermFreq);
                var live = random.Next(2) == 0 ? expected.LiveDocs : null;
                CompareDocuments(theirTerms.Docs(live, null, DocsFlags.FREQS), reused = ourTerms.Docs(live, reused, DocsFlags.FREQS), theirs.HasFreqs);
                CompareAdvance(theirTerms.Docs(live, null), reused = ourTerms.Docs(live, reused), random, expected.MaxDoc);
                if (theirs.HasPositions)
                    ComparePositions(theirTerms.DocsAndPositions(live, null), reusedPositions = ourTerms.DocsAndPositions(live, reusedPositions), random);
                else Assert.Null(ourTerms.DocsAndPositions(live, null));
            }
            Assert.False(ourTerms.MoveNext());
            CompareSeeks(theirTerms, ourTerms, all, random);
        }
    }

    private static void CompareDocuments(DocsEnum theirs, DocsEnum ours, bool frequencies)
    {
        Assert.Equal(-1, ours.DocID);
        int document;
        while ((document = theirs.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
        {
            Assert.Equal(document, ours.NextDoc());
            Assert.Equal(document, ours.DocID);
            if (frequencies) Assert.Equal(theirs.Freq, ours.Freq);
            else Assert.Equal(1, ours.Freq);
        }
        Assert.Equal(DocIdSetIterator.NO_MORE_DOCS, ours.NextDoc());
        Assert.Equal(DocIdSetIterator.NO_MORE_DOCS, ours.DocID);
    }

    private static void CompareAdvance(DocsEnum theirs, DocsEnum ours, Random random, int most)
    {
        for (var target = 0; target <= most;)
        {
            target += 1 + (int)Math.Pow(most + 1, random.NextDouble());
            var expected = random.Next(4) == 0 ? theirs.NextDoc() : -2;
            var actual = expected == -2 ? ours.Advance(target) : ours.NextDoc();
            if (expected == -2) expected = theirs.Advance(target);
            Assert.Equal(expected, actual);
            if (actual == DocIdSetIterator.NO_MORE_DOCS) return;
            target = actual;
        }
    }

    private static void ComparePositions(DocsAndPositionsEnum theirs, DocsAndPositionsEnum ours, Random random)
    {
        int document;
        while ((document = theirs.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
        {
            Assert.Equal(document, ours.NextDoc());
            Assert.Equal(theirs.Freq, ours.Freq);
            if (random.Next(5) == 0) continue;
            for (var left = random.Next(4) == 0 ? random.Next(theirs.Freq + 1) : theirs.Freq; left > 0; left--)
            {
                Assert.Equal(theirs.NextPosition(), ours.NextPosition());
                Assert.Equal((theirs.StartOffset, theirs.EndOffset), (ours.StartOffset, ours.EndOffset));
                Assert.Equal(theirs.GetPayload(), ours.GetPayload());
            }
        }
        Assert.Equal(DocIdSetIterator.NO_MORE_DOCS, ours.NextDoc());
    }

    private static void CompareSeeks(TermsEnum theirs, TermsEnum ours, List<BytesRef> all, Random random)
    {
        for (var i = 0; i < 200; i++)
        {
            var target = random.Next(2) == 0 ? new BytesRef(RandomTokens.Word(random.Next(3000))) : BytesRef.DeepCopyOf(all[random.Next(all.Count)]);
            if (random.Next(3) == 0) target.Length = random.Next(target.Length + 1);
            if (random.Next(3) == 0)
            {
                Assert.Equal(theirs.SeekExact(target), ours.SeekExact(target));
                continue;
            }
            var status = theirs.SeekCeil(target);
            Assert.Equal(status, ours.SeekCeil(target));
            if (status == TermsEnum.SeekStatus.END) continue;
            Assert.Equal(theirs.Term, ours.Term);
            if (random.Next(2) == 0)
            {
                var more = theirs.MoveNext();
                Assert.Equal(more, ours.MoveNext());
                if (more) Assert.Equal(theirs.Term, ours.Term);
            }
        }
    }

    private static void CompareQueries(IndexReader expected, IndexReader actual, Random random)
    {
        var (theirs, ours) = (new IndexSearcher(expected), new IndexSearcher(actual));
        for (var i = 0; i < 60; i++)
        {
            string[] words = [.. Enumerable.Range(0, 3).Select(_ => RandomTokens.Word((int)(40 * Math.Pow(random.NextDouble(), 2))))];
            var phrase = new PhraseQuery { Slop = random.Next(3) };
            foreach (var word in words[..2]) phrase.Add(new Term("positions", word));
            var both = new BooleanQuery { { new TermQuery(new Term("freqs", words[0])), Occur.MUST }, { new TermQuery(new Term("positions", words[1])), (Occur)random.Next(3) } };
            Query[] queries =
            [
                new TermQuery(new Term("freqs", words[0])), new TermQuery(new Term("offsets", words[0])), both, phrase,
                new PrefixQuery(new Term("positions", words[0][..1])), new WildcardQuery(new Term("freqs", "*" + words[0][^1..])), new FuzzyQuery(new Term("positions", words[0]), 1),
            ];
            foreach (var query in queries)
            {
                var (expectedHits, actualHits) = (theirs.Search(query, 1000), ours.Search(query, 1000));
                Assert.Equal(expectedHits.TotalHits, actualHits.TotalHits);
                Assert.Equal(expectedHits.ScoreDocs.Select(hit => (hit.Doc, hit.Score)), actualHits.ScoreDocs.Select(hit => (hit.Doc, hit.Score)));
            }
        }
    }
}
