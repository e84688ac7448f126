// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction;
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Quotations;
using TextIndex.Extraction.Themes;
using TextIndex.Extraction.Titles;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>Prints how fast each part of a reading is, on real text and on a megabyte of marks. It proves no time, only that the work is done.</summary>
public class ReadingSpeedTests(ITestOutputHelper output)
{
    [CorporaFact]
    public void The_speed_of_a_reading_is_shown()
    {
        if (!Repository.Slow) return;
        var documents = Documents().Take(700).ToList();
        Show("campus", documents);
        foreach (var (name, unit) in new[] { ("corner marks", "「『"), ("opening marks", "“"), ("pairs", "“”"), ("verb and mark", "“他说："), ("straight", "\""), ("title marks", "《"), ("numbers", "一、"), ("names", "张伟说"), ("lines of marks", "“甲\n") })
            Show(name, [DocumentReader.Read(name, Repeat(unit, 1 << 20))]);
    }

    private void Show(string name, List<Document> documents)
    {
        var bytes = documents.Sum(d => Encoding.UTF8.GetByteCount(d.Text));
        for (var round = 0; round < (name == "campus" ? 6 : 1); round++)
        {
            var times = new SortedDictionary<string, double>(StringComparer.Ordinal);
            var texts = Time("0 fold", () => documents.ConvertAll(d => new StudyText(d)), times);
            var marks = Time("1 marks", () => texts.ConvertAll(PairedMarkScanner.Scan), times);
            Time("2 people", () => texts.ConvertAll(t => t.People.Mentions.Count), times);
            var outlines = Time("3 outline", () => texts.ConvertAll(OutlineExtractor.Extract), times);
            Time("4 quotations", () => texts.Select((t, i) => QuotationExtractor.Extract(t, marks[i]).Count).ToList(), times);
            Time("5 titles", () => texts.Select((t, i) => TitleExtractor.Extract(t, marks[i]).Count).ToList(), times);
            Time("6 themes", () => texts.Select((t, i) => ThemeExtractor.Extract(t, outlines[i], marks[i])).ToList(), times);
            output.WriteLine($"{name,-16} {bytes / 1e6,6:0.00} MB  {string.Join("  ", times.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key} {t.Value * 1000:0} ms")))}  all {bytes / 1e6 / times.Values.Sum():0.0} MB/s");
        }

        static T Time<T>(string part, Func<T> work, SortedDictionary<string, double> times)
        {
            var watch = Stopwatch.StartNew();
            var result = work();
            times[part] = watch.Elapsed.TotalSeconds;
            return result;
        }
    }

    private static string Repeat(string unit, int bytes)
    {
        var count = bytes / Encoding.UTF8.GetByteCount(unit);
        return new StringBuilder().Insert(0, unit, count).ToString();
    }

    private static IEnumerable<Document> Documents()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Repository.Corpora, "campus.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return DocumentReader.Read(json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("text").GetString()!);
        }
    }
}
