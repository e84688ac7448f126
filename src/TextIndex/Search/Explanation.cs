// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace TextIndex.Search;

/// <summary>Why a document matches a query, or a part of one, or why it does not.</summary>
/// <param name="Matches">True where it matches.</param>
/// <param name="Score">What this part gives to the score; 0 where it does not match. At the top it is the score of the hit, bit for bit.</param>
/// <param name="Clause">What is asked for, in the query syntax where it has a form there.</param>
/// <param name="Reason">Where it matches, what the score is made of; where it does not, what is missing. Empty where <paramref name="Parts"/> say it all.</param>
/// <param name="Parts">The parts that it is made of, in the order of the query.</param>
/// <example><code>
/// Explanation why = index.Explain("作风 信心", "a.txt", SearchOptions.Default);
/// if (!why.Matches) Console.WriteLine(why);
/// </code></example>
public sealed record Explanation(bool Matches, double Score, string Clause, string Reason, IReadOnlyList<Explanation> Parts)
{
    /// <summary>Shows the explanation as lines: <c>+</c> before what matches, with its score, and <c>-</c> before what does not; parts are indented.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, 0);
        return text.ToString().TrimEnd('\n');
    }

    private void Write(StringBuilder text, int indent)
    {
        text.Append(' ', indent).Append(Matches ? '+' : '-').Append(' ');
        if (Matches) text.Append(Score.ToString("0.0000", CultureInfo.InvariantCulture)).Append(' ');
        text.Append(Clause);
        var lines = Reason.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 1) text.Append(": ").Append(lines[0]);
        text.Append('\n');
        if (lines.Length > 1)
            foreach (var line in lines) text.Append(' ', indent + 4).Append(line).Append('\n');
        foreach (var part in Parts) part.Write(text, indent + 2);
    }
}
