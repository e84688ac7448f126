// SPDX-License-Identifier: MIT
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Normalization;

namespace TextIndex.Search;

/// <summary>One document of a snapshot, read no further than is asked for. For one thread.</summary>
internal sealed class DocumentView(IndexSegment segment, ColumnReader columns)
{
    private readonly OffsetMap?[] _maps = new OffsetMap?[TextField.All.Length];
    private string? _text;
    private StoredMeta? _meta;

    /// <summary>The index segment that holds the document.</summary>
    public IndexSegment Segment => segment;

    /// <summary>Id of the document in its index segment.</summary>
    public int Document { get; private set; } = -1;

    /// <summary>The document's key.</summary>
    public string Key => columns.Key(Document);

    /// <summary>The untouched source text.</summary>
    public string Text => _text ??= columns.Text(Document, Meta);

    /// <summary>What is kept beside the text.</summary>
    public StoredMeta Meta => _meta ??= columns.Meta(Document);

    /// <summary>Tells whether a field's places are places of another field as well: a title on the first line of the text is part of the body.</summary>
    /// <param name="field">The field at hand.</param>
    /// <param name="fields">All fields that are looked at.</param>
    public bool IsInside(TextField field, TextField[] fields) => field == TextField.Title && fields.Length > 1 && Meta.TitleIsInBody;

    /// <summary>Moves to another document of the same index segment.</summary>
    public void MoveTo(int document)
    {
        if (document == Document) return;
        Document = document;
        Array.Clear(_maps);
        (_text, _meta) = (null, null);
    }

    /// <summary>The folded text of a field, in place.</summary>
    public ReadOnlySpan<char> Folded(TextField field) => columns.Folded(field, Document);

    /// <summary>The word boundaries of a field.</summary>
    public WordBoundariesView Boundaries(TextField field) => columns.Boundaries(field, Document);

    /// <summary>Maps a span of a field's folded text to the source text.</summary>
    public TextSpan ToSource(TextField field, TextSpan folded)
    {
        var span = (_maps[field.Ordinal] ??= columns.Map(field, Document)).ToSource(folded);
        var start = (field == TextField.Title ? Meta.TitleSpan : Meta.BodySpan).Start + span.Start;
        if (start > Meta.TextLength - span.Length) throw new FormatException("offset map: it leads outside the text");
        return new TextSpan(start, span.Length);
    }
}
