// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Codecs;
using TextIndex.Search.Scorers;
using Xunit;

namespace TextIndex.Tests.Codecs;

/// <summary>Bytes of our files changed at random, their checksums made right again: a reader refuses them or answers something, and never leaves its memory.</summary>
public sealed class HostilePostingsTests
{
    private const string Name = "f";

    [Fact]
    public void Hostile_bytes_with_right_checksums_are_refused_or_answered()
    {
        var (seed, rounds) = (20261122, Repository.Slow ? 20_000 : 400);
        var random = new Random(seed);
        using var sound = Build(random);
        string[] files = [.. sound.ListAll().Where(file => file.EndsWith(".xtd", StringComparison.Ordinal) || file.EndsWith(".xtl", StringComparison.Ordinal) || file.EndsWith(".xtp", StringComparison.Ordinal))];
        Assert.Equal(3, files.Length);
        var refused = 0;
        for (var round = 0; round < rounds; round++)
        {
            using var hostile = new RAMDirectory();
            var changed = files[random.Next(2) == 0 ? 0 : random.Next(files.Length)];
            foreach (var file in sound.ListAll())
            {
                var bytes = Bytes(sound, file);
                if (file == changed) Change(bytes, random);
                using var output = hostile.CreateOutput(file, IOContext.DEFAULT);
                output.WriteBytes(bytes, bytes.Length);
            }
            try
            {
                ReadAll(hostile, random);
            }
            catch (CorruptIndexException)
            {
                refused++;
            }
            catch (Exception other)
            {
                Assert.Fail($"seed {seed}, round {round}, {changed}: {other}");
            }
        }
        Assert.InRange(refused, rounds / 20, rounds);
    }

    private static RAMDirectory Build(Random random)
    {
        var directory = new RAMDirectory();
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, null) { Codec = TextIndexCodec.Instance, UseCompoundFile = false };
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS };
        using var writer = new IndexWriter(directory, config);
        for (var d = 0; d < 600; d++) writer.AddDocument([new Field(Name, new RandomTokens(random, synonyms: false), type)]);
        return directory;
    }

    // Up to three bytes of the content, half of the times near its beginning or its end, where the structures stand.
    private static void Change(byte[] bytes, Random random)
    {
        const int footer = 16;
        var length = (int)BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(bytes.Length - footer - 8));
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var at = random.Next(2) == 0 ? random.Next(30, length) : random.Next(2) == 0 ? random.Next(30, Math.Min(length, 300)) : random.Next(Math.Max(30, length - 300), length);
            bytes[at] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => 0xFF, _ => (byte)(bytes[at] ^ 1 << random.Next(8)) };
        }
        for (var page = 0; page * PagedOutput.PageBytes < length; page++)
        {
            var content = bytes.AsSpan(page * PagedOutput.PageBytes, Math.Min(PagedOutput.PageBytes, length - page * PagedOutput.PageBytes));
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(length + 4 * page), (uint)XxHash3.HashToUInt64(content));
        }
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(bytes.Length - 8), Crc32.HashToUInt32(bytes.AsSpan(0, bytes.Length - 8)));
    }

    private static void ReadAll(RAMDirectory directory, Random random)
    {
        using var reader = DirectoryReader.Open(directory);
        var leaf = (AtomicReader)reader.Leaves[0].Reader;
        var ours = (BlockTerms)leaf.GetTerms(Name);
        var terms = ours.GetEnumerator();
        var steps = 0;
        while (steps++ < 10_000 && terms.MoveNext())
        {
            if (random.Next(4) > 0) continue;
            var documents = terms.DocsAndPositions(null, null);
            while (steps++ < 20_000 && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                for (var left = Math.Min(50, documents.Freq); left > 0; left--) documents.NextPosition();
        }
        var field = new FieldView(ours, 20, FieldView.NormsOf(ours, 20), null);
        var scorer = new PostingsScorer();
        for (var i = 0; i < 20; i++)
        {
            byte[][] words = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Encoding.UTF8.GetBytes(RandomTokens.Word((int)(100 * Math.Pow(random.NextDouble(), 2)))))];
            scorer.Begin(10);
            scorer.Run(field, 0, (Shape)random.Next(3), words, [1, 1, 1]);
            scorer.RunPrefix(field, words[0].AsSpan(0, 3), out _);
        }
    }

    private static byte[] Bytes(Lucene.Net.Store.Directory directory, string file)
    {
        using var input = directory.OpenInput(file, IOContext.READ);
        var bytes = new byte[input.Length];
        input.ReadBytes(bytes, 0, bytes.Length);
        return bytes;
    }
}
