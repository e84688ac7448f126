// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text;
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Segmentation;
using TextIndex.Storage;

namespace TextIndex.Benchmarks;

/// <summary>One index that grows: how long the next documents take, how large it is, and what searches in it cost through the public facade.</summary>
internal static class GrowthRun
{
    private const int EachClass = 100, Sampled = 20_000, Slow = 10_000;

    /// <summary>Adds synthetic documents until there are so many, with the memory that is the default; begins the index where there is none.</summary>
    public static int Build(string folder, int documents)
    {
        var analyzer = new FieldAnalyzer(WordSegmenter.WordGraph);
        using var directory = IndexFolder.Open(folder, create: true);
        using var session = IndexSession.Open(directory, folder, analyzer, SearchIndexOptions.Default.BufferMegabytes, []);
        session.Commit();
        int from;
        using (var there = IndexSnapshot.Open(directory, folder, "")) from = there.DocumentCount;
        long bytes = 0, most = 0, managed = 0;
        using var timer = new Timer(_ => (most, managed) = Memory("RssAnon:") is var now && now > most ? (now, GC.GetGCMemoryInfo().TotalCommittedBytes) : (most, managed), null, 0, 50);
        var start = Stopwatch.GetTimestamp();
        Parallel.ForEach(SyntheticCorpus.Draw(from, documents - from), document =>
        {
            Interlocked.Add(ref bytes, Encoding.UTF8.GetByteCount(document.Text));
            session.Add(Document.Create(document.Key, document.Text, ""));
        });
        var adding = Stopwatch.GetElapsedTime(start).TotalSeconds;
        session.Commit();
        session.Dispose();                        // waits for merges
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Print($"{from} to {documents} documents: {bytes / 1e6:F0} MB of UTF-8, {seconds:F0} s of which {adding:F0} s adding, {bytes / 1e6 / seconds:F1} MB/s, own memory at most {most / 1e6:F0} MB, the managed heap {managed / 1e6:F0} MB of it, index {Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length) / 1e6:F0} MB");
        return 0;
    }

    /// <summary>Measures: opening, memory, and a row a class of queries.</summary>
    public static int Measure(string folder, int rounds)
    {
        var queries = Draw();
        var size = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        var start = Stopwatch.GetTimestamp();
        using var index = SearchIndex.Open(folder, new SearchIndexOptions { ReadOnly = true });
        var opening = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        using var snapshot = index.OpenSnapshot();
        var rows = new List<string>();
        foreach (var (name, of) in queries)
        {
            var (ranking, whole) = (new List<double>(), new List<double>());
            var slow = new Dictionary<string, double>(StringComparer.Ordinal);
            var matches = 0L;
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var text in of)
                {
                    var query = snapshot.Parse(text, SearchOptions.Default);
                    start = Stopwatch.GetTimestamp();
                    var searcher = new Searcher(snapshot.Snapshot, index.Analyzer, query, SearchOptions.Default, default);
                    searcher.FindTop(10, new HitOrder(SearchOptions.Default, snapshot.Snapshot.Columns), out var total);
                    var ranked = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                    start = Stopwatch.GetTimestamp();
                    index.Search(text);
                    var searched = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                    if (round == 0) { matches += total; continue; }     // warm
                    ranking.Add(ranked);
                    whole.Add(searched);
                    if (ranked > Slow) slow[text] = ranked;
                }
            }
            if (slow.Count > 0) Print($"{name}: {slow.Count} of {of.Count} take more than {Slow / 1000} ms: {string.Join(", ", slow.Take(12).Select(one => $"{one.Key} ({one.Value / 1000:F0} ms)"))}");
            rows.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {index.Count} | {name} | {matches / of.Count} | {At(ranking, 0.5):F1} | {At(ranking, 0.99):F1} | {At(whole, 0.5):F1} | {At(whole, 0.99):F1} |"));
        }
        Print($"{index.Count} documents, {snapshot.LuceneReader.Leaves.Count} index segments, {size / 1e6:F0} MB; opened in {opening:F1} ms (JIT); heap {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB, own memory {Memory("RssAnon:") / 1e6:F0} MB, with mapped pages {Process.GetCurrentProcess().WorkingSet64 / 1e6:F0} MB, {Environment.ProcessorCount} processors");
        Console.WriteLine("| documents | class | matches, mean | ranking median µs | p99 µs | whole search median µs | p99 µs |\n|---|---|---|---|---|---|---|");
        foreach (var row in rows) Console.WriteLine(row);
        return 0;
    }

    // Words by how many of the first documents hold them; the same at every size, because every document is drawn alike.
    private static List<(string Class, List<string> Queries)> Draw()
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in SyntheticCorpus.Draw(0, Sampled))
            foreach (var word in document.Words.Distinct()) frequency[word] = frequency.GetValueOrDefault(word) + 1;
        var ranked = frequency.Where(word => word.Key.Length >= 2 && word.Key.All(c => c is >= '\u4E00' and <= '\u9FFF')).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).ToList();
        var high = Words(0.05, 1);
        var medium = Words(0.002, 0.01);
        var low = Words(0.0001, 0.0005);
        var random = new Random(42);
        return
        [
            ("term, high", Each(high)), ("term, medium", Each(medium)), ("term, low", Each(low)),
            ("and, 2 high", Each(high, high)), ("and, high + medium", Each(high, medium)), ("and, 2 medium", Each(medium, medium)),
            ("or, 5 mixed", Joined(" OR ", high, high, medium, medium, low)), ("or, 5 high", Joined(" OR ", high, high, high, high, high)),
        ];

        List<string> Words(double least, double most) => [.. ranked.Where(word => word.Value >= least * Sampled && word.Value < most * Sampled).Select(word => word.Key)];

        List<string> Each(params List<string>[] lists) => Joined(" ", lists);

        List<string> Joined(string between, params List<string>[] lists)
        {
            var drawn = new List<string>();
            while (drawn.Count < EachClass)
            {
                var words = lists.Select(list => list[random.Next(list.Count)]).ToArray();
                if (words.Distinct().Count() == words.Length) drawn.Add(string.Join(between, words));
            }
            return drawn;
        }
    }

    private static double At(List<double> times, double share)
    {
        times.Sort();
        return times[Math.Min(times.Count - 1, (int)(times.Count * share))];
    }

    private static long Memory(string field)
    {
        const string Status = "/proc/self/status";
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) : null;
        return line is null ? 0 : 1024 * long.Parse(line[field.Length..^2], CultureInfo.InvariantCulture);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
