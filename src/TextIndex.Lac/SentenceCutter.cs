// SPDX-License-Identifier: MIT
namespace TextIndex.Lac;

/// <summary>Cuts a text into the pieces that the model reads at once: sentences without white space, of bounded length.</summary>
internal static class SentenceCutter
{
    private const string Enders = "。！？!?…｡；;";
    private const string Closers = "”’」』）)》〉】］]\"";
    private const string Breaks = "，、：,:—”’」』）)》〉";

    /// <summary>Finds the next sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to look from; afterwards, behind the sentence.</param>
    /// <param name="sentence">The sentence. White space before it belongs to none.</param>
    /// <returns>False at the end of the text.</returns>
    /// <remarks>A sentence ends after 。！？；… and the closing marks that follow, at white space, and after <see cref="LacScratch.LongestSentence"/>
    /// characters: then behind the last comma or closing mark of its second half, if there is one.</remarks>
    public static bool TryNext(ReadOnlySpan<char> text, ref int at, out SentenceBounds sentence)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        var (start, characters, breakAt, breakCharacters) = (at, 0, -1, 0);
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            if (characters == LacScratch.LongestSentence)
            {
                if (breakAt >= 0) (at, characters) = (breakAt, breakCharacters);
                break;
            }
            var unit = text[at];
            at += char.IsHighSurrogate(unit) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
            characters++;
            if (Enders.Contains(unit))
            {
                while (characters < LacScratch.LongestSentence && at < text.Length && (Enders.Contains(text[at]) || Closers.Contains(text[at])))
                {
                    at++;
                    characters++;
                }
                break;
            }
            if (characters > LacScratch.LongestSentence / 2 && Breaks.Contains(unit)) (breakAt, breakCharacters) = (at, characters);
        }
        sentence = new SentenceBounds(start, at, characters);
        return characters > 0;
    }
}
