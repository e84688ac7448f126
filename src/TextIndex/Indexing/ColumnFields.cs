// SPDX-License-Identifier: MIT
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Primitives;

namespace TextIndex.Indexing;

/// <summary>Writes the caller's columns into an index: a document column for sorting and showing, and for strings one exact term, folded, for filtering.</summary>
internal static class ColumnFields
{
    /// <summary>Longest string of a column, in UTF-16 code units: a term of Lucene.Net holds 32,766 bytes.</summary>
    public const int LongestText = 8192;

    /// <summary>Adds the values of a document to its fields.</summary>
    /// <exception cref="ArgumentException">The index has no such column, or one of another kind, or a string is too long.</exception>
    public static void Add(List<IIndexableField> fields, Documents.Document document, ColumnSet columns)
    {
        foreach (var (name, value) in document.Columns)
        {
            var column = columns.Get(name, nameof(document));
            if (column.Kind != value.Kind) throw new ArgumentException(Messages.ColumnValueKind(document.Key, name, column.Kind.ToString(), value.Kind.ToString()), nameof(document));
            if (column.Kind != ColumnKind.Text)
            {
                fields.Add(new NumericDocValuesField(column.FieldName, ToNumber(value)));
                continue;
            }
            if (value.Text.Length > LongestText) throw new ArgumentException(Messages.ColumnTooLong(document.Key, name, value.Text.Length, LongestText), nameof(document));
            fields.Add(new SortedDocValuesField(column.FieldName, new BytesRef(value.Text)));
            fields.Add(new Field(column.FieldName, TextNormalizer.Fold(value.Text), IndexSchema.Exact));
        }
    }

    /// <summary>A number or a day as the index keeps it: a day as the count of days since 0001-01-01.</summary>
    public static long ToNumber(ColumnValue value) => value.Kind == ColumnKind.Date ? value.Date.DayNumber : value.Integer;
}
