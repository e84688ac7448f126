// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using TextIndex.Codecs.Columns;
using TextIndex.Primitives;

namespace TextIndex.Indexing.Inspection;

/// <summary>The file of columns, docs/index-format.md §6.</summary>
internal static class ColumnFiles
{
    /// <summary>The directory and, field by field, where its parts lie.</summary>
    public static void Columns(StructureReader reader, FilePart file, int version, IReadOnlyDictionary<long, string> names)
    {
        if (version != ColumnsFormat.Version) throw reader.Damage(Messages.ListVersion(version, ColumnsFormat.Version));
        var (data, footer) = (reader.Position, reader.End);
        if (footer - data < 12) throw reader.Damage(Messages.ListCut);
        var tail = reader.Region("directory", footer - 12, 12);
        var length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        if (length < 16 || length > footer - 12 - data) throw reader.Damage(Messages.InspectOutside("directory", footer - 12 - length, length, reader.Length));
        var directory = footer - 12 - length;
        var (found, expected) = (ColumnFile.HashOf(reader.Region("directory", directory, length)), BinaryPrimitives.ReadUInt64LittleEndian(tail[4..]));
        if (found != expected) throw reader.Damage(Messages.InspectPage(directory, found, expected));

        reader.Seek(directory, directory + length);
        var (dataLength, documents, fields) = (reader.Int64(), reader.Int32(), reader.Int32());
        if (dataLength < 0 || dataLength != directory - ColumnFile.Slack - data) throw reader.Damage(Messages.InspectOutside("data", data, dataLength, directory));
        var pages = ColumnFile.PagesOf(dataLength);
        if (documents < 0 || 8 * pages > reader.End - reader.Position) throw reader.Damage(Messages.InspectCount(pages, reader.End - reader.Position));
        file.With("documents", documents).With("pages", pages);
        var hashes = reader.End - 8 * pages;
        for (var page = 0L; page < pages; page++)
        {
            var at = data + (page << ColumnFile.PageBits);
            var hash = ColumnFile.HashOf(reader.Region("page", at, Math.Min(1L << ColumnFile.PageBits, data + dataLength - at)));
            var wanted = BinaryPrimitives.ReadUInt64LittleEndian(reader.Region("hash", hashes + 8 * page, 8));
            if (hash != wanted) throw reader.Damage(Messages.InspectPage(at, hash, wanted));
        }
        reader.Seek(directory + 16, hashes);
        var place = new Place(reader, data, dataLength, documents);
        for (var left = reader.Count(fields); left > 0; left--) Field(place, file, names);
        if (reader.Position != hashes) throw reader.Damage(Messages.InspectOutside("directory", reader.Position, 0, hashes));
        file.Parts.Sort((one, other) => one.At.CompareTo(other.At));
        file.Put("slack", reader.Start + data + dataLength, ColumnFile.Slack);
        file.Put("directory", reader.Start + directory, length).With("fields", fields);
        file.Put("directoryLength", reader.Start + footer - 12, 12);
    }

    // Where the data begins in the file, and how long it is: all offsets of the directory are counted in it.
    private readonly record struct Place(StructureReader Reader, long Data, long Length, int Documents)
    {
        public FilePart Put(FilePart part, string name, long at, long count)
        {
            if (at < 0 || count < 0 || at > Length || count > Length - at) throw Reader.Damage(Messages.InspectOutside(name, at, count, Length));
            return part.Put(name, Reader.Start + Data + at, count);
        }
    }

    private static void Field(Place place, FilePart file, IReadOnlyDictionary<long, string> names)
    {
        var reader = place.Reader;
        var (number, kind) = (reader.Int32(), reader.Byte());
        var name = names.GetValueOrDefault(number, $"field {number}");
        var parts = new FilePart(name, 0, 0);
        parts.With("number", number);
        switch (kind)
        {
            case ColumnsWriter.Numbers: Numbers(place, parts); break;
            case ColumnsWriter.Bytes: Bytes(place, parts); break;
            case ColumnsWriter.Text: Text(place, parts); break;
            default: throw reader.Damage(Messages.InspectColumn(name));
        }
        var kinds = kind == ColumnsWriter.Numbers ? "numbers" : kind == ColumnsWriter.Bytes ? "bytes" : "text";
        parts.Parts.Sort((one, other) => one.At.CompareTo(other.At));
        // A column in which all numbers are the same has no data.
        var (from, to) = parts.Parts.Count == 0 ? (reader.Start + place.Data, reader.Start + place.Data) : (parts.Parts[0].At, parts.Parts.Max(part => part.At + part.SizeBytes));
        file.Parts.Add(parts with { At = from, SizeBytes = to - from, Kind = kinds });
    }

    private static void Numbers(Place place, FilePart field)
    {
        var reader = place.Reader;
        var (least, sum, width, at, missingAt) = (reader.Int64(), reader.Int64(), reader.Byte(), reader.Int64(), reader.Int64());
        if (width > 8) throw reader.Damage(Messages.InspectColumn(field.Name));
        field.With("least", least).With("sum", sum).With("width", width);
        if (width > 0) place.Put(field, "values", at, (long)place.Documents * width);
        Missing(place, field, missingAt);
    }

    private static void Bytes(Place place, FilePart field)
    {
        var reader = place.Reader;
        var (width, offsetsAt, at, length, missingAt) = (reader.Byte(), reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64());
        if (width is 0 or > 8) throw reader.Damage(Messages.InspectColumn(field.Name));
        field.With("width", width);
        place.Put(field, "offsets", offsetsAt, 8 * ((place.Documents >> ColumnsWriter.GroupBits) + 1L) + (place.Documents + 1L) * width);
        place.Put(field, "values", at, length);
        Missing(place, field, missingAt);
    }

    private static void Missing(Place place, FilePart field, long missingAt)
    {
        if (missingAt != -1) place.Put(field, "missing", missingAt, (place.Documents + 7L) >> 3);
    }

    private static void Text(Place place, FilePart field)
    {
        var reader = place.Reader;
        var chunks = reader.Count(reader.Int32(), 60);
        field.With("chunks", chunks);
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            var (first, documents, units) = (reader.Int32(), reader.Int32(), reader.Int32());
            var (textAt, cutsAt, startsAt, blocksAt, pairsAt, pairsLength) = (reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64());
            if (documents < 0 || units < 0 || first < 0) throw reader.Damage(Messages.InspectCount(Math.Min(Math.Min(documents, units), first), reader.Length));
            place.Put(field, "text", textAt, 2L * units).With("firstDocument", first).With("documents", documents).With("units", units);
            place.Put(field, "cuts", cutsAt, (units + 7L) >> 3);
            place.Put(field, "starts", startsAt, 4 * (documents + 1L));
            place.Put(field, "blockDocuments", blocksAt, 4L * PairIndexWriter.BlocksOf(units));
            if (pairsLength == 0) continue;
            var pairs = place.Put(field, "pairs", pairsAt, pairsLength);
            if (pairsLength < PairIndexWriter.HeadBytes) throw reader.Damage(Messages.InspectOutside("pairs", pairsAt, pairsLength, place.Length));
            var head = reader.Region("pairs", place.Data + pairsAt, PairIndexWriter.HeadBytes);
            foreach (var (name, at) in new[] { ("firsts", 0), ("pairs", 4), ("listBytes", 8), ("placed", 12), ("placeBytes", 16) })
                pairs.With(name, BinaryPrimitives.ReadInt32LittleEndian(head[at..]));
        }
    }
}
