// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using TextIndex.Codecs;
using TextIndex.Primitives;

namespace TextIndex.Indexing.Inspection;

/// <summary>The files of postings, docs/index-format.md §10. Where a list or a position lies is told by the dictionary alone.</summary>
internal static class PagedFiles
{
    // Lucene.Net takes no longer one.
    private const int LongestTerm = 32766;

    /// <summary>Lists or positions: what is told of them without their dictionary.</summary>
    public static void Content(StructureReader reader, FilePart file, int version)
    {
        var from = reader.Position;
        var length = OpenPages(reader, file, version);
        file.Put("content", reader.Start + from, length - PagedOutput.Padding - from);
        Tail(reader, file, length);
    }

    /// <summary>The dictionary: its fields and where their parts lie.</summary>
    public static unsafe void Dictionary(StructureReader reader, FilePart file, int version, IReadOnlyDictionary<long, string> names)
    {
        var length = OpenPages(reader, file, version);
        var end = length - PagedOutput.Padding;
        if (end - 16 < reader.Position) throw reader.Damage(Messages.ListCut);
        var tail = reader.Region("records", end - 16, 16);
        var (start, count) = (BinaryPrimitives.ReadInt64LittleEndian(tail), BinaryPrimitives.ReadInt64LittleEndian(tail[8..]));
        if (count < 0 || start < reader.Position || count > (end - 16) / sizeof(FieldRecord) || start != end - 16 - count * sizeof(FieldRecord))
            throw reader.Damage(Messages.InspectOutside("records", start, count, end));
        for (var i = 0; i < count; i++)
        {
            var record = MemoryMarshal.Read<FieldRecord>(reader.Region("record", start + i * sizeof(FieldRecord), sizeof(FieldRecord)));
            Field(reader, file, record, names, start);
        }
        file.Put("records", reader.Start + start, end - 16 - start).With("fields", count);
        file.Put("places", reader.Start + end - 16, 16);
        Tail(reader, file, length);
    }

    private static void Field(StructureReader reader, FilePart file, in FieldRecord record, IReadOnlyDictionary<long, string> names, long end)
    {
        var name = names.GetValueOrDefault(record.Number, $"field {record.Number}");
        if ((record.Kinds & FieldRecord.Stock) != 0)
        {
            file.Parts.Add(new FilePart(name, reader.Start, 0) { Kind = "field" }.With("number", record.Number).With("keeps", "elsewhere"));
            return;
        }
        var keeps = record.HasPositions ? "positions" : record.HasFrequencies ? "frequencies" : "documents";
        if (record.BlockCount is < 0 or > int.MaxValue || record.Terms < 0 || record.Terms > record.BlockCount * DictionaryWriter.BlockTerms
            || record.Terms <= (record.BlockCount - 1) * DictionaryWriter.BlockTerms) throw reader.Damage(Messages.InspectCount(record.Terms, record.BlockCount));
        var field = new FilePart(name, reader.Require(name, record.Blocks, 0), 0) { Kind = "field" }
            .With("number", record.Number).With("keeps", keeps).With("terms", record.Terms).With("documents", record.Documents)
            .With("postings", record.SumDocumentFrequency).With("occurrences", record.SumTotalFrequency).With("averageLength", BitConverter.Int64BitsToDouble(record.AverageLength));
        var starts = reader.Region("starts", record.BlockStarts, 4 * (record.BlockCount + 1));
        var bytes = BinaryPrimitives.ReadUInt32LittleEndian(starts[^4..]);
        reader.Require("terms", record.Blocks, bytes);
        Terms(reader, field.Put("terms", reader.Start + record.Blocks, bytes).With("blocks", record.BlockCount), record, starts);
        field.Put("starts", reader.Start + record.BlockStarts, starts.Length);
        field.Put("prefixes", reader.Require("prefixes", record.BlockPrefixes, 8 * record.BlockCount), 8 * record.BlockCount);
        var last = record.BlockPrefixes + 8 * record.BlockCount;
        if (record.FrequentTerms != 0)
        {
            if (record.FrequentTerms is < 0 or > 65535 || record.PairCount < 0 || record.PairCount > record.FrequentTerms * record.FrequentTerms)
                throw reader.Damage(Messages.InspectCount(record.PairCount, record.FrequentTerms));
            var pairStarts = reader.Region("pairStarts", record.PairStarts, 4 * (record.PairCount + 1));
            var pairBytes = BinaryPrimitives.ReadUInt32LittleEndian(pairStarts[^4..]);
            field.Put("pairKeys", reader.Require("pairKeys", record.PairKeys, 4 * record.PairCount), 4 * record.PairCount).With("frequentTerms", record.FrequentTerms);
            field.Put("pairStarts", reader.Start + record.PairStarts, pairStarts.Length);
            field.Put("pairs", reader.Require("pairs", record.Pairs, pairBytes), pairBytes);
            last = Math.Max(last, record.Pairs + pairBytes);
        }
        if (last > end || last < record.Blocks) throw reader.Damage(Messages.InspectOutside(name, record.Blocks, last - record.Blocks, end));
        if (record.LengthBytes > 0) field.With("lengthBytes", record.LengthBytes);
        file.Parts.Add(field with { SizeBytes = last - record.Blocks });
    }

    // Every term is walked: what it shares, what is its own, and how many documents its entry begins with.
    private static void Terms(StructureReader reader, FilePart part, in FieldRecord record, ReadOnlySpan<byte> starts)
    {
        var (term, first, singles, left) = (Array.Empty<byte>(), "", 0L, record.Terms);
        for (var block = 0; block < record.BlockCount; block++)
        {
            var (from, to) = (BinaryPrimitives.ReadUInt32LittleEndian(starts[(4 * block)..]), BinaryPrimitives.ReadUInt32LittleEndian(starts[(4 * block + 4)..]));
            reader.Seek(record.Blocks + from, record.Blocks + to);
            reader.Varint();
            reader.Varint();
            for (var inBlock = Math.Min(left, DictionaryWriter.BlockTerms); inBlock > 0; inBlock--, left--)
            {
                var (shared, own, entryLength) = (reader.Varint(), reader.Varint(), reader.Byte());
                if (shared > term.Length || shared + own > LongestTerm) throw reader.Damage(Messages.InspectCount(shared + own, Math.Min(term.Length + own, LongestTerm)));
                term = [.. term.AsSpan(0, (int)shared), .. reader.Take(reader.Count(own))];
                var entry = reader.Position;
                if (reader.Varint() == 1) singles++;
                if (reader.Position > entry + entryLength) throw reader.Damage(Messages.ListLength);
                reader.Take((int)(entry + entryLength - reader.Position));
                if (left == record.Terms) first = Encoding.UTF8.GetString(term);
            }
            if (reader.Position != reader.End) throw reader.Damage(Messages.InspectOutside("terms", reader.Position, 0, reader.End));
        }
        part.With("ofOneDocument", singles).With("first", first).With("last", Encoding.UTF8.GetString(term));
    }

    // The length of the content stands before the footer, the hashes of its pages before that.
    private static long OpenPages(StructureReader reader, FilePart file, int version)
    {
        if (version != BlockPostingsFormat.Version) throw reader.Damage(Messages.ListVersion(version, BlockPostingsFormat.Version));
        if (reader.End - reader.Position < 8 + PagedOutput.Padding) throw reader.Damage(Messages.ListCut);
        var length = BinaryPrimitives.ReadInt64BigEndian(reader.Region("contentLength", reader.End - 8, 8));
        var pages = length < 0 || length > reader.End ? -1 : (length + PagedOutput.PageBytes - 1) / PagedOutput.PageBytes;
        if (pages < 0 || length - PagedOutput.Padding < reader.Position || length + 4 * pages + 8 != reader.End) throw reader.Damage(Messages.InspectOutside("content", 0, length, reader.End));
        for (var page = 0L; page < pages; page++)
        {
            var at = page * PagedOutput.PageBytes;
            var found = (uint)XxHash3.HashToUInt64(reader.Region("page", at, Math.Min(PagedOutput.PageBytes, length - at)));
            var expected = BinaryPrimitives.ReadUInt32LittleEndian(reader.Region("hash", length + 4 * page, 4));
            if (found != expected) throw reader.Damage(Messages.InspectPage(at, found, expected));
        }
        file.With("pages", pages);
        return length;
    }

    private static void Tail(StructureReader reader, FilePart file, long length)
    {
        var footer = reader.Length - StructureReader.FooterBytes;
        file.Put("padding", reader.Start + length - PagedOutput.Padding, PagedOutput.Padding);
        file.Put("hashes", reader.Start + length, footer - 8 - length);
        file.Put("contentLength", reader.Start + footer - 8, 8);
    }
}
