// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using TextIndex.Benchmarks.Peers;

namespace TextIndex.Benchmarks;

/// <summary>Writes what an interleaved run measured: a page to read and every sample as raw.csv.</summary>
internal sealed class InterleavedReport(
    int documents, long textBytes, int rounds, int buildRounds, IReadOnlyList<IPeer> peers, Dictionary<string, long> sizes, List<Sample> samples, TimeSpan elapsed)
{
    private readonly StringBuilder _page = new();

    public void Write(string folder)
    {
        Head();
        Indexing();
        Queries();
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "peers.md"), _page.ToString());
        var raw = new StringBuilder("round,class,engine,microseconds_each,operations,allocated_bytes_each,hits\n");
        foreach (var one in samples)
            raw.Append(CultureInfo.InvariantCulture, $"{one.Round},\"{one.Class}\",\"{one.Engine}\",{one.Microseconds:F3},{one.Operations},{one.AllocatedBytes:F0},{one.Hits}\n");
        File.WriteAllText(Path.Combine(folder, "raw.csv"), raw.ToString());
        Console.WriteLine(_page);
    }

    private void Head()
    {
        Line("# TextIndex beside stock Lucene.Net and SQLite FTS5, rounds interleaved");
        Line("");
        Line($"- command: `dotnet run -c Release --project benchmarks/TextIndex.Benchmarks -- --interleaved --documents {documents} --rounds {rounds}`");
        Line($"- date: {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC; the whole run took {elapsed.TotalSeconds:F0} s");
        Line($"- machine: {Processor()}, {Environment.ProcessorCount} logical processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}");
        Line($"- load before and after is not controlled; read ratios, not microseconds");
        Line($"- corpus: {documents} synthetic documents, {textBytes / 1e6:F1} MB of UTF-8, fixed seed (`SyntheticCorpus.cs`); {QuerySet.EachClass} queries a class, fixed seed (`QuerySet.cs`); warm, one thread");
        Line($"- every figure is the median of the rounds ({buildRounds} for indexing, {rounds} for queries); in brackets the least and the most. A ratio is taken within a round; above 1 the engine took longer than TextIndex");
        Line("- the engines do not do the same work:");
        foreach (var peer in peers) Line($"  - {peer.Name}: {peer.Note}");
        Line("");
    }

    private void Indexing()
    {
        Line("## Indexing");
        Line("");
        Line("| engine | seconds | ratio to TextIndex | managed bytes a document | index MB | index, % of the text |");
        Line("|---|---|---|---|---|---|");
        foreach (var peer in peers.Where(peer => peer.HasIndex))
        {
            var mine = Of(Sample.Building, peer.Name);
            Line($"| {peer.Name} | {Spread(mine.Select(one => one.Microseconds * documents / 1e6), "F1")} | {Ratio(Sample.Building, peer.Name)} "
                + $"| {Median(mine.Select(one => one.AllocatedBytes)):F0} | {sizes[peer.Name] / 1e6:F1} | {100.0 * sizes[peer.Name] / textBytes:F0} |");
        }
        Line("");
    }

    private void Queries()
    {
        Line("## Queries");
        Line("");
        Line("Hits are all documents that the class's queries match together: they show what each engine takes for a match. Characters as tokens (StandardAnalyzer) and");
        Line("bigrams (CJKAnalyzer) match across punctuation; words (unicode61) miss what the cut has hidden; TextIndex answers what a scan of the text answers,");
        Line("and takes a rare word that its dictionary cuts for all the parts of it, anywhere.");
        Line("");
        Line("| class | engine | microseconds a query | ratio to TextIndex | managed bytes a query | hits |");
        Line("|---|---|---|---|---|---|");
        foreach (var name in samples.Select(one => one.Class).Where(name => name != Sample.Building).Distinct())
        {
            foreach (var peer in peers)
            {
                var mine = Of(name, peer.Name);
                Line(mine.Count == 0 ? $"| {name} | {peer.Name} | cannot ask it | | | |"
                    : $"| {name} | {peer.Name} | {Spread(mine.Select(one => one.Microseconds), "F0")} | {Ratio(name, peer.Name)} | {Median(mine.Select(one => one.AllocatedBytes)):F0} | {mine[0].Hits} |");
            }
        }
    }

    private List<Sample> Of(string name, string engine) => [.. samples.Where(one => one.Class == name && one.Engine == engine)];

    private string Ratio(string name, string engine)
    {
        var ours = Of(name, peers[0].Name).ToDictionary(one => one.Round, one => one.Microseconds);
        return engine == peers[0].Name ? "1" : Spread(Of(name, engine).Select(one => one.Microseconds / ours[one.Round]), "F2");
    }

    private static string Spread(IEnumerable<double> values, string format)
    {
        var all = values.ToList();
        string Show(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Show(Median(all))} ({Show(all.Min())}–{Show(all.Max())})";
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Processor()
    {
        const string File = "/proc/cpuinfo", Field = "model name";
        if (!System.IO.File.Exists(File)) return "processor not told";
        var line = System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal));
        return line is null ? "processor not told" : line[(line.IndexOf(':') + 1)..].Trim();
    }

    private void Line(FormattableString text) => _page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Line(string text) => _page.Append(text).Append('\n');
}
