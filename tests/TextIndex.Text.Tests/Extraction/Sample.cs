// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>Texts for the extraction tests.</summary>
internal static class Sample
{
    /// <summary>A document whose paragraphs are its lines, whatever the reader of files makes of them.</summary>
    public static Document Lines(string text)
    {
        var paragraphs = new List<TextSpan>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var (a, b) = (start, end);
            while (a < b && char.IsWhiteSpace(text[a])) a++;
            while (b > a && char.IsWhiteSpace(text[b - 1])) b--;
            if (b > a) paragraphs.Add(TextSpan.FromBounds(a, b));
            start = end + 1;
        }
        return new Document("sample", text) { Paragraphs = paragraphs };
    }
}
