// SPDX-License-Identifier: MIT
using Lucene.Net.Documents;
using Lucene.Net.Index;
using TextIndex.Codecs.Buffering;

namespace TextIndex.Indexing;

/// <summary>Names and types of everything that is written into an index; docs/index-format.md §2 says what each is for.</summary>
internal static class IndexSchema
{
    /// <summary>Version of the schema; stands in the fingerprint.</summary>
    public const string Version = "textindex-4";

    public const string Key = "key";
    public const string Meta = "meta";
    public const string Date = "date";
    public const string Source = "source";
    public const string FileSize = "fileSize";
    public const string FileTime = "fileTime";
    public const string FileRead = "fileRead";

    /// <summary>The columns that our format writes, in the order of <see cref="DocumentWriter"/>'s records.</summary>
    public static readonly BufferedColumn[] Columns =
    [
        new(Key, false), new(Meta, false), new(Date, true), new(FileSize, true), new(FileTime, true), new(FileRead, true),
        .. TextField.All.SelectMany(field => (BufferedColumn[])[new(field.Folded, false), new(field.Trace, false), new(field.Length, true)]),
    ];

    /// <summary>The fields whose words come to the codec packed.</summary>
    public static readonly HashSet<string> Packed = [.. TextField.All.Select(field => field.Name)];

    /// <summary>Commit user data: schema, analyzer, fold and dictionary.</summary>
    public const string FingerprintEntry = "textindex.fingerprint";

    /// <summary>Commit user data: stands there where the index keeps the positions of its tokens.</summary>
    public const string PositionsEntry = "textindex.positions";

    /// <summary>Tokens with frequencies and positions, for any Lucene.Net query. Norms are kept for stock scoring only.</summary>
    public static readonly FieldType Positions = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS });

    /// <summary>Tokens and dictionary words that occur, with frequencies in half occurrences.</summary>
    public static readonly FieldType Words = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS });

    /// <summary>One exact term, documents only.</summary>
    public static readonly FieldType Exact = Frozen(new FieldType { IsIndexed = true, IsTokenized = false, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY });

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
