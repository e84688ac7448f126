// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text;
using TextIndex.Analysis;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Segmentation;

namespace TextIndex.Benchmarks;

/// <summary>Queries of words through the public facade, from blocks and by walking cursors in turn, on an index of real documents.</summary>
internal sealed class FacadeRun : IDisposable
{
    private const int EachClass = 100, Seed = 42;

    private static readonly SearchOptions Ten = SearchOptions.Default;

    private readonly SearchIndex _index;
    private readonly SearchSnapshot _snapshot;
    private readonly FieldAnalyzer _analyzer = new(WordSegmenter.WordGraph);
    private readonly StringBuilder _page = new();
    private readonly Random _random = new(Seed);

    private FacadeRun(string folder)
    {
        _index = SearchIndex.Open(folder, new SearchIndexOptions { ReadOnly = true });
        _snapshot = _index.OpenSnapshot();
    }

    /// <summary>Runs, prints, and writes facade.md.</summary>
    /// <param name="folder">An index that <c>--indexing</c> made.</param>
    /// <param name="rounds">How often each query is asked in each way, after five rounds that warm up.</param>
    /// <param name="output">Folder for facade.md; empty = printed only.</param>
    public static int Run(string folder, int rounds, string output)
    {
        using var run = new FacadeRun(folder);
        run.Measure(rounds);
        Console.Write(run._page);
        if (output.Length > 0) File.WriteAllText(Path.Combine(output, "facade.md"), run._page.ToString());
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot.Dispose();
        _index.Dispose();
    }

    private void Measure(int rounds)
    {
        var segments = _snapshot.Snapshot.Segments;
        Line($"# Queries of words through `SearchIndex.Search`");
        Line($"");
        Line($"- command: `dotnet run -c Release --project benchmarks/TextIndex.Benchmarks -- --facade --index DIR --rounds {rounds}` on an index of `--indexing`");
        Line($"- {_snapshot.Count} documents in {segments.Count} index segments, titles and bodies; {EachClass} queries a class, seed {Seed}; {rounds} rounds, the ways in turn within each; one thread, warm; µs, median / 99th percentile of all runs");
        Line($"- *ranked*: from a query that is read already to the ten best documents with their keys, snapshot opened and let go of; *walked*: the same by walking cursors, which was the only way before;");
        Line($"  *searched*: `Search(string)`, from reading the query to ten hits with places, snippets and titles. Total and the ten best of both ways are compared for every query.");
        Line($"");
        Line($"| class | ranked | walked | ranked ÷ walked, median | searched | unlike |");
        Line($"|---|---|---|---|---|---|");
        var classes = Draw();
        foreach (var (name, queries) in classes) MeasureClass(name, queries, 3);
        foreach (var (name, queries) in classes) _page.Append(MeasureClass(name, queries, rounds)).Append((char)10);
    }

    private string MeasureClass(string name, List<string> texts, int rounds)
    {
        var queries = texts.ConvertAll(text => _snapshot.Parse(text, Ten));
        List<double> ranked = [], walked = [], searched = [];
        var unlike = queries.Count(query => !Same(query));
        for (var round = -2; round < rounds; round++)
        {
            for (var i = 0; i < queries.Count; i++)
            {
                var (query, text) = (queries[i], texts[i]);
                for (var turn = 0; turn < 3; turn++)
                {
                    var way = (turn + round + 3) % 3;
                    var start = Stopwatch.GetTimestamp();
                    if (way == 0) Rank(query);
                    else if (way == 1) Walk(query, out _);
                    else _index.Search(text);
                    var elapsed = (Stopwatch.GetTimestamp() - start) * (1e6 / Stopwatch.Frequency);
                    if (round >= 0) (way switch { 0 => ranked, 1 => walked, _ => searched }).Add(elapsed);
                }
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {At(ranked, 0.5):F1} / {At(ranked, 0.99):F1} | {At(walked, 0.5):F1} / {At(walked, 0.99):F1} | {At(ranked, 0.5) / At(walked, 0.5):F3} | {At(searched, 0.5):F0} / {At(searched, 0.99):F0} | {unlike} |");
    }

    private List<RankedDocument> Rank(Query query)
    {
        using var snapshot = _index.OpenSnapshot();
        return snapshot.Rank(query, Ten);
    }

    private List<RankedDocument> Walk(Query query, out int total) =>
        new Searcher(_snapshot.Snapshot, _analyzer, query, Ten, CancellationToken.None).WalkTop(Ten.Limit, HitOrder.ByScore, out total);

    private bool Same(Query query)
    {
        var walked = Walk(query, out var total);
        return total == _snapshot.Search(query, Ten).Total && walked.SequenceEqual(Rank(query));
    }

    // Words of the dictionary, by how many bodies hold them.
    private List<(string Name, List<string> Queries)> Draw()
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in _snapshot.Snapshot.Segments)
        {
            if (segment.Terms(TextField.Body.Name) is not { } terms) continue;
            while (terms.MoveNext())
                if (terms.Term.Utf8ToString() is var word && _analyzer.IsIndexedWord(word)) frequency[word] = frequency.GetValueOrDefault(word) + terms.DocFreq;
        }
        var n = _snapshot.Count;
        // A word that the analyzer would cut when it is asked for alone would be two.
        List<string> Between(double least, double most) =>
            [.. frequency.Where(word => word.Value >= least && word.Value <= most && _analyzer.Analyze(word.Key).Words.Length == 1).Select(word => word.Key).Order(StringComparer.Ordinal)];
        List<string> high = Between(0.03 * n, n), medium = Between(0.002 * n, 0.01 * n), low = Between(3, 30);
        string One(List<string> words) => words[_random.Next(words.Count)];
        List<string> Of(Func<string> query) => [.. Enumerable.Range(0, EachClass).Select(_ => query())];
        return
        [
            ("term, high", Of(() => One(high))),
            ("term, medium", Of(() => One(medium))),
            ("term, low", Of(() => One(low))),
            ("and, 2 high", Of(() => $"{One(high)} {One(high)}")),
            ("and, high + medium", Of(() => $"{One(high)} {One(medium)}")),
            ("and, 2 medium", Of(() => $"{One(medium)} {One(medium)}")),
            ("or, 2 high", Of(() => $"{One(high)} OR {One(high)}")),
            ("or, high + medium", Of(() => $"{One(high)} OR {One(medium)}")),
            ("or, 5 mixed", Of(() => $"{One(high)} OR {One(high)} OR {One(medium)} OR {One(medium)} OR {One(low)}")),
            ("not, high − high", Of(() => $"{One(high)} -{One(high)}")),
            ("term of the title", Of(() => $"title:{One(high)}")),
            ("term, high, of some days", Of(() => $"{One(high)} date:{2000 + _random.Next(25)}..")),
            ("near, high + medium", Of(() => $"\"{One(high)} {One(medium)}\"~10")),
            ("near, 2 medium", Of(() => $"\"{One(medium)} {One(medium)}\"~10")),
            ("string, no word", Of(() => $"\"{Cut(6)}\"")),
            ("and, string + high", Of(() => $"\"{Cut(4)}\" {One(high)}")),
            ("prefix, 1 character", Of(() => $"{One(medium)[0]}*")),
            ("prefix, 2 characters", Of(() => $"{One(medium)[..2]}*")),
        ];
    }

    // Some characters of a text, whatever the words.
    private string Cut(int length)
    {
        while (true)
        {
            var segment = _snapshot.Snapshot.Segments[_random.Next(_snapshot.Snapshot.Segments.Count)];
            var text = segment.OpenColumns().Folded(TextField.Body, _random.Next(segment.DocumentCount));
            if (text.Length <= length) continue;
            var cut = text.Slice(_random.Next(text.Length - length), length);
            if (FieldAnalyzer.AllHan(cut)) return cut.ToString();
        }
    }

    private static double At(List<double> times, double part)
    {
        times.Sort();
        return times[Math.Min(times.Count - 1, (int)(times.Count * part))];
    }

    private void Line(FormattableString line) => _page.Append(line.ToString(CultureInfo.InvariantCulture)).Append((char)10);
}
