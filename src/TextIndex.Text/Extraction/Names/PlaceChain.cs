// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Names;

// 江苏省|南京市|玄武区: what stands directly before a place holds it; else the map says what does, where there is one of its name.
internal static class PlaceChain
{
    public static string Within(string text, List<TextSpan> mentions, MentionTable places)
    {
        foreach (var mention in mentions)
            if (places.EndingAt(mention.Start) is { } larger && IsLarger(text, larger, mention)) return larger.In(text);
        return PlaceTable.Default.OnlyParentOf(StudyText.Fold(mentions[0].In(text))).ToString();
    }

    // 北京|上海 side by side are none in the other.
    private static bool IsLarger(string text, TextSpan larger, TextSpan smaller)
    {
        var (above, below) = (LevelOf(larger.In(text)), LevelOf(smaller.In(text)));
        return above > 0 && (below == 0 || above < below) || above == 0 && below == 0;
    }

    // 0 for a place that the map does not have.
    private static int LevelOf(string name) => PlaceTable.Default.Find(StudyText.Fold(name)) is var entry and >= 0 ? PlaceTable.Default.LevelOf(entry) : 0;
}
