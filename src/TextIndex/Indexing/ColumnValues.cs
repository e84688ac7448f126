// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Documents;

namespace TextIndex.Indexing;

/// <summary>Reads one column of the caller's in one index segment. For one thread.</summary>
internal sealed class ColumnValues
{
    private readonly Column _column;
    private readonly IBits? _present;
    private readonly NumericDocValues? _numbers;
    private readonly SortedDocValues? _texts;
    private readonly Dictionary<int, string> _known = [];       // by ordinal: few strings, many documents
    private readonly BytesRef _bytes = new();

    /// <summary>Opens a column; an index segment in which no document has a value has none.</summary>
    public ColumnValues(IndexSegment segment, Column column)
    {
        (_column, _present) = (column, segment.Reader.GetDocsWithField(column.FieldName));
        if (column.Kind == ColumnKind.Text) _texts = segment.Reader.GetSortedDocValues(column.FieldName);
        else _numbers = segment.Reader.GetNumericDocValues(column.FieldName);
    }

    /// <summary>Tells whether a document has a value.</summary>
    public bool Has(int document) => (_numbers is not null || _texts is not null) && _present is not null && _present.Get(document);

    /// <summary>The number of a document, or its day as a count of days; the document has one.</summary>
    public long Number(int document) => _numbers!.Get(document);

    /// <summary>The value of a document; null where it has none.</summary>
    /// <exception cref="FormatException">The index holds what is no value of the kind.</exception>
    public ColumnValue? Value(int document)
    {
        if (!Has(document)) return null;
        if (_texts is not null) return Text(_texts.GetOrd(document));
        var number = Number(document);
        if (_column.Kind == ColumnKind.Integer) return number;
        if (number < 0 || number > DateOnly.MaxValue.DayNumber) throw new FormatException($"column {_column.Name}: {number} is no day");
        return DateOnly.FromDayNumber((int)number);
    }

    private string Text(int ordinal)
    {
        if (_known.TryGetValue(ordinal, out var text)) return text;
        _texts!.LookupOrd(ordinal, _bytes);
        return _known[ordinal] = _bytes.Utf8ToString();
    }
}
