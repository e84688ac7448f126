// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Allusions;

/// <summary>Finds what a text takes over from sources without marks: set phrases, slogans, policy names, whole clauses of reports.</summary>
/// <remarks>
/// Marks, script, width and 的, 地, 得 are not compared. A line of a source that is short is found as a set phrase, from four characters on; of running text eight characters must
/// stand together. Immutable and safe to share between threads.
/// </remarks>
/// <example><code>
/// var reuse = ReuseFinder.Create([("报告", "全心全意为人民服务。权为民所用、情为民所系、利为民所谋。")]);
/// foreach (var passage in reuse.Find(DocumentReader.Read("a.txt", "做到权为民所用、利为民所谋。")))
///     Console.WriteLine($"{passage.Text} {passage.Match}");      // 权为民所用、利为民所谋 Elided
/// </code></example>
public sealed class ReuseFinder
{
    private const int ShortestPhrase = 4, ShortestRun = 8;

    private readonly PassageStore _store;

    private ReuseFinder(PassageStore store) => _store = store;

    /// <summary>Makes a finder of sources.</summary>
    /// <param name="sources">Name and text of each; a text of one clause is looked up as a set phrase.</param>
    public static ReuseFinder Create(IEnumerable<(string Name, string Text)> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var writer = new PassageStoreWriter();
        foreach (var (name, text) in sources) writer.Add(name, "", PassageKind.Prose, text.ReplaceLineEndings("\n"));
        return new ReuseFinder(PassageStore.Of(writer.ToBytes(sampled: false)));
    }

    /// <summary>Finds the passages of a document that a source has too.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The passages, ascending, none over another; neighbours from one source are one passage.</returns>
    public IReadOnlyList<ReusedPassage> Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = new List<ReusedPassage>();
        var matcher = new PassageMatcher(_store, wholeClauses: false);
        var matches = new List<PassageFind>();
        foreach (var paragraph in document.Paragraphs)
        {
            matches.Clear();
            matcher.Find(document.Text, paragraph, matches);
            matches.RemoveAll(static match => !IsReuse(match));
            foreach (var match in PassageChoice.Best(matches, paragraph))
            {
                var source = _store.WorkOf(_store.ChapterAt(match.Source.Start));
                var original = StudyText.Fold(_store.Text.Slice(match.Source.Start, match.Source.Length).ToString());
                var last = found.Count > 0 ? found[^1] : null;
                if (last is not null && last.Source == source && !HasWords(document.Text, last.Span.End, match.Span.Start))
                {
                    var span = TextSpan.FromBounds(last.Span.Start, match.Span.End);
                    found[^1] = last with { Span = span, Text = span.In(document.Text), Original = last.Original + "…" + original, Match = PassageMatch.Elided };
                    continue;
                }
                found.Add(new ReusedPassage(match.Span, match.Span.In(document.Text), source, original, AllusionExtractor.MatchOf(match)));
            }
        }
        return found;
    }

    // Whole clauses of four characters, or eight of any.
    private static bool IsReuse(PassageFind match) =>
        (match.IsWhole && match.SourceClauses >= 1 && match.Letters >= ShortestPhrase || match.Matched >= ShortestRun) && match.Edits * 4 <= match.Letters;

    private static bool HasWords(string text, int from, int to)
    {
        if (to - from > 3) return true;
        for (var i = from; i < to; i++)
            if (char.IsLetterOrDigit(text[i])) return true;
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
