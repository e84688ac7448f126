// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction;

/// <summary>A document made ready for the extractors: its text folded code unit for code unit, its paragraphs, its words, the people it names.</summary>
/// <remarks>
/// Not <see cref="NormalizedText"/>: rules look at the marks and blanks that the fold of the index drops, and an extractor that compares on a text
/// of the same length needs no way back. So one rule written in simplified characters and half width reads every script and width.
/// </remarks>
internal sealed class StudyText
{
    private readonly Lazy<People> _people;
    private readonly Lazy<StudyWords> _words;

    public StudyText(Document document, ILexicalModel? model = null)
    {
        Model = model;
        Document = document;
        Folded = Fold(document.Text);
        _people = new Lazy<People>(() => People.Find(this));
        _words = new Lazy<StudyWords>(() => StudyWords.Cut(Folded, Paragraphs));
    }

    public Document Document { get; }

    /// <summary>The untouched source.</summary>
    public string Text => Document.Text;

    /// <summary>The folded text: <c>Folded[i]</c> is the fold of <c>Text[i]</c>.</summary>
    public string Folded { get; }

    public IReadOnlyList<TextSpan> Paragraphs => Document.Paragraphs;

    /// <summary>What finds the names that the rules miss; null for nothing.</summary>
    public ILexicalModel? Model { get; }

    /// <summary>The people that the text names; found at the first call.</summary>
    public People People => _people.Value;

    /// <summary>The words of the text; cut at the first call.</summary>
    public StudyWords Words => _words.Value;

    /// <summary>Folds without changing any offset; code points that fold to another length stay as they are.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        var basic = FoldTable.Basic;
        for (var i = 0; i < source.Length; i++) folded[i] = basic[source[i]] is var c && c != 0 ? c : source[i];
    });

    /// <summary>The paragraph that holds the offset; the text behind the last paragraph's end where there is none.</summary>
    public TextSpan ParagraphAt(int offset)
    {
        int low = 0, high = Paragraphs.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Paragraphs[middle].End <= offset) low = middle + 1;
            else if (Paragraphs[middle].Start > offset) high = middle - 1;
            else return Paragraphs[middle];
        }
        return new TextSpan(offset, 0);
    }
}
