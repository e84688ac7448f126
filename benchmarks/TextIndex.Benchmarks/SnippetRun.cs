// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Segmentation;
using TextIndex.Snippets;
using TextIndex.Storage;

namespace TextIndex.Benchmarks;

/// <summary>What a search does after it has ranked: ten hits with their places and snippets; and concordances of twenty lines.</summary>
internal static class SnippetRun
{
    private const int Seed = 20261122;

    /// <summary>Runs and prints.</summary>
    /// <param name="folder">An index that <c>--indexing</c> made.</param>
    /// <param name="rounds">How often each query is asked, after one round that warms up.</param>
    public static int Run(string folder, int rounds)
    {
        using var index = SearchIndex.Open(folder);
        using var directory = IndexFolder.Open(folder, create: false);
        using var snapshot = IndexSnapshot.Open(directory, folder, "");
        var analyzer = new FieldAnalyzer(WordSegmenter.WordGraph);
        var words = Words(snapshot, analyzer, 200);
        var queries = words.Concat(words.Chunk(2).Select(two => $"{two[0]} OR {two[1]}")).ToArray();
        var (ranking, searching, listing, allocated) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var kwic = new ConcordanceOptions { Literal = true, Limit = 20 };
        for (var round = -1; round < rounds; round++)
        {
            foreach (var query in queries)
            {
                // Once before, so that both find in the caches what the query itself reads.
                Rank(query);
                var start = Stopwatch.GetTimestamp();
                Rank(query);
                var ranked = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                var before = GC.GetAllocatedBytesForCurrentThread();
                start = Stopwatch.GetTimestamp();
                var hits = index.Search(query, SearchOptions.Default with { Limit = 10 }).Hits.Count;
                var searched = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (round < 0 || hits < 10) continue;
                ranking.Add(ranked);
                searching.Add(searched - ranked);
                allocated.Add(GC.GetAllocatedBytesForCurrentThread() - before);
            }
            foreach (var word in words)
            {
                var start = Stopwatch.GetTimestamp();
                index.Concordance(word, kwic);
                if (round >= 0) listing.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        Line($"{queries.Length} queries of words cut from {snapshot.DocumentCount} documents, {rounds} rounds, those with ten hits; median / p99 / most");
        Line($"ranking alone: {Of(ranking)} ms; ten hits with places and snippets, the search less the ranking: {Of(searching)} ms, {Of(allocated)} bytes a search");
        Line($"20 lines of a concordance and their total, {words.Length} words: {Of(listing)} ms");
        return 0;

        void Rank(string query) => new Searcher(snapshot, analyzer, Searcher.Read(query, literal: false, analyzer), SearchOptions.Default, default)
            .FindTop(10, new HitOrder(SearchOptions.Default, snapshot.Columns), out _);

        static void Line(string text) => Console.WriteLine(text);
    }

    private static string Of(List<double> values)
    {
        values.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{values[values.Count / 2]:0.###} / {values[values.Count * 99 / 100]:0.###} / {values[^1]:0.###}");
    }

    private static string[] Words(IndexSnapshot snapshot, FieldAnalyzer analyzer, int count)
    {
        var random = new Random(Seed);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            var segment = snapshot.Segments[random.Next(snapshot.Segments.Count)];
            var text = segment.Texts(TextField.Body).TextOf(random.Next(segment.DocumentCount)).ToString();
            var tokens = analyzer.Analyze(text.AsSpan(0, Math.Min(400, text.Length)));
            if (tokens.Words.Length == 0) continue;
            var word = tokens.Words[random.Next(tokens.Words.Length)];
            if (word.Length >= 2 && FieldAnalyzer.AllHan(tokens.Text.AsSpan(word.Start, word.Length))) words.Add(tokens.Text.Substring(word.Start, word.Length));
        }
        return [.. words];
    }
}
