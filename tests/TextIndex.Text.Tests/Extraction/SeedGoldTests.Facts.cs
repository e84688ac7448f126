// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Extraction;

// Figures, names, exhortations and the other parts beside outline, quotations, titles and themes.
public partial class SeedGoldTests
{
    [GoldFact]
    public void The_facts_of_the_seed_read_as_annotated_whatever_its_names_marks_script_order_and_numbers()
    {
        var tables = Variants().Select(variant => (variant.Name, Table: MeasureFacts(variant))).ToList();
        output.WriteLine($"{"variant",-28} {string.Join(' ', tables[0].Table.Select(row => row.Name))}");
        foreach (var (name, table) in tables)
            output.WriteLine($"{name,-28} {string.Join(' ', table.Select(row => row.Shown.PadRight(row.Name.Length)))}  {string.Join("; ", table.Where(row => row.Missed.Length > 0 && !row.Good).Select(row => $"{row.Name}: {row.Missed}"))}");
        foreach (var (name, table) in tables)
            foreach (var row in table) Assert.True(row.Good, $"{name}: {row.Name} {row.Shown} {row.Missed}");
    }

    private sealed record Row(string Name, string Shown, bool Good, string Missed);

    private static List<Row> MeasureFacts(Variant variant)
    {
        var reading = StudyReader.Read(DocumentReader.Read("seed", variant.Text));
        return [.. Figures(variant, reading), .. Exhortations(variant, reading), .. Qualities(variant, reading), .. Parallelism(variant, reading), .. Names(variant, reading), .. Reuse(variant, reading)];
    }

    private static IEnumerable<Row> Figures(Variant variant, Reading reading)
    {
        var required = Seed.Value.Gold.GetProperty("figures").EnumerateArray().Where(f => f.GetProperty("required").GetBoolean()).ToList();
        var missed = new List<string>();
        foreach (var gold in required)
        {
            var found = reading.Figures.FirstOrDefault(f => f.Span == Mapped(variant, gold));
            var value = gold.GetProperty("value").ToString();
            // A number in Chinese numerals keeps its value where only the digits are changed.
            if (gold.GetProperty("text").GetString()!.Any(char.IsAsciiDigit)) value = variant.Rewrite(value);
            var right = found is not null
                && (found.Clock is { } clock ? clock.ToString("HH:mm", CultureInfo.InvariantCulture) : found.Value.ToString("0.####", CultureInfo.InvariantCulture)) == value
                && ReadingNames.Of(found.Kind) == gold.GetProperty("kind").GetString() && ReadingNames.Of(found.Approximation) == (gold.GetProperty("approx").GetString() ?? "")
                && found.Unit == variant.Rewrite(gold.GetProperty("unit").GetString() ?? "");
            if (!right) missed.Add($"{gold.GetProperty("id")}={found?.Text}:{found?.Value}");
        }
        yield return Of("figures", required.Count - missed.Count, required.Count, missed);
        var traps = Seed.Value.Gold.GetProperty("figureTraps").EnumerateArray().Select(trap => Mapped(variant, trap)).ToList();
        var caught = traps.Where(trap => reading.Figures.Any(f => f.Span.Overlaps(trap)) || reading.Dates.Any(d => d.Span.Overlaps(trap))).Select(trap => trap.In(variant.Text)).ToList();
        yield return new Row("figure-traps", $"{caught.Count}/{traps.Count}", caught.Count == 0, string.Join(' ', caught));
        yield return new Row("dates", $"{reading.Dates.Count}/1", reading.Dates.Count == 1, string.Join(' ', reading.Dates.Select(d => d.Text)));
    }

    private static IEnumerable<Row> Exhortations(Variant variant, Reading reading)
    {
        var gold = Seed.Value.Gold.GetProperty("exhortations").EnumerateArray().Select(e => Mapped(variant, e)).ToList();
        var found = reading.Exhortations.Select(e => e.Span).ToList();
        var right = gold.Count(g => found.Any(f => f.Start == g.Start));
        var f1 = 2.0 * right / (gold.Count + found.Count);
        var notes = gold.Where(g => found.All(f => f.Start != g.Start)).Select(g => "-" + g.In(variant.Text)).Concat(found.Where(f => gold.All(g => g.Start != f.Start)).Select(f => "+" + f.In(variant.Text)));
        yield return new Row("exhortations", f1.ToString("0.000", CultureInfo.InvariantCulture), f1 >= 0.97, string.Join(' ', notes));
        yield return Of("exhortation-spans", gold.Count(found.Contains), gold.Count, [.. gold.Where(g => !found.Contains(g)).Select(g => g.In(variant.Text))]);
        var traps = Seed.Value.Gold.GetProperty("exhortationTraps").EnumerateArray().Select(t => Mapped(variant, t)).ToList();
        var caught = traps.Where(t => found.Any(f => f.Start >= t.Start && f.Start < t.End)).ToList();
        yield return new Row("exhortation-traps", $"{caught.Count}/{traps.Count}", caught.Count == 0, string.Join(' ', caught.Select(t => t.In(variant.Text))));
        var agents = reading.Exhortations.Count(e => e.Agent == variant.Rewrite("组工干部"));
        yield return new Row("agents", $"{agents}/{gold.Count}", agents == gold.Count || variant.Name == "sections swapped" && agents > 0, string.Join(' ', reading.Exhortations.Select(e => e.Agent).Distinct()));
        var call = Seed.Value.Gold.GetProperty("calls")[0];
        yield return new Row("calls", $"{reading.Calls.Count}/1", reading.Calls.Count == 1 && reading.Calls[0].AddresseeSpan == Mapped(variant, call.GetProperty("addressee")) && reading.Calls[0].ContentSpan == Mapped(variant, call.GetProperty("content")),
            string.Join(' ', reading.Calls.Select(c => $"{c.Agent}/{c.AddresseeSpan.In(variant.Text)}/{c.ContentSpan.In(variant.Text)}")));
    }

    private static IEnumerable<Row> Qualities(Variant variant, Reading reading)
    {
        var gold = Seed.Value.Gold.GetProperty("qualities").EnumerateArray().ToList();
        int right = 0, attributes = 0;
        foreach (var one in gold)
        {
            var found = reading.Qualities.FirstOrDefault(q => q.Span == Mapped(variant, one));
            if (found is null) continue;
            if (found.NounSpan == Mapped(variant, one.GetProperty("noun")) && found.SentenceSpan == Mapped(variant, one, "sentenceSpan") && found.Of == variant.Rewrite("朱治国") && found.Learner == variant.Rewrite("广大组工干部")) right++;
            attributes += one.GetProperty("attributes").EnumerateArray().Count(a => found.AttributeSpans.Contains(Mapped(variant, a)));
        }
        yield return new Row("qualities", $"{right}/5", right == 5 && reading.Qualities.Count == 5, string.Join(' ', reading.Qualities.Select(q => $"{q.Text}/{q.Of}/{q.Learner}")));
        yield return new Row("attributes", $"{attributes}/10", attributes == 10, "");
        var structure = Seed.Value.Gold.GetProperty("sectionStructure").EnumerateArray()
            .Count(s => reading.Structure.Any(f => f.DeedSpan == Mapped(variant, s, "deedSpan") && f.QualitySpan == Mapped(variant, s, "qualitySpan") && f.ExhortationSpan == Mapped(variant, s, "exhortSpan")));
        yield return new Row("structure", $"{structure}/5", structure == 5, "");
    }

    private static IEnumerable<Row> Parallelism(Variant variant, Reading reading)
    {
        var gold = Seed.Value.Gold.GetProperty("parallelism").EnumerateArray().Where(g => g.GetProperty("kind").GetString() == "paibi")
            .Select(g => g.GetProperty("members").EnumerateArray().Select(m => Mapped(variant, m)).ToList()).ToList();
        var found = reading.Parallelism.Where(g => g.Kind == TextIndex.Extraction.Parallelism.ParallelKind.Series).ToList();
        // A group is found when two thirds of its members are inside one predicted group, member by member.
        bool Covers(TextIndex.Extraction.Parallelism.ParallelGroup group, List<TextSpan> members) => 3 * members.Count(m => group.Members.Any(p => p.Contains(m) && p.Length <= m.Length + 4)) >= 2 * members.Count;
        var right = gold.Count(members => found.Any(group => Covers(group, members)));
        var wrong = found.Where(group => !gold.Any(members => Covers(group, members))).ToList();
        var f1 = 2.0 * right / (2 * right + wrong.Count + gold.Count - right);
        var notes = gold.Where(members => !found.Any(group => Covers(group, members))).Select(m => "-" + TextSpan.FromBounds(m[0].Start, m[^1].End).In(variant.Text)).Concat(wrong.Select(g => "+" + g.Span.In(variant.Text)));
        yield return new Row("paibi", f1.ToString("0.000", CultureInfo.InvariantCulture), f1 >= 0.90, string.Join(' ', notes));
    }

    private static IEnumerable<Row> Names(Variant variant, Reading reading)
    {
        var gold = Seed.Value.Gold.GetProperty("entities").EnumerateArray().ToList();
        string Canonical(JsonElement e) => variant.Rewrite(e.GetProperty("canonical").GetString()!);
        List<TextSpan> Mentions(JsonElement e) => [.. e.GetProperty("mentions").EnumerateArray().Select(m => Mapped(variant, m, 0)).Order()];
        var people = gold.Where(e => e.GetProperty("type").GetString() == "PER" && !e.TryGetProperty("nestedIn", out _)).ToList();
        var found = reading.Entities.Where(e => e.Type == TextIndex.Extraction.Names.NameType.Person).ToList();
        var right = people.Count(p => found.Any(f => f.Canonical == Canonical(p) && f.Mentions.SequenceEqual(Mentions(p))));
        var wrong = found.Where(f => people.All(p => Canonical(p) != f.Canonical)).Select(f => f.Canonical).ToList();
        yield return new Row("people(false)", $"{right}/2 ({wrong.Count})", right == 2 && wrong.Count == 0, string.Join(' ', wrong));
        var organizations = gold.Where(e => e.GetProperty("type").GetString() == "ORG" && !e.TryGetProperty("required", out _)).ToList();
        var named = reading.Entities.Where(e => e.Type == TextIndex.Extraction.Names.NameType.Organization).ToList();
        right = organizations.Count(o => named.Any(f => f.Canonical == Canonical(o) && f.Mentions.SequenceEqual(Mentions(o))));
        wrong = [.. named.Where(f => organizations.All(o => Canonical(o) != f.Canonical)).Select(f => f.Canonical)];
        yield return new Row("organizations(false)", $"{right}/4 ({wrong.Count})", right == 4 && wrong.Count == 0, string.Join(' ', wrong));
        var places = reading.Entities.Where(e => e.Type == TextIndex.Extraction.Names.NameType.Place).Select(e => e.Canonical).ToList();
        yield return new Row("places", $"{places.Count}/1", places.Count == 1 && places[0] == variant.Rewrite("青海"), string.Join(' ', places));
        var pronouns = Seed.Value.Gold.GetProperty("pronouns").EnumerateArray().Select(p => Mapped(variant, p)).ToList();
        var resolved = pronouns.Count(p => reading.Pronouns.Any(r => r.Span == p && r.Antecedent == variant.Rewrite("朱治国")));
        yield return new Row("pronouns", $"{resolved}/13", resolved == 13 && reading.Pronouns.Count == 13, string.Join(' ', reading.Pronouns.Where(r => r.Antecedent != variant.Rewrite("朱治国")).Select(r => r.Antecedent)));
    }

    // The sources are the originals that the annotation names, and the phrase itself where it names none.
    private static IEnumerable<Row> Reuse(Variant variant, Reading reading)
    {
        var gold = Seed.Value.Gold.GetProperty("unquoted").EnumerateArray().Where(u => u.GetProperty("required").GetBoolean()).ToList();
        var sources = gold.Where(u => !(u.TryGetProperty("source", out var none) && none.ValueKind == JsonValueKind.Null))
            .Select(u => (u.GetProperty("id").GetString()!, u.TryGetProperty("original", out var original) ? original.GetString()! : u.GetProperty("text").GetString()!));
        var found = TextIndex.Extraction.Allusions.ReuseFinder.Create(sources).Find(reading.Document).Select(p => p.Span).Concat(reading.Allusions.Where(a => !a.IsQuoted).Select(a => a.Span)).ToList();
        // By overlap: 增强 before 防风险 stands in the source as well, so the longest match begins earlier than the label.
        static bool Agrees(TextSpan a, TextSpan b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start) >= 0.8 * Math.Max(a.Length, b.Length);
        var missed = gold.Where(u => !found.Exists(f => Agrees(f, Mapped(variant, u)))).Select(u => u.GetProperty("id").GetString()!).ToList();
        yield return new Row("reuse", $"{gold.Count - missed.Count}/{gold.Count}", gold.Count - missed.Count >= 12, string.Join(' ', missed) + " found: " + string.Join(' ', found.Where(f => gold.All(u => Mapped(variant, u) != f)).Select(f => f.In(variant.Text))));
        // The couplet without a source is style alone, and nothing is that the annotation does not call an allusion.
        var labelled = Seed.Value.Gold.GetProperty("unquoted").EnumerateArray().Where(u => u.GetProperty("class").GetString() == "allusion").Select(u => Mapped(variant, u)).ToList();
        var style = reading.Allusions.Where(a => a.Match == TextIndex.Extraction.Allusions.PassageMatch.Style).Select(a => a.Span).ToList();
        var source = reading.Allusions.FirstOrDefault(a => a.IsQuoted);
        yield return new Row("quoted-source", source?.Work ?? "", source is { Work: "论语" } && style.Contains(labelled[0]) && style.All(s => labelled.Exists(l => Agrees(s, l))), string.Join(' ', reading.Allusions.Select(a => a.Text + "/" + a.Work)));
    }

    private static Row Of(string name, int right, int all, List<string> missed) => new(name, $"{right}/{all}", right == all, string.Join(' ', missed));

    private static TextSpan Mapped(Variant variant, JsonElement element, string name = "span") => Mapped(variant, element.GetProperty(name), 0);

    private static TextSpan Mapped(Variant variant, JsonElement pair, int from) => variant.Map(TextSpan.FromBounds(pair[from].GetInt32(), pair[from + 1].GetInt32()));
}
