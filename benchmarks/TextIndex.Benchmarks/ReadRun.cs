// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text;
using TextIndex.Documents;
using TextIndex.Extraction;
using TextIndex.Extraction.Allusions;
using TextIndex.Extraction.Exhortations;
using TextIndex.Extraction.Figures;
using TextIndex.Extraction.Names;
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Parallelism;
using TextIndex.Extraction.Qualities;
using TextIndex.Extraction.Quotations;
using TextIndex.Extraction.Themes;
using TextIndex.Extraction.Titles;

namespace TextIndex.Benchmarks;

/// <summary>Reads the documents of a corpus on one thread: milliseconds a megabyte (UTF-8) of <c>StudyReader.Read</c> as a whole and of each of its parts.</summary>
internal static class ReadRun
{
    // The parts in the order of the reader; a part that others look at comes before them, so that its time is told once.
    private static readonly string[] Parts =
        ["fold", "marks", "outline", "words", "people", "dates", "figures", "names", "pronouns", "quotations", "titles", "qualities", "exhortations", "calls", "parallelism", "allusions", "themes"];

    public static int Run(string file, int megabytes, int rounds)
    {
        var (documents, bytes) = Load(file, (long)megabytes << 20);
        var size = bytes / (double)(1 << 20);
        foreach (var document in documents.Take(200)) StudyReader.Read(document);            // data and code are there
        Measure(documents.Take(200), new long[Parts.Length]);
        var whole = new List<double>();
        var parts = new List<long[]>();
        var allocated = 0L;
        for (var round = 0; round < rounds; round++)
        {
            var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            foreach (var document in documents) StudyReader.Read(document);
            whole.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / size);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var ticks = new long[Parts.Length];
            Measure(documents, ticks);
            parts.Add(ticks);
        }
        whole.Sort();
        var median = whole[rounds / 2];
        Write($"{documents.Count} documents, {size:F1} MB; {rounds} rounds; whole read {median:F1} ms/MB = {1000 / median:F2} MB/s ({1000 / whole[^1]:F2} to {1000 / whole[0]:F2}), {allocated / 1024.0 / documents.Count:F0} KB allocated a document");
        for (var i = 0; i < Parts.Length; i++)
            Write($"  {Parts[i],-14}{parts.Select(p => p[i]).Order().ElementAt(rounds / 2) * 1000.0 / Stopwatch.Frequency / size,8:F2} ms/MB");
        return 0;
    }

    private static (List<Document> Documents, long Bytes) Load(string file, long most)
    {
        var documents = new List<Document>();
        var bytes = 0L;
        foreach (var document in CorpusFile.Load(file))
        {
            documents.Add(document);
            if ((bytes += Encoding.UTF8.GetByteCount(document.Text)) >= most) break;
        }
        return (documents, bytes);
    }

    private static void Measure(IEnumerable<Document> documents, long[] ticks)
    {
        foreach (var document in documents)
        {
            var part = 0;
            var last = Stopwatch.GetTimestamp();
            var text = new StudyText(document);
            Next();
            var marks = PairedMarkScanner.Scan(text);
            Next();
            var outline = OutlineExtractor.Extract(text);
            Next();
            _ = text.Words;
            Next();
            _ = text.People;
            Next();
            var dates = DateExtractor.Extract(text);
            Next();
            FigureExtractor.Extract(text, dates, marks);
            Next();
            NameExtractor.Extract(text, NameList.Empty);
            Next();
            Pronouns.Resolve(text, marks);
            Next();
            QuotationExtractor.Extract(text, marks);
            Next();
            TitleExtractor.Extract(text, marks);
            Next();
            QualityExtractor.Extract(text, outline, marks);
            Next();
            ExhortationExtractor.Extract(text, outline, marks);
            Next();
            ReportedCalls.Find(text, marks);
            Next();
            ParallelismExtractor.Extract(text, marks);
            Next();
            AllusionExtractor.Extract(text, marks);
            Next();
            ThemeExtractor.Extract(text, outline, marks);
            Next();

            void Next()
            {
                var now = Stopwatch.GetTimestamp();
                ticks[part++] += now - last;
                last = now;
            }
        }
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
