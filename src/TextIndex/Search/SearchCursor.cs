// SPDX-License-Identifier: MIT
using System.Buffers.Text;
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Search;

// bytes := version:u8=1 sort:u8 descending:u8 column:string score:f64 date:i64 part:i32 key:string value          base64url without padding
// value := 255:u8 | kind:u8 (text:string | number:i64)          integers little-endian, strings as BinaryWriter writes them
/// <summary>Where a page of hits ended: the next page begins behind it.</summary>
/// <example><code>
/// using SearchSnapshot snapshot = index.OpenSnapshot();                       // every page from one commit
/// SearchOptions options = new() { Limit = 50 };
/// for (SearchResult page = snapshot.Search("学习", options); page.Hits.Count > 0; page = snapshot.Search("学习", options with { After = page.Next }))
///     foreach (Hit hit in page.Hits) Console.WriteLine(hit.Key);
/// </code></example>
/// <remarks>
/// A cursor is the rank of one document: its score or sort value and its key. Within one <see cref="SearchSnapshot"/> the pages are exactly the whole
/// list, each hit once. On another commit the scores have moved, and the next page is what now stands behind that rank. A page deep in the list costs
/// what the first one does. Immutable; safe to share between threads; as a string it can be handed to a client and read again.
/// </remarks>
public sealed class SearchCursor
{
    private const byte Version = 1, NoValue = 255;

    internal SearchCursor(HitSort sort, string sortColumn, bool descending, RankedDocument document) =>
        (Sort, SortColumn, Descending, Document) = (sort, sortColumn, descending, document);

    internal HitSort Sort { get; }

    internal string SortColumn { get; }

    internal bool Descending { get; }

    internal RankedDocument Document { get; }

    /// <summary>Reads a cursor that was written by <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The string is none.</exception>
    public static SearchCursor Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)));
            if (reader.ReadByte() != Version) throw new FormatException(Messages.CursorUnreadable);
            var (sort, descending, column) = ((HitSort)reader.ReadByte(), reader.ReadByte() != 0, reader.ReadString());
            var (score, date, part, key) = (reader.ReadDouble(), reader.ReadInt64(), reader.ReadInt32(), reader.ReadString());
            var kind = reader.ReadByte();
            ColumnValue? value = kind switch
            {
                NoValue => null,
                (byte)ColumnKind.Text => reader.ReadString(),
                (byte)ColumnKind.Integer => reader.ReadInt64(),
                (byte)ColumnKind.Date when reader.ReadInt64() is >= 0 and var day && day <= DateOnly.MaxValue.DayNumber => DateOnly.FromDayNumber((int)day),
                _ => throw new FormatException(Messages.CursorUnreadable),
            };
            if (!Enum.IsDefined(sort) || double.IsNaN(score) || reader.BaseStream.Position != reader.BaseStream.Length) throw new FormatException(Messages.CursorUnreadable);
            return new SearchCursor(sort, column, descending, new RankedDocument(0, 0, score, date, key, value, part));
        }
        catch (EndOfStreamException cause)
        {
            throw new FormatException(Messages.CursorUnreadable, cause);
        }
    }

    /// <summary>Writes the cursor as letters, digits, <c>-</c> and <c>_</c>.</summary>
    public override string ToString()
    {
        var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        foreach (var b in (ReadOnlySpan<byte>)[Version, (byte)Sort, Descending ? (byte)1 : (byte)0]) writer.Write(b);
        writer.Write(SortColumn);
        writer.Write(Document.Score);
        writer.Write(Document.Date);
        writer.Write(Document.Part);
        writer.Write(Document.Key);
        if (Document.Value is not { } value) writer.Write(NoValue);
        else
        {
            writer.Write((byte)value.Kind);
            if (value.Kind == ColumnKind.Text) writer.Write(value.Text);
            else writer.Write(Indexing.ColumnFields.ToNumber(value));
        }
        return Base64Url.EncodeToString(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }
}
