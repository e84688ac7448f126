// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Normalization;

namespace TextIndex.Indexing;

/// <summary>One immutable part of a snapshot: its postings and columns by document id, counted from 0 in this part.</summary>
/// <remarks>Safe to share between threads; a <see cref="ColumnReader"/> is not.</remarks>
internal sealed class IndexSegment
{
    private readonly AtomicReader _reader;

    public IndexSegment(AtomicReader reader, int ordinal)
    {
        (_reader, Ordinal) = (reader, ordinal);
        LiveDocuments = reader.LiveDocs;
    }

    /// <summary>Place of this part in its snapshot.</summary>
    public int Ordinal { get; }

    /// <summary>Number of document ids, deleted ones included.</summary>
    public int DocumentCount => _reader.MaxDoc;

    /// <summary>Which documents are not deleted; null = all.</summary>
    public IBits? LiveDocuments { get; }

    /// <summary>Lucene.Net's own reader of this part.</summary>
    public AtomicReader Reader => _reader;

    /// <summary>Tells whether a document is not deleted.</summary>
    public bool IsLive(int document) => LiveDocuments is null || LiveDocuments.Get(document);

    /// <summary>A column of numbers, for the calling thread alone; every document has one.</summary>
    public NumericDocValues Numbers(string column) => _reader.GetNumericDocValues(column) ?? throw new FormatException($"column {column} is missing");

    /// <summary>Opens the columns of bytes.</summary>
    public ColumnReader OpenColumns() => new(_reader);

    /// <summary>Terms of a field, or null where no document of this part has one.</summary>
    public TermsEnum? Terms(string field) => _reader.GetTerms(field)?.GetEnumerator();

    /// <summary>The untouched source text of a document.</summary>
    public string Text(int document)
    {
        var fields = _reader.Document(document);
        return fields.Get(IndexSchema.Text)
            ?? (fields.GetBinaryValue(IndexSchema.TextUtf16) is { } bytes ? new string(MemoryMarshal.Cast<byte, char>(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length))) : null)
            ?? throw new FormatException("the stored text is missing");
    }
}

/// <summary>Reads the columns of bytes of one index segment. Values live until the same column is read again; for one thread.</summary>
internal sealed class ColumnReader(AtomicReader reader)
{
    private readonly BinaryDocValues?[] _folded = new BinaryDocValues?[TextField.All.Length];
    private readonly BinaryDocValues?[] _boundaries = new BinaryDocValues?[TextField.All.Length];
    private readonly BytesRef[] _foldedBytes = [new(), new()];
    private readonly BytesRef[] _boundaryBytes = [new(), new()];
    private readonly int[] _foldedDocuments = [-1, -1];       // whose folded text was read last: each word of a query asks for it again
    private readonly BytesRef _bytes = new();
    private BinaryDocValues? _keys;

    /// <summary>The folded text of a field.</summary>
    public ReadOnlySpan<char> Folded(TextField field, int document)
    {
        var bytes = _foldedBytes[field.Ordinal];
        if (_foldedDocuments[field.Ordinal] != document)
        {
            (_folded[field.Ordinal] ??= Column(field.Folded)).Get(document, bytes);
            _foldedDocuments[field.Ordinal] = document;
        }
        return MemoryMarshal.Cast<byte, char>(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    /// <summary>The word boundaries of a field, whose folded text has <paramref name="length"/> code units.</summary>
    public WordBoundariesView Boundaries(TextField field, int document, int length)
    {
        var bytes = _boundaryBytes[field.Ordinal];
        (_boundaries[field.Ordinal] ??= Column(field.Boundaries)).Get(document, bytes);
        return new WordBoundariesView(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), length);
    }

    /// <summary>The way from the folded text of a field back to the field's source text.</summary>
    public OffsetMap Map(TextField field, int document)
    {
        Column(field.Map).Get(document, _bytes);
        return OffsetMap.FromBytes(_bytes.Bytes.AsSpan(_bytes.Offset, _bytes.Length));
    }

    /// <summary>What is kept of the document beside its text.</summary>
    public StoredMeta Meta(int document)
    {
        Column(IndexSchema.Meta).Get(document, _bytes);
        return StoredMeta.FromBytes(_bytes.Bytes, _bytes.Offset, _bytes.Length);
    }

    /// <summary>The document's key.</summary>
    public string Key(int document)
    {
        (_keys ??= Column(IndexSchema.Key)).Get(document, _bytes);
        return _bytes.Utf8ToString();
    }

    private BinaryDocValues Column(string name) => reader.GetBinaryDocValues(name) ?? throw new FormatException($"column {name} is missing");
}
