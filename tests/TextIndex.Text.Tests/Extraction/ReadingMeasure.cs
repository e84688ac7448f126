// SPDX-License-Identifier: MIT
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Quotations;
using TextIndex.Segmentation;
using TextIndex.Tests;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>One labelled quotation, as a person read it.</summary>
internal sealed record LabelledQuotation(string Group, string Half, TextSpan Span, string Class, IReadOnlyList<string> Accept, IReadOnlyList<string> Speakers, bool IsOpen, IReadOnlyList<TextSpan> Cues, bool IsOptional)
{
    public bool IsReal => IsRealClass(Class);

    public bool IsDevelopment => Half.StartsWith("dev", StringComparison.Ordinal);

    public bool IsSpeech => Class == "speech";

    /// <summary>True where the text names who speaks.</summary>
    public bool HasSpeaker => Speakers.Count > 0;

    public bool Allows(string type) => type == Class || Accept.Contains(type);

    public static bool IsRealClass(string type) => type is "speech" or "unattributed" or "self_question" or "allusion";
}

/// <summary>A labelled quotation beside what the program says of the same place; null where it says nothing.</summary>
internal sealed record ReadPair(LabelledQuotation Label, Quotation? Read, string Key, string Text)
{
    public string ReadClass => Read is null ? "none" : ReadingNames.Of(Read.Class);
}

/// <summary>Counts right, predicted and labelled cases.</summary>
internal sealed class Tally
{
    public int Right { get; set; }
    public int Predicted { get; set; }
    public int Labelled { get; set; }
    public double Precision => Predicted == 0 ? 1 : (double)Right / Predicted;
    public double Recall => Labelled == 0 ? 1 : (double)Right / Labelled;
    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{F1:0.000} ({Precision:0.00}/{Recall:0.00})");
}

/// <summary>Reads the labelled texts and sets what the program says beside the labels.</summary>
internal static class ReadingMeasure
{
    /// <summary>Our own texts: <c>corpora/labels</c>. All of them are development texts.</summary>
    public static List<ReadPair> OwnTexts(List<Quotation>? invented = null, ILexicalModel? model = null)
    {
        var pairs = new List<ReadPair>();
        foreach (var (document, labels) in OwnLabels())
        {
            var read = StudyReader.Read(document, model).Quotations;
            var found = new HashSet<Quotation>(ReferenceEqualityComparer.Instance);
            foreach (var q in labels.GetProperty("quotes").EnumerateArray())
            {
                var cues = q.TryGetProperty("cue", out var cue) ? [Span(cue)] : Array.Empty<TextSpan>();
                var speaker = q.TryGetProperty("speaker", out var s) ? s : default;
                var names = speaker.ValueKind == JsonValueKind.Array ? [.. speaker.EnumerateArray().Select(n => n.GetString()!)] : Array.Empty<string>();
                var isOpen = speaker.ValueKind == JsonValueKind.String && speaker.GetString() == "open";
                var optional = q.TryGetProperty("optional", out _);
                var label = new LabelledQuotation("own", "dev", Span(q.GetProperty("span")), q.GetProperty("class").GetString()!, Accept(q), names, isOpen, cues, optional);
                var match = read.FirstOrDefault(r => r.Span == label.Span);
                if (match is not null) found.Add(match);
                pairs.Add(new ReadPair(label, match, document.Key, document.Text));
            }
            invented?.AddRange(read.Where(r => !found.Contains(r)));
        }
        return pairs;
    }

    /// <summary>Our own texts with their labels.</summary>
    public static IEnumerable<(Document Document, JsonElement Labels)> OwnLabels()
    {
        foreach (var path in Directory.GetFiles(Repository.File("corpora/labels")).Order(StringComparer.Ordinal))
        {
            var labels = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
            var name = labels.GetProperty("file").GetString()!;
            yield return (DocumentReader.Read(name, File.ReadAllBytes(Repository.File("corpora/" + name))), labels);
        }
    }

    /// <summary>Quotations drawn from the large corpora, of which only offsets are kept.</summary>
    public static List<ReadPair> Sampled(string corpora, ILexicalModel? model = null)
    {
        var lines = File.ReadLines(Repository.File("tests/TextIndex.Text.Tests/Fixtures/quotations/sampled.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var byDocument = lines.GroupBy(l => (l.GetProperty("corpus").GetString()!, l.GetProperty("id").GetString()!)).ToDictionary(g => g.Key, g => g.ToList());
        var pairs = new List<ReadPair>();
        foreach (var corpus in byDocument.Keys.Select(k => k.Item1).Distinct().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(corpora, corpus + ".jsonl.gz")), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                var start = line.IndexOf("\"id\": \"", StringComparison.Ordinal) + 7;
                if (start < 7 || !byDocument.TryGetValue((corpus, line[start..line.IndexOf('"', start)]), out var labels)) continue;
                using var json = JsonDocument.Parse(line);
                var text = json.RootElement.GetProperty("text").GetString()!;
                var key = corpus + "/" + json.RootElement.GetProperty("id").GetString();
                var read = StudyReader.Read(DocumentReader.Read(key, text), model).Quotations;
                foreach (var q in labels)
                {
                    var type = q.GetProperty("class").GetString()!;
                    if (type == "none") continue;
                    var label = new LabelledQuotation(CorporaTexts.GroupOf(q.GetProperty("source").GetString()!), q.GetProperty("half").GetString()!, Span(q.GetProperty("span")), type, Accept(q),
                        Names(q, text), q.TryGetProperty("speaker", out var s) && s.ValueKind == JsonValueKind.String && s.GetString() == "open",
                        q.TryGetProperty("cue", out var cues) ? [.. cues.EnumerateArray().Select(Span)] : [], false);
                    var match = read.FirstOrDefault(r => r.Segments.Any(p => p.Span == label.Span)) ?? read.FirstOrDefault(r => r.Span == label.Span);
                    pairs.Add(new ReadPair(label, match, key, text));
                }
            }
        }
        return pairs;

        static string[] Names(JsonElement q, string text) =>
            q.TryGetProperty("speaker", out var s) && s.ValueKind == JsonValueKind.Array ? [.. s.EnumerateArray().Select(n => Span(n).In(text))] : [];
    }

    /// <summary>The figures of a set of pairs as one line; the heads of its columns stand in <see cref="Head"/>.</summary>
    public static string Row(string name, IReadOnlyCollection<ReadPair> pairs)
    {
        var m = Measure(pairs);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name,-26} {m.Count,4} {m.Spans,5:0.000} {m.Real,19} {m.Speech,19} {m.Strict,6:0.000} {m.Lenient,7:0.000} {m.SpeakersRight,4}/{m.SpeakersLabelled,-3} {m.RightRate,5:0.00} {m.SpeakersWrong,4} {m.WrongRate,5:0.000} {m.CuesRight,4}/{m.CuesLabelled,-3} {m.RealNoneOptional.F1,5:0.000} {m.SpeechNoneOptional.F1,5:0.000}");
    }

    public static string Head => $"{"texts",-26} {"n",4} {"spans",5} {"real quotations F1",19} {"speech F1",19} {"strict",6} {"lenient",7} {"speakers right",14} {"wrong",4} {"rate",5} {"cues",6}  real and speech F1 with nothing optional";

    public sealed record Figures(int Count, double Spans, Tally Real, Tally Speech, double Strict, double Lenient, int SpeakersRight, int SpeakersLabelled, int SpeakersWrong, double RightRate, double WrongRate, int CuesRight, int CuesLabelled, Tally RealNoneOptional, Tally SpeechNoneOptional);

    public static Figures Measure(IReadOnlyCollection<ReadPair> all)
    {
        var pairs = all.Where(p => !p.Label.IsOptional).ToList();
        Tally real = new(), speech = new(), allReal = new(), allSpeech = new();
        int spans = 0, strict = 0, lenient = 0, right = 0, wrong = 0, labelled = 0, speeches = 0, cues = 0, cuesLabelled = 0;
        foreach (var p in pairs)
        {
            var said = p.ReadClass;
            if (p.Read is not null) spans++;
            if (said == p.Label.Class) strict++;
            if (p.Label.Allows(said)) lenient++;
            // A case that may be read both ways counts for neither: it is optional on both sides.
            Count(real, p.Label.IsReal, LabelledQuotation.IsRealClass(said), p.Label.Accept.Any(a => LabelledQuotation.IsRealClass(a) != p.Label.IsReal));
            Count(allReal, p.Label.IsReal, LabelledQuotation.IsRealClass(said), false);
            Count(allSpeech, p.Label.IsSpeech, said == "speech", false);
            Count(speech, p.Label.IsSpeech, said == "speech", p.Label.IsSpeech ? p.Label.Accept.Count > 0 : p.Label.Accept.Contains("speech"));
            if (p.Label.Cues.Count > 0) { cuesLabelled++; if (p.Read?.Cue is { } cue && p.Label.Cues.Any(c => c.Overlaps(cue.Span))) cues++; }
            if (p.Label.IsOpen || !p.Label.IsSpeech) { if (!p.Label.IsOpen && p.Read?.Speaker is not null && said == "speech" && !p.Label.Allows("speech")) wrong++; continue; }
            speeches++;
            if (p.Label.HasSpeaker) labelled++;
            if (p.Read?.Speaker is not { } speaker || said != "speech") continue;
            if (p.Label.Speakers.Any(name => IsSame(name, speaker.Canonical))) right++;
            else wrong++;
        }
        return new Figures(pairs.Count, Rate(spans, pairs.Count), real, speech, Rate(strict, pairs.Count), Rate(lenient, pairs.Count), right, labelled, wrong, Rate(right, labelled), Rate(wrong, speeches), cues, cuesLabelled, allReal, allSpeech);

        static double Rate(int a, int b) => b == 0 ? 0 : (double)a / b;

        static void Count(Tally tally, bool label, bool said, bool optional)
        {
            if (optional && label != said) return;
            if (label) tally.Labelled++;
            if (said) tally.Predicted++;
            if (label && said) tally.Right++;
        }
    }

    // 习近平总书记 and 习近平 are one; a title that stays on the name is no error, another name is.
    private static bool IsSame(string label, string said) => label == said || said.StartsWith(label, StringComparison.Ordinal) && said.Length - label.Length <= 2;

    private static string[] Accept(JsonElement q) => q.TryGetProperty("accept", out var accept) ? [.. accept.EnumerateArray().Select(a => a.GetString()!)] : [];

    public static TextSpan Span(JsonElement pair) => TextSpan.FromBounds(pair[0].GetInt32(), pair[1].GetInt32());
}
