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
        // The first pass loads the data and compiles; the second one finds most of the code at its last tier.
        var begun = Stopwatch.GetTimestamp();
        foreach (var document in documents) StudyReader.Read(document);
        var first = Stopwatch.GetElapsedTime(begun).TotalMilliseconds / size;
        for (var i = 0; i < 2; i++)
        {
            foreach (var document in documents) StudyReader.Read(document);
            Measure(documents, new long[Parts.Length]);
        }
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
        Write($"{documents.Count} documents, {size:F1} MB; {rounds} rounds; whole read {median:F1} ms/MB = {1000 / median:F2} MB/s ({1000 / whole[^1]:F2} to {1000 / whole[0]:F2}), {allocated / 1024.0 / documents.Count:F0} KB allocated a document; first pass {1000 / first:F2} MB/s");
        for (var i = 0; i < Parts.Length; i++)
            Write($"  {Parts[i],-14}{parts.Select(p => p[i]).Order().ElementAt(rounds / 2) * 1000.0 / Stopwatch.Frequency / size,8:F2} ms/MB");
        return 0;
    }

    /// <summary>Texts that no person writes: a million characters may take no more than four times as long as a quarter of them.</summary>
    public static int RunHostile()
    {
        var random = new Random(20261122);
        string[] units = ["“", "“”", "「『", "《", "\"", "‘“", "一、", "一、学习\n", "“甲\n", "张伟说", "“他说：", "要", "不、", "学习他的", "1,000", "年1月", "王", "学而时习之，", "不积跬步，无以至千里；"];
        foreach (var unit in units) Time(unit.ReplaceLineEndings("\\n"), length => string.Concat(Enumerable.Repeat(unit, length / unit.Length)));
        Time("random Unicode", length => string.Create(length, random, static (span, random) => { foreach (ref var c in span) c = (char)random.Next(0x10000); }));
        Time("random Han", length => string.Create(length, random, static (span, random) => { foreach (ref var c in span) c = (char)random.Next(0x4E00, 0xA000); }));
        Time("common, one line", length => string.Create(length, random, static (span, random) => { foreach (ref var c in span) c = Common[random.Next(Common.Length)]; }));
        return 0;

        static void Time(string name, Func<int, string> make)
        {
            var times = new double[3];
            for (var i = 0; i < times.Length; i++)
            {
                var document = DocumentReader.Read(name, make(250_000 << i));
                var started = Stopwatch.GetTimestamp();
                StudyReader.Read(document);
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
            Write($"  {name,-20}{times[0],8:F0}{times[1],8:F0}{times[2],8:F0} ms   {times[2] / times[0],5:F1} times");
        }
    }

    private const string Common = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装，。、；：“”《》";

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
            NameExtractor.Extract(text, new NameOptions());
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
