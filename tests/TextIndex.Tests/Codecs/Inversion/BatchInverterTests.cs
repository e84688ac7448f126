// SPDX-License-Identifier: MIT
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Codecs;
using TextIndex.Codecs.Buffering;
using TextIndex.Codecs.Inversion;
using TextIndex.Indexing;
using Xunit;

namespace TextIndex.Tests.Codecs.Inversion;

/// <summary>Words that come packed against a count of them.</summary>
public class BatchInverterTests
{
    private const int Seed = 20261122;

    // Two words in three have a number; those without are long now and then.
    private static string WordOf(int rank) => rank % 3 == 2 ? $"字{rank}" + new string('长', rank % 97 == 2 ? 200 : 0) : RandomTokens.Word(rank).Replace("\ud840", "", StringComparison.Ordinal) is var word && word.Any(char.IsSurrogate) ? $"词{rank}" : $"{word}{rank}";

    [Theory]
    [InlineData(300, 3000)]
    [InlineData(40, 50)]
    [InlineData(1, 5)]
    public void Packed_words_become_the_postings_that_counting_gives(int documents, int words)
    {
        var random = new Random(Seed + documents);
        var expected = new SortedDictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        using var directory = new RAMDirectory();
        var numbers = new WordNumbers(words);
        var buffer = new DocumentBuffer(long.MaxValue / 2);
        var filler = new BufferFiller(buffer);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
        {
            Codec = TextIndexCodec.For(new FormatTable(new(buffer, []), null, new PackedFields(new HashSet<string> { "packed" }, numbers, buffer))), MaxBufferedDocs = 2 + documents / 3, RAMBufferSizeMB = 256,
            MergePolicy = new LogDocMergePolicy(),
        };
        using (var writer = new IndexWriter(directory, config))
        {
            for (var document = 0; document < documents; document++)
            {
                using var stream = new PackedTokenStream(numbers, filler);
                stream.Words.Begin();
                var counts = new Dictionary<string, int>(StringComparer.Ordinal);
                // Now and then none at all, one thousands of times.
                for (var left = random.Next(10) == 0 ? 0 : random.Next(random.Next(20) == 0 ? 20_000 : 300); left > 0; left--)
                {
                    var rank = document % 17 == 3 ? 2 : (int)(words * Math.Pow(random.NextDouble(), 3));
                    var (word, times) = (WordOf(rank), random.Next(1, 3));
                    if (rank % 3 == 2) stream.Words.Add(word, times);
                    else stream.Words.Add(rank, word, times);
                    counts[word] = counts.GetValueOrDefault(word) + times;
                }
                stream.Words.End();
                Assert.Equal(counts.Values.Sum(), stream.Words.Length);
                writer.AddDocument([new Field("packed", stream, IndexSchema.Words), new StringField("plain", $"{document}", Field.Store.NO)]);
                foreach (var (word, count) in counts)
                {
                    if (!expected.TryGetValue(word, out var list)) expected[word] = list = [];
                    list.Add((document, count));
                }
            }
            writer.Commit();
            Compare(directory, expected, documents);
            writer.ForceMerge(1);
        }
        Compare(directory, expected, documents);
        Assert.InRange(buffer.UsedBytes, 0, 1 << 18);           // all was given back, but for the block that is being filled
    }

    private static void Compare(RAMDirectory directory, SortedDictionary<string, List<(int, int)>> expected, int documents)
    {
        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(documents, reader.NumDocs);
        var found = new SortedDictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            var segment = (AtomicReader)leaf.Reader;
            if (segment.GetTerms("packed") is not { } terms) continue;
            long occurrences = 0, postings = 0, count = 0;
            var filled = new HashSet<int>();
            var before = new BytesRef();
            foreach (var term in terms)
            {
                Assert.True(count == 0 || before.CompareTo(term.Term) < 0);
                before.CopyBytes(term.Term);
                count++;
                if (!found.TryGetValue(term.Term.Utf8ToString(), out var list)) found[term.Term.Utf8ToString()] = list = [];
                var inDocuments = 0;
                var cursor = term.Docs(null, null);
                for (int document; (document = cursor.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS; inDocuments++, occurrences += cursor.Freq)
                {
                    list.Add((leaf.DocBase + document, cursor.Freq));
                    filled.Add(document);
                }
                Assert.Equal(term.DocFreq, inDocuments);
                postings += inDocuments;
            }
            Assert.Equal((count, occurrences, postings, filled.Count), (terms.Count, terms.SumTotalTermFreq, terms.SumDocFreq, terms.DocCount));
        }
        Assert.True(expected.Keys.SequenceEqual(found.Keys), $"seed {Seed}");
        foreach (var (word, list) in expected) Assert.True(list.SequenceEqual(found[word]), $"seed {Seed}, {word}");
    }

    [Fact]
    public void A_word_that_is_given_unpacked_is_refused()
    {
        using var directory = new RAMDirectory();
        var buffer = new DocumentBuffer(1);
        var packed = new PackedFields(new HashSet<string> { "packed" }, new WordNumbers(1), buffer);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null) { Codec = TextIndexCodec.For(new FormatTable(new(buffer, []), null, packed)) });
        for (var i = 0; i < 3; i++) writer.AddDocument([new Field("packed", new RandomTokens(new Random(i + 1), synonyms: false), IndexSchema.Words)]);
        Assert.Throws<InvalidOperationException>(writer.Commit);
        writer.Rollback();
    }

    [Fact]
    public void Counting_the_words_of_a_document_allocates_nothing_when_warm()
    {
        var buffer = new DocumentBuffer(1);
        var words = new DocumentWords(new WordNumbers(1000), new BufferFiller(buffer));
        var texts = Enumerable.Range(0, 1000).Select(WordOf).ToArray();
        void Count()
        {
            words.Begin();
            for (var i = 0; i < 5000; i++)
                if (i % 3 == 2) words.Add(texts[i % 1000], 2);
                else words.Add(i % 1000, texts[i % 1000], 1);
            words.End();
            buffer.Release(words.Address);
        }
        for (var i = 0; i < 5; i++) Count();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Count();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200);
    }
}
