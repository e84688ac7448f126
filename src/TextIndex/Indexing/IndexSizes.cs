// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Store;
using TextIndex.Codecs.Columns;

namespace TextIndex.Indexing;

/// <summary>Tells what the bytes of an index are spent on.</summary>
internal static class IndexSizes
{
    /// <summary>Bytes by part, most first: a column of ours, a part of a text column, or the extension of a file of Lucene.Net's.</summary>
    public static IReadOnlyList<KeyValuePair<string, long>> Read(IndexSnapshot snapshot)
    {
        var sizes = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            if (leaf.Reader is not SegmentReader reader) continue;
            var info = reader.SegmentInfo;
            foreach (var (name, length) in FilesOf(info)) Add(Path.GetExtension(name), length);
            foreach (var field in reader.FieldInfos)
            {
                if (!field.HasDocValues || field.DocValuesType == DocValuesType.NUMERIC) continue;
                if (reader.GetBinaryDocValues(field.Name) is ByteColumn bytes) AddColumn(field.Name, bytes.SizeBytes);
                if (reader.GetBinaryDocValues(field.Name) is not TextColumn text) continue;
                foreach (var chunk in text.Chunks)
                {
                    AddColumn(field.Name + " text", 2L * chunk.Units);
                    AddColumn(field.Name + " word boundaries", chunk.Units / 8L);
                    AddColumn(field.Name + " starts of documents", 4L * (chunk.Documents + 1L + chunk.Blocks));
                    if (chunk.Pairs is not { } pairs) continue;
                    AddColumn(field.Name + " pairs: dictionary", pairs.DictionaryBytes);
                    AddColumn(field.Name + " pairs: blocks", pairs.ListBytes);
                    AddColumn(field.Name + " pairs: places", pairs.PlaceBytes);
                }
            }
        }
        return [.. sizes.OrderByDescending(part => part.Value)];

        void Add(string part, long bytes) => sizes[part] = sizes.GetValueOrDefault(part) + bytes;

        // What a column takes is taken out of its file, so that the sum is the index.
        void AddColumn(string part, long bytes)
        {
            Add(part, bytes);
            Add("." + ColumnsFormat.Extension, -bytes);
        }
    }

    private static IEnumerable<(string Name, long Length)> FilesOf(SegmentCommitInfo info)
    {
        var directory = info.Info.Dir;
        if (!info.Info.UseCompoundFile)
        {
            foreach (var file in info.GetFiles()) yield return (file, directory.FileLength(file));
            yield break;
        }
        using var compound = new CompoundFileDirectory(directory, IndexFileNames.SegmentFileName(info.Info.Name, "", IndexFileNames.COMPOUND_FILE_EXTENSION), IOContext.READ_ONCE, openForWrite: false);
        foreach (var file in compound.ListAll()) yield return (file, compound.FileLength(file));
    }
}
