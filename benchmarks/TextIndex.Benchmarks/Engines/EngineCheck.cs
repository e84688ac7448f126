// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Search;
using TextIndex.Search;

namespace TextIndex.Benchmarks.Engines;

/// <summary>Holds our answers to plain arithmetic over stock postings: every count, every document of the ten best, every score.</summary>
internal static class EngineCheck
{
    private const double Tolerance = 1e-5;

    public static int Run(string folder)
    {
        using var ours = new PostingsEngine(Path.Combine(folder, "textindex"));
        using var stock = new StockEngine(Path.Combine(folder, "stock"));
        var reader = (AtomicReader)stock.Reader.Leaves.Single().Reader;
        var lengths = LengthsOf(reader);
        var (wrong, asked) = (0, 0);
        foreach (var query in EngineBuild.Queries(folder))
        {
            var total = ours.Ready(query)();
            var found = ours.Best.ToArray();
            var expected = Score(reader, lengths, query);
            asked++;
            string? problem = null;
            if (total != expected.Count) problem = $"{total} documents, not {expected.Count}";
            else if (query.Kind != QueryKind.Prefix)
            {
                var best = expected.OrderByDescending(hit => hit.Value).ThenBy(hit => hit.Key).Take(10).ToList();
                for (var i = 0; i < best.Count && problem is null; i++)
                    if (i >= found.Length || Math.Abs(found[i].Score - best[i].Value) > Tolerance * best[i].Value || Math.Abs(expected[found[i].Document] - best[i].Value) > Tolerance * best[i].Value)
                        problem = $"rank {i}: {(i < found.Length ? found[i] : default)}, not {best[i]}";
            }
            if (problem is null) continue;
            wrong++;
            Console.WriteLine($"{query.Class} {string.Join(' ', query.Words)}: {problem}");
        }
        Console.WriteLine($"{asked} queries, {wrong} wrong");
        return wrong == 0 ? 0 : 1;
    }

    private static int[] LengthsOf(AtomicReader reader)
    {
        var lengths = new int[reader.MaxDoc];
        var terms = reader.GetTerms("b").GetEnumerator();
        DocsEnum? documents = null;
        while (terms.MoveNext())
        {
            documents = terms.Docs(null, documents);
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc()) lengths[document] += documents.Freq;
        }
        return lengths;
    }

    private static Dictionary<int, double> Score(AtomicReader reader, int[] lengths, EngineQuery query)
    {
        var total = lengths.Sum(length => (long)length);
        var scores = new Dictionary<int, double>();
        if (query.Kind == QueryKind.Prefix)
        {
            var searcher = new IndexSearcher(reader);
            foreach (var hit in searcher.Search(new Lucene.Net.Search.PrefixQuery(new Term("b", query.Words[0])), int.MaxValue).ScoreDocs) scores[hit.Doc] = 1;
            return scores;
        }
        var lists = query.Words.Select(word => Frequencies(reader, word)).ToArray();
        var bm25 = lists.Select(list => new Bm25(lengths.Length, list.Count, total)).ToArray();
        if (query.Kind == QueryKind.Phrase)
        {
            var weight = bm25.Sum(of => of.Idf);
            foreach (var (document, frequency) in Phrases(reader, query.Words)) scores[document] = weight / bm25[0].Idf * bm25[0].Score(frequency, lengths[document]);
            return scores;
        }
        for (var i = 0; i < lists.Length; i++)
            foreach (var (document, frequency) in lists[i])
                if (query.Kind != QueryKind.And || lists.All(list => list.ContainsKey(document))) scores[document] = scores.GetValueOrDefault(document) + bm25[i].Score(frequency, lengths[document]);
        return scores;
    }

    private static Dictionary<int, int> Frequencies(AtomicReader reader, string word)
    {
        var frequencies = new Dictionary<int, int>();
        if (reader.GetTermDocsEnum(new Term("b", word)) is not { } documents) return frequencies;
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc()) frequencies[document] = documents.Freq;
        return frequencies;
    }

    private static Dictionary<int, int> Phrases(AtomicReader reader, string[] words)
    {
        Dictionary<int, HashSet<int>>? starts = null;
        for (var i = 0; i < words.Length; i++)
        {
            var documents = reader.GetTermPositionsEnum(new Term("b", words[i]));
            var here = new Dictionary<int, HashSet<int>>();
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                if (starts is not null && !starts.ContainsKey(document)) continue;
                var positions = new HashSet<int>();
                for (var left = documents.Freq; left > 0; left--) positions.Add(documents.NextPosition() - i);
                if (starts is not null) positions.IntersectWith(starts[document]);
                if (positions.Count > 0) here[document] = positions;
            }
            starts = here;
        }
        return starts!.ToDictionary(hit => hit.Key, hit => hit.Value.Count);
    }
}
