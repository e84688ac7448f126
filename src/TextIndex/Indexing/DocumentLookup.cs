// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using TextIndex.Codecs;
using TextIndex.Documents;

namespace TextIndex.Indexing;

/// <summary>Finds documents by their keys, and gives them back as they were added.</summary>
internal static class DocumentLookup
{
    private static readonly IReadOnlyDictionary<string, ColumnValue> NoColumns = new Dictionary<string, ColumnValue>(StringComparer.Ordinal).AsReadOnly();

    /// <summary>Finds a document; of several indexes that hold the key, the first one's.</summary>
    public static bool TryFind(IndexSnapshot snapshot, string key, [NotNullWhen(true)] out IndexSegment? segment, out int document)
    {
        foreach (var candidate in snapshot.Segments)
        {
            if (!key.StartsWith(candidate.KeyPrefix, StringComparison.Ordinal)) continue;
            if (PostingsCursor.Open(candidate.Reader, IndexSchema.Key, key.AsSpan(candidate.KeyPrefix.Length)) is not { } cursor) continue;
            document = cursor.Next();
            if (document == PostingsCursor.End) continue;
            segment = candidate;
            return true;
        }
        (segment, document) = (null, -1);
        return false;
    }

    /// <summary>Reads a document.</summary>
    public static Document Read(IndexSegment segment, int document, ColumnSet columns)
    {
        var reader = segment.OpenColumns();
        var meta = reader.Meta(document);
        return new Document(reader.Key(document), reader.Text(document, meta))
        {
            TitleSpan = meta.TitleSpan,
            BodySpan = meta.BodySpan,
            Date = IndexDate.FromNumber(segment.Numbers(IndexSchema.Date).Get(document)),
            Author = meta.Author,
            Source = meta.Source,
            EncodingName = meta.EncodingName,
            Columns = ReadColumns(segment, document, columns),
        };
    }

    /// <summary>Reads the values of a document in the caller's columns.</summary>
    public static IReadOnlyDictionary<string, ColumnValue> ReadColumns(IndexSegment segment, int document, ColumnSet columns)
    {
        if (columns.All.Count == 0) return NoColumns;
        var values = new Dictionary<string, ColumnValue>(StringComparer.Ordinal);
        foreach (var column in columns.All)
            if (new ColumnValues(segment, column).Value(document) is { } value) values[column.Name] = value;
        return values;
    }
}
