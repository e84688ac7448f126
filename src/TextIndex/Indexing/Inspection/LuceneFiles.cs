// SPDX-License-Identifier: MIT
using TextIndex.Primitives;
using TextIndex.Storage;

namespace TextIndex.Indexing.Inspection;

// commit  := header changes:i64 counter:i32 segments:i32 segment* userData footer                    segments_N
// segment := name:string codec:string deletesGeneration:i64 deletes:i32 fieldsGeneration:i64 updates:i32 (generation:i64 set)*
// info    := header version:string documents:i32 isCompound:u8 diagnostics files:set footer          _n.si
// fields  := header count:varint (name:string number:varint bits:u8 columns:u8 generation:i64 attributes)* footer      _n.fnm
// entries := header count:varint (name:string at:i64 length:i64)* footer                             _n.cfe; compound := header file* footer, _n.cfs
// set := count:i32 string*      userData, diagnostics, attributes := count:i32 (string string)*      integers big-endian
/// <summary>The files of Lucene.Net that lead to ours.</summary>
internal static class LuceneFiles
{
    private const byte Indexed = 0x01, OmitsNorms = 0x10, OmitsFrequencies = 0x40, OmitsPositions = 0x80;

    private static readonly string[] ColumnKinds = ["", "numeric", "binary", "sorted", "sorted set"];

    /// <summary>Which index segments there are, and what the commit says of itself.</summary>
    public static void Commit(StructureReader reader, FilePart file, int version)
    {
        Supported(reader, version, 2);
        file.With("changes", reader.Int64BigEndian());
        reader.Take(4);
        for (var left = reader.Count(reader.Int32BigEndian()); left > 0; left--)
        {
            var at = reader.Position;
            var (name, codec, deletesGeneration, deletes) = (reader.Text(), reader.Text(), reader.Int64BigEndian(), reader.Int32BigEndian());
            reader.Take(8);
            for (var updates = reader.Count(reader.Int32BigEndian()); updates > 0; updates--)
            {
                reader.Take(8);
                for (var set = reader.Count(reader.Int32BigEndian()); set > 0; set--) reader.Text();
            }
            var segment = file.Put(name, reader.Start + at, reader.Position - at).With("codec", codec).With("deleted", deletes);
            if (deletesGeneration > 0) segment.With("deletesGeneration", deletesGeneration);
        }
        Map(reader, file, "userData");
    }

    /// <summary>How many documents an index segment has, and which files.</summary>
    public static void Info(StructureReader reader, FilePart file, int version)
    {
        Supported(reader, version, 1);
        file.With("lucene", reader.Text()).With("documents", reader.Int32BigEndian()).With("isCompound", reader.Byte() == 1 ? 1 : 0);
        Map(reader, file, "diagnostics");
        var at = reader.Position;
        var names = new List<string>();
        for (var left = reader.Count(reader.Int32BigEndian()); left > 0; left--) names.Add(reader.Text());
        names.Sort(StringComparer.Ordinal);
        file.Put("files", reader.Start + at, reader.Position - at).With("names", string.Join(' ', names));
    }

    /// <summary>The fields with their numbers.</summary>
    public static void Fields(StructureReader reader, FilePart file, int version)
    {
        foreach (var field in ReadFields(reader, version))
        {
            var part = file.Put(field.Name, reader.Start + field.At, field.SizeBytes).With("number", field.Number);
            if ((field.Bits & Indexed) != 0) part.With("postings", Keeps(field.Bits)).With("norms", (field.Bits & OmitsNorms) == 0 ? 1 : 0);
            if (field.Columns > 0) part.With("column", ColumnKinds[field.Columns]);
        }
    }

    /// <summary>Where the files of a compound file lie.</summary>
    public static void Entries(StructureReader reader, FilePart file, int version)
    {
        foreach (var (name, at, length, place, size) in ReadEntries(reader, version)) file.Put(name, reader.Start + place, size).With("at", at).With("sizeBytes", length);
    }

    /// <summary>The files of a compound file, each inspected.</summary>
    public static void Compound(StructureReader reader, FilePart file, MappedSlice bytes, FileInspector.FileFinder find)
    {
        var segment = SegmentOf(file.Name);
        var list = segment + ".cfe";
        if (!find(list, out var entries)) throw reader.Damage(Messages.InspectAlone(list));
        var listReader = new StructureReader(entries, Beside(reader.Name, list), 0);
        var (codec, version, _) = listReader.Open();
        if (codec != "CompoundFileWriterEntries") throw listReader.Damage(Messages.ListOther(codec, "CompoundFileWriterEntries"));
        var files = new SortedDictionary<string, MappedSlice>(StringComparer.Ordinal);
        var places = new List<(string Name, long At)>();
        foreach (var (name, at, length, _, _) in ReadEntries(listReader, version))
        {
            reader.Require(name, at, length);
            if (!files.TryAdd(segment + name, bytes with { Offset = bytes.Offset + at, Length = length })) throw listReader.Damage(Messages.InspectTwice(segment + name));
            places.Add((segment + name, at));
        }
        foreach (var (name, at) in places.OrderBy(place => place.At).ThenBy(place => place.Name, StringComparer.Ordinal))
            file.Parts.Add(FileInspector.Inspect(files[name], name, $"{reader.Name}: {name}", reader.Start + at, files.TryGetValue));
        GC.KeepAlive(entries.Bytes);
    }

    /// <summary>The names of fields by their numbers, as far as the file that tells them is there.</summary>
    public static IReadOnlyDictionary<long, string> FieldNames(string file, string shown, FileInspector.FileFinder find)
    {
        var names = new Dictionary<long, string>();
        var list = SegmentOf(file) + ".fnm";
        if (!find(list, out var fields)) return names;
        var reader = new StructureReader(fields, Beside(shown, list), 0);
        var (codec, version, _) = reader.Open();
        if (codec != "Lucene46FieldInfos") throw reader.Damage(Messages.ListOther(codec, "Lucene46FieldInfos"));
        foreach (var field in ReadFields(reader, version)) names[field.Number] = field.Name;
        GC.KeepAlive(fields.Bytes);
        return names;
    }

    private static List<(string Name, long Number, byte Bits, int Columns, long At, long SizeBytes)> ReadFields(StructureReader reader, int version)
    {
        if (version is < 0 or > 1) throw reader.Damage(Messages.ListVersion(version, 1));
        var fields = new List<(string, long, byte, int, long, long)>();
        for (var left = reader.Count(reader.Varint()); left > 0; left--)
        {
            var at = reader.Position;
            var (name, number, bits, columns) = (reader.Text(), reader.Varint(), reader.Byte(), reader.Byte() & 0x0F);
            if (columns >= ColumnKinds.Length) throw reader.Damage(Messages.InspectColumn(name));
            reader.Take(8);
            for (var attributes = reader.Count(reader.Int32BigEndian()); attributes > 0; attributes--) { reader.Text(); reader.Text(); }
            fields.Add((name, number, bits, columns, at, reader.Position - at));
        }
        return fields;
    }

    private static List<(string Name, long At, long Length, long Place, long SizeBytes)> ReadEntries(StructureReader reader, int version)
    {
        if (version is < 0 or > 1) throw reader.Damage(Messages.ListVersion(version, 1));
        var entries = new List<(string, long, long, long, long)>();
        for (var left = reader.Count(reader.Varint()); left > 0; left--)
        {
            var place = reader.Position;
            entries.Add((reader.Text(), reader.Int64BigEndian(), reader.Int64BigEndian(), place, reader.Position - place));
        }
        return entries;
    }

    private static void Map(StructureReader reader, FilePart file, string name)
    {
        var at = reader.Position;
        var part = new FilePart(name, reader.Start + at, 0);
        for (var left = reader.Count(reader.Int32BigEndian()); left > 0; left--) part.With(reader.Text(), reader.Text());
        file.Parts.Add(part with { SizeBytes = reader.Position - at });
    }

    private static string Keeps(byte bits) => (bits & OmitsFrequencies) != 0 ? "documents" : (bits & OmitsPositions) != 0 ? "frequencies" : "positions";

    // _0_TextIndexBlocks_0.xtd, _0.fnm: what stands before the second _ or the dot.
    private static string SegmentOf(string name) => name.AsSpan(1).IndexOfAny('_', '.') is >= 0 and var end ? name[..(end + 1)] : name;

    private static string Beside(string shown, string name)
    {
        var folder = shown.AsSpan().LastIndexOfAny('/', '\\');
        return folder < 0 ? name : shown[..(folder + 1)] + name;
    }

    private static void Supported(StructureReader reader, int found, int supported)
    {
        if (found != supported) throw reader.Damage(Messages.ListVersion(found, supported));
    }
}
