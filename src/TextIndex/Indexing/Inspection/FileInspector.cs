// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using TextIndex.Codecs;
using TextIndex.Codecs.Columns;
using TextIndex.Primitives;
using TextIndex.Storage;

namespace TextIndex.Indexing.Inspection;

/// <summary>Tells what a file of an index is made of, byte for byte, as docs/index-format.md describes it; of Lucene.Net's own files what leads to ours.</summary>
/// <remarks>A second reading of the formats, by itself: no index is opened, one file is enough. What does not fit is an <see cref="IndexCorruptException"/>.</remarks>
internal static class FileInspector
{
    /// <summary>Finds another file of the same index, or says that there is none.</summary>
    internal delegate bool FileFinder(string name, out MappedSlice file);

    /// <summary>Inspects a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">How messages call it.</param>
    /// <param name="structure">What it is made of.</param>
    /// <returns>False where it does not begin as a file of an index does.</returns>
    /// <exception cref="IndexCorruptException">It does not fit itself.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static bool TryInspect(string path, string shown, [NotNullWhen(true)] out FilePart? structure)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        var file = IndexFolder.MapFile(path);
        structure = StructureReader.LooksSo(file) ? Inspect(file, Path.GetFileName(path), shown, 0, FindBeside) : null;
        GC.KeepAlive(file.Bytes);
        return structure is not null;

        bool FindBeside(string name, out MappedSlice beside) => IndexFolder.TryMapFile(Path.Combine(folder, name), out beside);
    }

    /// <summary>Inspects a file, or a file inside a compound file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">Its name in the index.</param>
    /// <param name="shown">How messages call it.</param>
    /// <param name="start">Where it begins in the file that was asked for.</param>
    /// <param name="find">Finds its companions: a compound file's entries, the names of fields.</param>
    internal static FilePart Inspect(MappedSlice file, string name, string shown, long start, FileFinder find)
    {
        var reader = new StructureReader(file, shown, start);
        var (codec, version, checksum) = reader.Open();
        var headerBytes = reader.Position;
        var kind = KindOf(codec);
        var part = new FilePart(name, start, file.Length) { Kind = kind }.With("codec", codec).With("version", version).With("checksum", $"{checksum:x8}");
        part.Put("header", start, headerBytes);
        switch (kind)
        {
            case "commit": LuceneFiles.Commit(reader, part, version); break;
            case "info": LuceneFiles.Info(reader, part, version); break;
            case "fields": LuceneFiles.Fields(reader, part, version); break;
            case "entries": LuceneFiles.Entries(reader, part, version); break;
            case "compound": LuceneFiles.Compound(reader, part, file, find); break;
            case "dictionary": PagedFiles.Dictionary(reader, part, version, LuceneFiles.FieldNames(name, shown, find)); break;
            case "lists" or "positions": PagedFiles.Content(reader, part, version); break;
            case "columns": ColumnFiles.Columns(reader, part, version, LuceneFiles.FieldNames(name, shown, find)); break;
            default: part.Put("content", start + headerBytes, reader.End - headerBytes); break;
        }
        part.Put("footer", start + file.Length - StructureReader.FooterBytes, StructureReader.FooterBytes);
        return part;
    }

    private static string KindOf(string codec) => codec switch
    {
        "segments" => "commit",
        "Lucene46SegmentInfo" => "info",
        "Lucene46FieldInfos" => "fields",
        "CompoundFileWriterData" => "compound",
        "CompoundFileWriterEntries" => "entries",
        BlockPostingsFormat.DictionaryCodec => "dictionary",
        BlockPostingsFormat.PostingsCodec => "lists",
        BlockPostingsFormat.PositionsCodec => "positions",
        ColumnsFormat.HeaderName => "columns",
        _ => "lucene",
    };
}
