// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using TextIndex.Analysis;
using TextIndex.Codecs.Columns;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Segmentation;
using TextIndex.Storage;

namespace TextIndex.Benchmarks;

/// <summary>All occurrences of literals: the index, a scan of the same mapped text by our own kernel, and ripgrep over the same folded text, in turn.</summary>
internal sealed class LiteralRun : IDisposable
{
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly IndexSnapshot _snapshot;
    private readonly SearchContext _context;
    private readonly StringBuilder _page = new();
    private long _checksum;

    private LiteralRun(string folder)
    {
        _directory = IndexFolder.Open(folder, create: false);
        _snapshot = IndexSnapshot.Open(_directory, folder, "");
        _context = new SearchContext(_snapshot, new FieldAnalyzer(WordSegmenter.WordGraph), false, false, default);
    }

    /// <summary>Runs, prints, and writes literals.md.</summary>
    /// <param name="folder">An index that <c>--indexing</c> made.</param>
    /// <param name="rounds">How often each literal is asked, after one round that warms up.</param>
    /// <param name="ripgrep">The program; empty = left out.</param>
    /// <param name="output">Folder for literals.md; empty = printed only.</param>
    public static int Run(string folder, int rounds, string ripgrep, string output)
    {
        using var run = new LiteralRun(folder);
        run.Measure(rounds, ripgrep, folder);
        Console.WriteLine(run._page);
        if (output.Length > 0) File.WriteAllText(Path.Combine(output, "literals.md"), run._page.ToString());
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot.Dispose();
        _directory.Dispose();
    }

    private void Measure(int rounds, string ripgrep, string folder)
    {
        var bodies = _snapshot.Segments.Select(segment => segment.Texts(TextField.Body)).ToArray();
        var queries = new LiteralQueries(bodies);
        var uniform = queries.Uniform(500);
        var rare = queries.RareOfFrequentPairs(200);
        var literals = uniform.Concat(rare).ToArray();
        var counts = literals.Select(queries.Count).ToArray();
        Line($"# All occurrences of a literal: index, scan, ripgrep");
        Line("");
        Line($"- command: `dotnet run -c Release --project benchmarks/TextIndex.Benchmarks -- --literals --index DIR --rounds {rounds} --ripgrep rg` on an index of `--indexing`");
        Line($"- {_snapshot.DocumentCount} documents in {_snapshot.Segments.Count} index segments, {bodies.Sum(body => body.Units) / 1e6:F1} M code units of folded bodies; vectors of {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)} bits; one thread, warm, {rounds} rounds, engines in turn for each literal; a literal's time is the median of its rounds");
        Line($"- {uniform.Length} literals cut uniformly, of which {counts.Take(uniform.Length).Count(n => n >= 1000)} with 1,000 occurrences or more; {rare.Length} rare ones made of frequent pairs; each lists document and place of every occurrence, titles and bodies");
        Line("");

        var times = new double[2][][];
        for (var engine = 0; engine < 2; engine++) times[engine] = [.. literals.Select(_ => new double[rounds])];
        var wrong = 0;
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < literals.Length; i++)
            {
                for (var turn = 0; turn < 2; turn++)
                {
                    var engine = (turn + round + 1) & 1;
                    var start = Stopwatch.GetTimestamp();
                    var found = List(literals[i], byScan: engine == 1);
                    var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    if (round >= 0) times[engine][i][round] = elapsed;
                    if (round == -1 && engine == 0 && !Same(literals[i])) wrong++;
                    _checksum += found;
                }
            }
        }
        var index = times[0].Select(Median).ToArray();
        var scan = times[1].Select(Median).ToArray();
        var words = literals.Select(literal => _context.Analyzer.IsIndexedWord(literal)).ToArray();
        Line("| literals | n | occurrences, median | index, median / p99 / most ms | scan, median / p99 ms | index ÷ scan, most |");
        Line("|---|---|---|---|---|---|");
        Row("all", _ => true);
        Row("cut uniformly", i => i < uniform.Length);
        Row("≥ 1,000 occurrences", i => counts[i] >= 1000);
        Row("words of the dictionary", i => words[i]);
        Row("no words", i => !words[i]);
        Row("rare, of frequent pairs", i => i >= uniform.Length);
        Line("");
        Line($"Answers unlike the scan's: {wrong}.");
        foreach (var i in Enumerable.Range(0, literals.Length).OrderByDescending(i => index[i]).Take(12)) Console.WriteLine($"  {literals[i]} {counts[i]} occurrences, word {words[i]}: {index[i]:F3} ms, scan {scan[i]:F3}");
        foreach (var i in Enumerable.Range(0, literals.Length).OrderByDescending(i => index[i] / scan[i]).Take(5)) Console.WriteLine($"  {literals[i]} {counts[i]} occurrences, word {words[i]}: {index[i]:F3} ms, scan {scan[i]:F3}");
        if (ripgrep.Length > 0) MeasureRipgrep(ripgrep, folder, literals, Percentile(index, 0.5));

        void Row(string name, Func<int, bool> takes)
        {
            var some = Enumerable.Range(0, literals.Length).Where(takes).ToArray();
            if (some.Length == 0) return;
            var (mine, other) = (some.Select(i => index[i]).ToArray(), some.Select(i => scan[i]).ToArray());
            Line($"| {name} | {some.Length} | {Percentile([.. some.Select(i => (double)counts[i])], 0.5):F0} | {Percentile(mine, 0.5):F3} / {Percentile(mine, 0.99):F3} / {mine.Max():F3} | {Percentile(other, 0.5):F3} / {Percentile(other, 0.99):F3} | {some.Max(i => index[i] / scan[i]):F2} |");
        }
    }

    // Every occurrence as document and place; the sum keeps the loop from being left out.
    private long List(string literal, bool byScan)
    {
        var pattern = new LiteralPattern(literal, _context, wholeWords: false);
        var sum = 0L;
        foreach (var segment in _snapshot.Segments)
        {
            foreach (var field in TextField.All)
            {
                for (var walk = byScan ? pattern.WalkByScan(segment, field) : pattern.Walk(segment, field); walk.MoveNext();)
                    foreach (var place in walk.Places) sum += walk.Document ^ place - walk.Start;
            }
        }
        return sum;
    }

    private bool Same(string literal)
    {
        var pattern = new LiteralPattern(literal, _context, wholeWords: false);
        foreach (var segment in _snapshot.Segments)
        {
            foreach (var field in TextField.All)
            {
                var (mine, other) = (new List<(int, int)>(), new List<(int, int)>());
                for (var walk = pattern.Walk(segment, field); walk.MoveNext();)
                    foreach (var place in walk.Places) mine.Add((walk.Document, place - walk.Start));
                for (var walk = pattern.WalkByScan(segment, field); walk.MoveNext();)
                    foreach (var place in walk.Places) other.Add((walk.Document, place - walk.Start));
                if (!mine.SequenceEqual(other)) return false;
            }
        }
        return true;
    }

    private void MeasureRipgrep(string ripgrep, string folder, string[] literals, double ours)
    {
        var file = Path.TrimEndingDirectorySeparator(folder) + ".folded.txt";
        using (var writer = new StreamWriter(file, false, new UTF8Encoding(false)))
            foreach (var segment in _snapshot.Segments)
                for (var document = 0; document < segment.DocumentCount; document++) writer.Write(string.Concat(segment.Texts(TextField.Body).TextOf(document), "\n"));
        var times = new List<double>();
        foreach (var literal in literals.Where((_, i) => i % 5 == 0))
        {
            var info = new ProcessStartInfo(ripgrep) { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in (string[])["-F", "-a", "-o", "-b", "-N", "--no-config", "--", literal, file]) info.ArgumentList.Add(argument);
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(info)!;
            var buffer = new byte[1 << 16];
            while (process.StandardOutput.BaseStream.Read(buffer) > 0) { }
            process.WaitForExit();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var median = Percentile([.. times], 0.5);
        Line($"ripgrep, whole process, every fifth literal, over the folded bodies in UTF-8: median {median:F1} ms, p99 {Percentile([.. times], 0.99):F1} ms; {median / ours:F0} times the median of the index.");
        File.Delete(file);
    }

    private static double Median(double[] values) => Percentile(values, 0.5);

    private static double Percentile(double[] values, double part)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    private void Line(FormattableString text) => _page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Line(string text) => _page.Append(text).Append('\n');
}
