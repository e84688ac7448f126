// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Search;
using TextIndex.Segmentation;
using Directory = System.IO.Directory;

namespace TextIndex.Benchmarks;

/// <summary>Known-item search: how high each engine ranks the one document that a title was taken from. All engines in one run, over the same bodies.</summary>
internal static class RelevanceRun
{
    private const int Depth = 100, Resamples = 10_000;

    private sealed record Engine(string Name, string Note, int[] Ranks)
    {
        public double[] Reciprocal { get; } = [.. Ranks.Select(rank => rank is > 0 and <= 10 ? 1.0 / rank : 0)];

        public double Mrr => Reciprocal.Average();

        public double Recall => Ranks.Count(rank => rank > 0) / (double)Ranks.Length;
    }

    public static int Run(string corpus, int pairs, string output)
    {
        if (corpus.Length == 0) corpus = Path.Combine(Environment.GetEnvironmentVariable("TEXTINDEX_CORPORA") ?? "", "campus.jsonl.gz");
        if (!File.Exists(corpus))
        {
            Console.Error.WriteLine($"{corpus}: no such file; give --corpus FILE or set TEXTINDEX_CORPORA.");
            return 2;
        }
        var items = RelevanceCorpus.Read(corpus, pairs, out var queries);
        var engines = new List<Engine>();
        using (var index = Build(items))
        {
            engines.Add(Ours(index, queries, "TextIndex, any word", "SearchOptions.Words = Any", new SearchOptions { Words = WordMatching.Any }));
            engines.Add(Ours(index, queries, "TextIndex, all words", "the default: a document must hold every word of the title", new SearchOptions()));
        }
        engines.Add(Stock(items, queries, "Lucene.Net CJKAnalyzer", "pairs of characters, any", new CJKAnalyzer(LuceneVersion.LUCENE_48)));
        engines.Add(Stock(items, queries, "Lucene.Net StandardAnalyzer", "single characters, any", new StandardAnalyzer(LuceneVersion.LUCENE_48)));
        engines.Add(Stock(items, queries, "Lucene.Net, jieba's words", "ChineseAnalyzer with WordSegmenter.Default and no words inside words, any", new ChineseAnalyzer(new ChineseAnalyzerOptions { Segmenter = WordSegmenter.Default, WordsInside = false })));
        if (Smartcn(items, queries) is { } smartcn) engines.Add(smartcn);
        var report = Report(Path.GetFileName(corpus), items.Count, engines);
        Console.Write(report);
        if (output.Length > 0)
        {
            Directory.CreateDirectory(output);
            File.WriteAllText(Path.Combine(output, "relevance.md"), report);
        }
        return 0;
    }

    private static SearchIndex Build(List<KnownItem> items)
    {
        var index = SearchIndex.InMemory();
        foreach (var item in items) index.Add(Documents.Document.Create(item.Key, item.Body, ""));
        index.Commit();
        return index;
    }

    // A title is asked as it stands: what the syntax would read as an operator is a blank.
    private static string Plain(string title)
    {
        var text = new StringBuilder(title.Length);
        foreach (var c in title) text.Append(char.IsLetterOrDigit(c) || c == '.' || c == '%' ? c : ' ');
        return text.ToString();
    }

    private static Engine Ours(SearchIndex index, List<KnownItem> queries, string name, string note, SearchOptions options)
    {
        options = options with { Limit = Depth, SnippetLength = 1, MatchLimit = 1 };
        return new Engine(name, note, [.. queries.Select(query => RankOf(query.Key, index.Search(Plain(query.Title), options).Hits.Select(hit => hit.Key)))]);
    }

    private static Engine Stock(List<KnownItem> items, List<KnownItem> queries, string name, string note, Analyzer analyzer)
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
            foreach (var item in items) writer.AddDocument([new StringField("key", item.Key, Field.Store.YES), new TextField("body", item.Body, Field.Store.NO)]);
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        var builder = new QueryBuilder(analyzer);
        return new Engine(name, note, [.. queries.Select(query => builder.CreateBooleanQuery("body", query.Title) is { } built
            ? RankOf(query.Key, searcher.Search(built, Depth).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get("key"))) : 0)]);
    }

    private static Engine? Smartcn(List<KnownItem> items, List<KnownItem> queries)
    {
        string[] jars = [.. new[] { "lucene-core", "lucene-analyzers-smartcn", "lucene-analyzers-common" }.Select(name => $"/usr/share/java/{name}-8.7.0.jar")];
        var program = Path.Combine(AppContext.BaseDirectory, "Peers", "Smartcn.java");
        if (!jars.All(File.Exists))
        {
            Console.Error.WriteLine("Lucene 8 with smartcn is left out: apt-get install liblucene8-java default-jdk-headless");
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("textindex-smartcn-").FullName;
        try
        {
            string Full(string name) => Path.Combine(folder, name);
            File.WriteAllLines(Full("bodies"), items.Select(item => $"{item.Key}\t{item.Body.ReplaceLineEndings(" ").Replace('\t', ' ')}"));
            File.WriteAllLines(Full("queries"), queries.Select(query => query.Title.ReplaceLineEndings(" ")));
            var start = new ProcessStartInfo("java") { RedirectStandardError = true };
            foreach (var argument in new[] { "-Dfile.encoding=UTF-8", "-cp", string.Join(':', jars), program, Full("bodies"), Full("queries"), Full("answers") }) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                Console.Error.WriteLine($"Lucene 8 with smartcn is left out: {errors}");
                return null;
            }
            var answers = File.ReadAllLines(Full("answers"));
            return new Engine("Lucene 8 smartcn", "SmartChineseAnalyzer, any, Java", [.. queries.Select((query, i) => RankOf(query.Key, answers[i].Split('\t')))]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // 1 = first, 0 = not among those that were given.
    private static int RankOf(string key, IEnumerable<string> ranked)
    {
        var rank = 0;
        foreach (var found in ranked)
        {
            rank++;
            if (found == key) return rank;
        }
        return 0;
    }

    private static string Report(string corpus, int documents, List<Engine> engines)
    {
        var ours = engines[0];
        var best = engines.Where(engine => !engine.Name.StartsWith("TextIndex", StringComparison.Ordinal)).MaxBy(engine => engine.Mrr)!;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Known-item search: title to body\n\n`dotnet run -c Release --project benchmarks/TextIndex.Benchmarks -- --relevance`, {corpus}: {documents:N0} bodies with every occurrence of the title taken out, {ours.Ranks.Length:N0} titles drawn with a fixed seed\n(at least six characters, no two alike). BM25 in every engine. The ratio is to the first row, paired: 95 % interval of {Resamples:N0} bootstrap samples of the titles, and the p of a\npermutation test with as many sign flips.\n\n");
        text.Append("| engine | MRR@10 | recall@100 | first | ours : this, MRR@10 | p | what is asked |\n|---|---|---|---|---|---|---|\n");
        foreach (var engine in engines)
        {
            var first = engine.Ranks.Count(rank => rank == 1) / (double)engine.Ranks.Length;
            var (low, high, p) = Compare(ours, engine);
            var ratio = engine == ours ? "|" : string.Create(CultureInfo.InvariantCulture, $"{ours.Mrr / engine.Mrr:F3} ({low:F3}–{high:F3}) | {(p < 0.0002 ? "< 0.0002" : p.ToString("F4", CultureInfo.InvariantCulture))}");
            text.Append(CultureInfo.InvariantCulture, $"| {engine.Name} | {engine.Mrr:F4} | {engine.Recall:F4} | {first:F4} | {ratio} | {engine.Note} |\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"\nBest of the others: {best.Name}. Ours is {100 * (ours.Mrr / best.Mrr - 1):F1} % above it by MRR@10; of what is left to gain (1 - MRR) it takes {100 * (ours.Mrr - best.Mrr) / (1 - best.Mrr):F1} %.\n");
        return text.ToString();
    }

    // Titles are drawn with both engines' answers to them: what is hard for one is hard for the other.
    private static (double Low, double High, double P) Compare(Engine ours, Engine other)
    {
        if (ours == other) return (1, 1, 1);
        var random = new Random(20261122);
        var (a, b) = (ours.Reciprocal, other.Reciprocal);
        var ratios = new double[Resamples];
        var observed = Math.Abs(a.Zip(b, (x, y) => x - y).Sum());
        var asFar = 0;
        for (var sample = 0; sample < Resamples; sample++)
        {
            double sumA = 0, sumB = 0, flipped = 0;
            for (var i = 0; i < a.Length; i++)
            {
                var drawn = random.Next(a.Length);
                sumA += a[drawn];
                sumB += b[drawn];
                flipped += random.Next(2) == 0 ? a[i] - b[i] : b[i] - a[i];
            }
            ratios[sample] = sumA / sumB;
            if (Math.Abs(flipped) >= observed - 1e-12) asFar++;
        }
        Array.Sort(ratios);
        return (ratios[(int)(0.025 * Resamples)], ratios[(int)(0.975 * Resamples)], (asFar + 1.0) / (Resamples + 1));
    }
}
