// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TextIndex.Segmentation;

namespace TextIndex.DataBuilder;

/// <summary>Writes Data/jieba-posseg.bin, jieba's model of tags, in full precision.</summary>
internal static partial class PossegBuilder
{
    private const string Letters = "BEMS";     // in the order in which python sorts them

    public static void Build(string posseg, string output)
    {
        var start = ReadProbabilities(File.ReadAllText(Path.Combine(posseg, "prob_start.py")));
        var tags = start.Keys.Select(state => state[1..]).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (tags.Length != TagModel.TagCount || start.Count != TagModel.StateCount) throw new FormatException($"{posseg}: {tags.Length} tags, {start.Count} states");
        var states = Letters.SelectMany(letter => tags.Select(tag => letter + tag)).ToArray();
        var stateOf = states.Index().ToDictionary(state => state.Item, state => state.Index);
        var transitions = StatePattern().Matches(File.ReadAllText(Path.Combine(posseg, "prob_trans.py")))
            .ToDictionary(match => match.Groups[1].Value + match.Groups[2].Value, match => ReadProbabilities(match.Groups[3].Value));
        var emissions = Enumerable.Range(0, HiddenMarkovModel.EmissionRows).Select(_ => new Dictionary<int, double>()).ToArray();
        foreach (Match match in StatePattern().Matches(File.ReadAllText(Path.Combine(posseg, "prob_emit.py"))))
            foreach (Match pair in EmissionPattern().Matches(match.Groups[3].Value))
                emissions[Row(pair.Groups[1].Value)][stateOf[match.Groups[1].Value + match.Groups[2].Value]] = Parse(pair.Groups[2].Value);
        var known = new int[HiddenMarkovModel.EmissionRows][];
        foreach (Match match in CharacterPattern().Matches(File.ReadAllText(Path.Combine(posseg, "char_state_tab.py"))))
            known[Row(match.Groups[1].Value)] = NamePattern().Matches(match.Groups[2].Value).Select(name => stateOf[name.Groups[1].Value + name.Groups[2].Value]).Order().ToArray();

        // A row: the states the table allows, ascending, then the others that have an emission, ascending.
        var rows = emissions.Select((row, at) => (IEnumerable<int>)[.. known[at] ?? [], .. row.Keys.Except(known[at] ?? []).Order()]).ToArray();
        var names = Encoding.ASCII.GetBytes(string.Join(' ', tags));
        var entryCount = rows.Sum(row => row.Count());
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(TagModel.Magic);
        writer.Write(entryCount);
        writer.Write(names.Length);
        foreach (var state in states) writer.Write(start[state]);
        foreach (var (to, from) in new[] { ('E', 'B'), ('E', 'M'), ('M', 'B'), ('M', 'M') })
            foreach (var tag in tags) WriteTransition(from + tag, to + tag);
        foreach (var to in "BS")
            foreach (var tag in tags)
                foreach (var from in "ES")
                    foreach (var other in tags) WriteTransition(from + other, to + tag);
        for (var at = 0; at < rows.Length; at++)
            foreach (var state in rows[at]) writer.Write(emissions[at].GetValueOrDefault(state, HiddenMarkovModel.Never));
        var first = 0;
        foreach (var row in rows) { writer.Write(first); first += row.Count(); }
        writer.Write(first);
        foreach (var row in known) writer.Write((byte)(row?.Length ?? 0));
        foreach (var row in rows)
            foreach (var state in row) writer.Write((byte)state);
        writer.Write(names);
        JiebaBuilder.Write(Path.Combine(output, "jieba-posseg.bin"), file.ToArray(),
            $"{tags.Length} tags, {transitions.Values.Sum(row => row.Count)} transitions, {emissions.Sum(row => row.Count)} emissions, {known.Count(row => row is not null)} characters in the table");

        void WriteTransition(string from, string to) => writer.Write(transitions[from].GetValueOrDefault(to, double.NegativeInfinity));
    }

    private static int Row(string literal) => int.Parse(literal.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 0x4E00;

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static Dictionary<string, double> ReadProbabilities(string literal) =>
        ProbabilityPattern().Matches(literal).ToDictionary(match => match.Groups[1].Value + match.Groups[2].Value, match => Parse(match.Groups[3].Value));

    [GeneratedRegex(@"\('([BEMS])',\s*'([a-z]+)'\):\s*\{([^}]*)\}")]
    private static partial Regex StatePattern();

    [GeneratedRegex(@"\('([BEMS])',\s*'([a-z]+)'\):\s*(-?[0-9.]+(?:e[+-]?[0-9]+)?)")]
    private static partial Regex ProbabilityPattern();

    [GeneratedRegex(@"'(\\u[0-9a-f]{4})':\s*(-?[0-9.]+(?:e[+-]?[0-9]+)?)")]
    private static partial Regex EmissionPattern();

    [GeneratedRegex(@"'(\\u[0-9a-f]{4})':\s*\(((?:\('[BEMS]',\s*'[a-z]+'\),?\s*)+)\)")]
    private static partial Regex CharacterPattern();

    [GeneratedRegex(@"\('([BEMS])',\s*'([a-z]+)'\)")]
    private static partial Regex NamePattern();
}
