// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Codecs.Columns;

namespace TextIndex.Indexing;

/// <summary>One immutable part of a snapshot: its postings and columns by document id, counted from 0 in this part.</summary>
/// <remarks>Safe to share between threads; a <see cref="ColumnReader"/> is not.</remarks>
internal sealed class IndexSegment
{
    private readonly AtomicReader _reader;

    public IndexSegment(AtomicReader reader, int ordinal) : this(reader, ordinal, 0, "") { }

    /// <param name="reader">Lucene.Net's own reader of the part.</param>
    /// <param name="ordinal">Place of the part in its snapshot.</param>
    /// <param name="part">Which of several indexes that are searched as one.</param>
    /// <param name="keyPrefix">What the keys of its documents are given with: tells several indexes apart that are searched as one.</param>
    public IndexSegment(AtomicReader reader, int ordinal, int part, string keyPrefix)
    {
        (_reader, Ordinal, Part, KeyPrefix) = (reader, ordinal, part, keyPrefix);
        LiveDocuments = reader.LiveDocs;
    }

    /// <summary>Place of this part in its snapshot.</summary>
    public int Ordinal { get; }

    /// <summary>Which of several indexes that are searched as one; 0 where there is one.</summary>
    public int Part { get; }

    /// <summary>What the keys of its documents are given with.</summary>
    public string KeyPrefix { get; }

    /// <summary>Number of document ids, deleted ones included.</summary>
    public int DocumentCount => _reader.MaxDoc;

    /// <summary>Which documents are not deleted; null = all.</summary>
    public IBits? LiveDocuments { get; }

    /// <summary>Lucene.Net's own reader of this part.</summary>
    public AtomicReader Reader => _reader;

    /// <summary>Tells whether a document is not deleted.</summary>
    public bool IsLive(int document) => LiveDocuments is null || LiveDocuments.Get(document);

    /// <summary>A column of numbers; every document has one.</summary>
    public NumericDocValues Numbers(string column) => _reader.GetNumericDocValues(column) ?? throw new FormatException($"column {column} is missing");

    /// <summary>The sum of a column of numbers over the documents that are not deleted.</summary>
    public long Sum(string column)
    {
        var numbers = Numbers(column);
        if (LiveDocuments is null && numbers is NumberColumn whole) return whole.Sum;
        var sum = 0L;
        for (var document = 0; document < DocumentCount; document++)
            if (IsLive(document)) sum += numbers.Get(document);
        return sum;
    }

    /// <summary>The folded texts of a field, with their pairs of neighbours.</summary>
    public TextColumn Texts(TextField field) => _reader.GetBinaryDocValues(field.Folded) as TextColumn ?? throw new FormatException($"column {field.Folded} is missing");

    /// <summary>Opens the columns.</summary>
    public ColumnReader OpenColumns() => new(this);

    /// <summary>Terms of a field, or null where no document of this part has one.</summary>
    public TermsEnum? Terms(string field) => _reader.GetTerms(field)?.GetEnumerator();
}
