// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Hashing;
using TextIndex.Codecs;
using TextIndex.Codecs.Columns;
using TextIndex.Indexing.Inspection;
using TextIndex.Primitives;
using TextIndex.Tests.Corrupt;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Indexing;

public sealed class FileInspectorTests : IDisposable
{
    private const int Seed = 20261122;
    private readonly SmallIndex _index = new();
    private readonly TemporaryFolder _loose = new();

    public void Dispose()
    {
        _index.Dispose();
        _loose.Dispose();
    }

    private static FilePart Inspect(string path)
    {
        Assert.True(FileInspector.TryInspect(path, Path.GetFileName(path), out var structure));
        return structure;
    }

    [Fact]
    public void Parts_lie_in_their_file_one_behind_the_other()
    {
        foreach (var file in _index.Files)
        {
            var structure = Inspect(_index.Full(file));
            Assert.Equal(new FileInfo(_index.Full(file)).Length, structure.SizeBytes);
            Assert.Equal("footer", structure.Parts[^1].Name);
            Expect(structure);
        }

        static void Expect(FilePart whole)
        {
            var end = whole.At;
            foreach (var part in whole.Parts)
            {
                if (part.SizeBytes == 0) continue;
                Assert.True(part.At >= end && part.At + part.SizeBytes <= whole.At + whole.SizeBytes, $"{part.Name} at {part.At} + {part.SizeBytes} in {whole.Name}");
                end = part.At + part.SizeBytes;
                Expect(part);
            }
        }
    }

    [Fact]
    public void A_file_tells_what_the_index_holds()
    {
        var columns = Loose().Select(Inspect).First(file => file.Kind == "columns");
        Assert.Contains(columns.Parts, part => part is { Name: "body.folded", Kind: "text" });
        Assert.Contains(columns.Facts, fact => fact is { Key: "documents", Value: 2L or 1L or 3L });
        var dictionary = Loose().Select(Inspect).First(file => file.Kind == "dictionary");
        var body = Assert.Single(dictionary.Parts, part => part is { Name: "body", Kind: "field" });
        using var index = SearchIndex.Open(_index.Path, new SearchIndexOptions { ReadOnly = true });
        var reader = (Lucene.Net.Index.AtomicReader)index.LuceneReader.Leaves[0].Reader;
        Assert.Equal(reader.GetTerms("body").Count, body.Facts.First(fact => fact.Key == "terms").Value);
        Assert.Equal(reader.GetTerms("body").SumDocFreq, body.Facts.First(fact => fact.Key == "postings").Value);
    }

    [Fact]
    public void Fields_are_numbers_where_nobody_tells_their_names()
    {
        var file = Loose().First(path => path.EndsWith(".xtd", StringComparison.Ordinal));
        foreach (var names in Directory.GetFiles(_loose.Path, "*.fnm")) File.Delete(names);
        Assert.Contains(Inspect(file).Parts, part => part.Kind == "field" && part.Name.StartsWith("field ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_file_of_an_index_is_none()
    {
        Assert.False(FileInspector.TryInspect(_index.Full("write.lock"), "write.lock", out _));
        Assert.False(FileInspector.TryInspect(_loose.Write("a.txt", "学习"), "a.txt", out _));
        Assert.Throws<FileNotFoundException>(() => FileInspector.TryInspect(_loose.Full("none"), "none", out _));
    }

    [Fact]
    public void A_compound_file_without_its_list_says_which_one_is_missing()
    {
        var file = _index.Files.First(name => name.EndsWith(".cfs", StringComparison.Ordinal));
        var copy = _loose.Write(file, File.ReadAllBytes(_index.Full(file)));
        var told = Assert.Throws<IndexCorruptException>(() => Inspect(copy));
        Assert.Contains(Path.ChangeExtension(file, ".cfe"), told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flipped_byte_and_a_cut_file_are_told_with_the_name_of_the_file()
    {
        var random = new Random(Seed);
        foreach (var file in _index.Files)
        {
            var sound = File.ReadAllBytes(_index.Full(file));
            foreach (var beside in _index.Files.Where(name => name != file)) _loose.Write(beside, File.ReadAllBytes(_index.Full(beside)));
            for (var at = random.Next(23); at < sound.Length; at += Repository.Slow ? 1 : 23)
            {
                var damaged = (byte[])sound.Clone();
                damaged[at] ^= (byte)random.Next(1, 256);
                Refused(_loose.Write(file, damaged), $"seed {Seed}, {file}, byte {at}");
                Refused(_loose.Write(file, sound[..at]), $"{file} cut to {at}");
            }
        }

        static void Refused(string path, string where)
        {
            try
            {
                Assert.False(FileInspector.TryInspect(path, Path.GetFileName(path), out _), where);
            }
            catch (IndexCorruptException told)
            {
                Assert.StartsWith(Path.GetFileName(path), told.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Hostile_bytes_with_right_checksums_are_told_or_shown()
    {
        var (random, told, rounds) = (new Random(Seed), 0, Repository.Slow ? 20_000 : 400);
        var files = Loose();
        for (var round = 0; round < rounds; round++)
        {
            var file = files[random.Next(files.Count)];
            var sound = File.ReadAllBytes(file);
            var hostile = (byte[])sound.Clone();
            for (var left = random.Next(1, 4); left > 0; left--)
            {
                var at = random.Next(8, hostile.Length - 16);
                hostile[at] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => 0xFF, _ => (byte)(hostile[at] ^ 1 << random.Next(8)) };
            }
            Mend(file, hostile);
            File.WriteAllBytes(file, hostile);
            try
            {
                Inspect(file);
            }
            catch (IndexCorruptException)
            {
                told++;
            }
            catch (Exception other)
            {
                Assert.Fail($"seed {Seed}, round {round}, {Path.GetFileName(file)}: {other}");
            }
            File.WriteAllBytes(file, sound);
        }
        Assert.InRange(told, rounds / 20, rounds);
    }

    // The files inside the compound files as files of their own.
    private List<string> Loose()
    {
        var files = new List<string>();
        foreach (var name in _index.Files)
        {
            var bytes = File.ReadAllBytes(_index.Full(name));
            if (!name.EndsWith(".cfs", StringComparison.Ordinal)) continue;
            foreach (var part in Inspect(_index.Full(name)).Parts.Where(part => part.Kind.Length > 0))
                files.Add(_loose.Write(part.Name, bytes[(int)part.At..(int)(part.At + part.SizeBytes)]));
        }
        Assert.Contains(files, file => file.EndsWith(".xtd", StringComparison.Ordinal));
        return files;
    }

    // Makes the checksums of a changed file right again.
    private static void Mend(string file, byte[] bytes)
    {
        const int footer = 16;
        if (Path.GetExtension(file) is ".xtd" or ".xtl" or ".xtp" && BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(bytes.Length - footer - 8)) is > 0 and var length && length < bytes.Length - 32)
        {
            for (var at = 0; at < length && length + at / PagedOutput.PageBytes * 4 + 4 < bytes.Length; at += PagedOutput.PageBytes)
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan((int)length + at / PagedOutput.PageBytes * 4), (uint)XxHash3.HashToUInt64(bytes.AsSpan(at, (int)Math.Min(PagedOutput.PageBytes, length - at))));
        }
        if (Path.GetExtension(file) == ".tic" && BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(bytes.Length - footer - 12)) is > 16 and var directoryLength && directoryLength < bytes.Length - 64)
        {
            var directory = bytes.AsSpan(bytes.Length - footer - 12 - directoryLength, directoryLength);
            var header = 4 + 1 + ColumnsFormat.HeaderName.Length + 4;
            var data = BinaryPrimitives.ReadInt64LittleEndian(directory);
            if (data is > 0 and < 1 << ColumnFile.PageBits && header + data < bytes.Length)
                BinaryPrimitives.WriteUInt64LittleEndian(directory[^8..], ColumnFile.HashOf(bytes.AsSpan(header, (int)data)));
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(bytes.Length - footer - 8), ColumnFile.HashOf(directory));
        }
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(bytes.Length - 8), Crc32.HashToUInt32(bytes.AsSpan(0, bytes.Length - 8)));
    }
}
