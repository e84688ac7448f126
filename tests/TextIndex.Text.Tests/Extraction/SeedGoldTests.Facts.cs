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
            output.WriteLine($"{name,-28} {string.Join(' ', table.Select(row => row.Shown.PadRight(row.Name.Length)))}  {string.Join("; ", table.Where(row => row.Missed.Length > 0).Select(row => $"{row.Name}: {row.Missed}"))}");
        foreach (var (name, table) in tables)
            foreach (var row in table) Assert.True(row.Good, $"{name}: {row.Name} {row.Shown} {row.Missed}");
    }

    private sealed record Row(string Name, string Shown, bool Good, string Missed);

    private static List<Row> MeasureFacts(Variant variant)
    {
        var reading = StudyReader.Read(DocumentReader.Read("seed", variant.Text));
        return [.. Figures(variant, reading)];
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

    private static Row Of(string name, int right, int all, List<string> missed) => new(name, $"{right}/{all}", right == all, string.Join(' ', missed));

    private static TextSpan Mapped(Variant variant, JsonElement element, string name = "span") => Mapped(variant, element.GetProperty(name), 0);

    private static TextSpan Mapped(Variant variant, JsonElement pair, int from) => variant.Map(TextSpan.FromBounds(pair[from].GetInt32(), pair[from + 1].GetInt32()));
}
