// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Codecs;
using TextIndex.Codecs.Buffering;
using TextIndex.Codecs.Columns;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Segmentation;
using TextIndex.Snippets;
using Xunit;
using Document = TextIndex.Documents.Document;

namespace TextIndex.Tests.Search;

/// <summary>The law of literals where pairs of neighbours answer: texts of many blocks in small chunks, every frequent pair with its places, in index segments that
/// were merged, with documents replaced and deleted.</summary>
public class PairIndexRecallTests
{
    private const int Seed = 20261122;
    private static readonly FieldAnalyzer Analyzer = new(WordSegmenter.WordGraph);

    [Fact]
    public void Hits_and_places_are_those_of_a_naive_scan_whatever_the_chunks_and_the_history()
    {
        var random = new Random(Seed);
        for (var round = 0; round < (Repository.Slow ? 60 : 6); round++)
        {
            var sizes = new ChunkSizes(new[] { 700, 9000, 40_000, 1 << 24 }[random.Next(4)], random.Next(3) == 0 ? 5000 : 1, random.Next(3) == 0 ? int.MaxValue : 1);
            var buffer = new DocumentBuffer(long.MaxValue / 2);
            using var directory = new RAMDirectory();
            using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
            {
                Codec = TextIndexCodec.For(new FormatTable(
                    new(buffer, IndexSchema.Columns), (first, second) => Analyzer.IsIndexedWord([first, second]), new(IndexSchema.Packed, DictionaryNumbers.Of(Analyzer.Segmenter.Dictionary), buffer), sizes)),
            });
            var documents = Fill(writer, buffer, random);
            using var snapshot = IndexSnapshot.Uncommitted(writer, ColumnSet.None);
            var oracle = new Oracle(documents);
            for (var draw = 0; draw < 60; draw++)
            {
                var literal = Draw(random, documents);
                var where = $"seed {Seed}, round {round}, draw {draw}, {sizes}, {snapshot.Segments.Count} index segments: \"{literal}\"";
                var wanted = oracle.Places(literal);
                var searcher = new Searcher(snapshot, Analyzer, new LiteralQuery(literal), SearchOptions.Default, default);
                var found = ConcordanceBuilder.Build(searcher, new ConcordanceOptions { Literal = true });
                Assert.True(wanted.SequenceEqual(found.Lines.Select(line => (line.Key, line.Span))), where);
                searcher.FindTop(10, new HitOrder(SearchOptions.Default, ColumnSet.None), out var total);
                Assert.True(wanted.Select(place => place.Key).Distinct().Count() == total, where);
            }
        }
    }

    // Documents of up to four blocks, with titles in the text and beside it; each may have been another one before, and some are gone again.
    private static List<Document> Fill(IndexWriter writer, DocumentBuffer buffer, Random random)
    {
        var writing = new DocumentWriter(Analyzer, withPositions: false, buffer);
        var documents = new SortedDictionary<string, Document>(StringComparer.Ordinal);
        for (var step = 0; step < 50; step++)
        {
            var text = RandomText.Next(random, random.Next(4) == 0 ? random.Next(1, 10_000) : random.Next(1, 300));
            var key = $"d{random.Next(40):D2}";
            var document = random.Next(3) == 0 ? Document.Create(key, text, RandomText.Next(random, 4)) : DocumentReader.Read(key, text);
            writer.UpdateDocument(new Term(IndexSchema.Key, key), writing.Write(document, Analyze(document, document.TitleSpan), Analyze(document, document.BodySpan), default, ColumnSet.None));
            documents[key] = document;
            if (random.Next(8) == 0)
            {
                var gone = documents.Keys.ElementAt(random.Next(documents.Count));
                writer.DeleteDocuments(new Term(IndexSchema.Key, gone));
                documents.Remove(gone);
            }
            if (random.Next(10) == 0) writer.Commit();
            if (random.Next(25) == 0) writer.ForceMerge(1 + random.Next(3));
        }
        return [.. documents.Values];
    }

    private static AnalyzedText Analyze(Document document, TextSpan span) => Analyzer.AnalyzeForIndex(document.Text.AsSpan(span.Start, span.Length));

    private static string Draw(Random random, List<Document> documents)
    {
        while (true)
        {
            var text = documents[random.Next(documents.Count)].Text;
            var start = random.Next(text.Length);
            var end = Math.Min(text.Length, start + random.Next(6) switch { 0 => 1, 1 => 30 + random.Next(60), _ => 2 + random.Next(5) });
            if (!RandomText.IsWholeLiteral(text, start, end)) continue;
            // Turned round, most are nowhere though each of their pairs may be somewhere.
            return random.Next(5) > 0 ? text[start..end] : string.Concat(text[start..end].EnumerateRunes().Reverse());
        }
    }
}
