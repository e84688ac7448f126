// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Documents;

namespace TextIndex.Extraction.Allusions;

/// <summary>Finds what a text takes over from sources without marks: set phrases, slogans, policy names, whole clauses of reports.</summary>
/// <remarks>Marks, script, width and 的, 地, 得 are not compared. Immutable and safe to share between threads.</remarks>
/// <example><code>
/// var reuse = ReuseFinder.Create([("报告", "全心全意为人民服务。权为民所用、情为民所系、利为民所谋。")]);
/// foreach (var passage in reuse.Find(DocumentReader.Read("a.txt", "做到权为民所用、利为民所谋。")))
///     Console.WriteLine($"{passage.Text} {passage.Match}");      // 权为民所用、利为民所谋 Elided
/// </code></example>
public sealed class ReuseFinder
{
    private readonly PassageIndex _index;

    private ReuseFinder(PassageIndex index) => _index = index;

    /// <summary>Makes a finder of sources.</summary>
    /// <param name="sources">Name and text of each; a text of one clause is looked up as a set phrase.</param>
    public static ReuseFinder Create(IEnumerable<(string Name, string Text)> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var data = new StringBuilder();
        foreach (var (name, text) in sources)
        {
            data.Append('#').Append(name.ReplaceLineEndings(" ").Replace('\t', ' ')).Append("\t\n");
            foreach (var line in StudyText.Fold(text).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)) data.Append(line.Replace('#', ' ')).Append('\n');
        }
        return new ReuseFinder(PassageIndex.Parse(data.ToString()));
    }

    /// <summary>Finds the passages of a document that a source has too.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The passages, ascending, none over another; neighbours from one source are one passage.</returns>
    public IReadOnlyList<ReusedPassage> Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        var found = new List<ReusedPassage>();
        var passages = new List<PassageIndex.Passage>();
        foreach (var paragraph in text.Paragraphs)
        {
            passages.Clear();
            // A whole clause of four, or eight characters of any.
            _index.Find(text.Folded, paragraph, static (length, changed, clauses) => (clauses >= 1 || length >= 8) && changed * 4 <= length, false, passages);
            foreach (var passage in passages)
            {
                var last = found.Count > 0 ? found[^1] : null;
                if (last is not null && last.Source == passage.Work && !HasWords(text.Folded, last.Span.End, passage.Span.Start))
                {
                    var span = TextSpan.FromBounds(last.Span.Start, passage.Span.End);
                    found[^1] = last with { Span = span, Text = span.In(text.Text), Original = last.Original + "…" + passage.Original, Match = PassageMatch.Elided };
                    continue;
                }
                found.Add(new ReusedPassage(passage.Span, passage.Span.In(text.Text), passage.Work, passage.Original, passage.Changed == 0 ? PassageMatch.Exact : PassageMatch.Variant));
            }
        }
        return found;
    }

    private static bool HasWords(string folded, int from, int to)
    {
        if (to - from > 3) return true;
        for (var i = from; i < to; i++)
            if (char.IsLetterOrDigit(folded[i])) return true;
        return false;
    }
}

/// <summary>A passage of a text that a source has too. The span is of the untouched source of the text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The text at <paramref name="Span"/>.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Original">What the source has, in simplified characters.</param>
/// <param name="Match">How they agree.</param>
public sealed record ReusedPassage(TextSpan Span, string Text, string Source, string Original, PassageMatch Match);
