// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Codecs.Columns;
using Xunit;

namespace TextIndex.Tests.Codecs.Columns;

/// <summary>A text column gives back what was written, and its finder finds what a naive scan finds: whatever the chunks, the blocks, the pairs.</summary>
public sealed unsafe class TextColumnTests : IDisposable
{
    private const int Seed = 20261122;
    private readonly List<nint> _memory = [];

    public void Dispose() => _memory.ForEach(at => NativeMemory.Free((void*)at));

    [Fact]
    public void A_column_gives_back_its_documents_with_their_marks()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 30; round++)
        {
            var documents = Enumerable.Range(0, random.Next(1, 40)).Select(_ => Draw(random, random.Next(round < 10 ? 20 : 3000), 3)).ToList();
            var column = Write(documents, chunkUnits: random.Next(1, 5000), null, out _);
            var value = new BytesRef();
            for (var i = 0; i < documents.Count; i++)
            {
                Assert.Equal(documents[i], column.TextOf(i).ToString());
                column.Get(i, value);
                Assert.Equal(ValueOf(documents[i]), value.Bytes.AsSpan(value.Offset, value.Length).ToArray());
            }
        }
    }

    [Theory]
    [InlineData(200_000, 3, 60_000)]            // few kinds of code units: long lists, bit sets
    [InlineData(300_000, 3000, 100_000)]        // many: short ones
    [InlineData(2_300_000, 400, 1_100_000)]     // long enough for lists of places
    public void The_finder_finds_what_a_naive_scan_finds(int units, int kinds, int chunkUnits)
    {
        var random = new Random(Seed);
        var documents = new List<string>();
        for (var left = units; left > 0; left -= documents[^1].Length + 1) documents.Add(Draw(random, random.Next(Math.Min(left, 9000)) + 1, kinds));
        var column = Write(documents, Math.Max(chunkUnits, ChunkSizes.Default.SmallestIndexed), (first, second) => (first + second) % 3 == 0, out var file);
        foreach (var chunk in column.Chunks) Assert.True(chunk.HasSoundPairs());
        for (var draw = 0; draw < 120; draw++)
        {
            var document = documents[random.Next(documents.Count)];
            var start = random.Next(document.Length);
            var length = Math.Min(document.Length - start, random.Next(10) switch { 0 => 1, 1 => 40 + random.Next(100), 2 => 1000, _ => 2 + random.Next(6) });
            var literal = document.Substring(start, length).Replace("\n", "", StringComparison.Ordinal);
            // A piece turned round is mostly nowhere, though each of its pairs may be somewhere.
            if (random.Next(4) == 0) literal = string.Concat(literal.Reverse());
            if (literal.Length == 0) continue;
            Assert.True(Naive(documents, literal).SequenceEqual(Found(column, literal)), $"seed {Seed}, draw {draw}, {literal.Length} code units at {start}");
        }
        Assert.NotEqual(0, file.Length);
    }

    [Fact]
    public void Half_a_code_point_is_found_only_where_it_stands_alone()
    {
        string[] documents = ["\uD83D\uDE00\uDE00", "\uD83D", "a\uD83Db\uDE00", "\uD83D\uD83D\uDE00", "\uDE00\uD83D"];
        var column = Write(documents, 1000, null, out _);
        Assert.Equal([(0, 2), (2, 3), (4, 0)], Found(column, "\uDE00"));
        Assert.Equal([(1, 0), (2, 1), (3, 0), (4, 1)], Found(column, "\uD83D"));
        Assert.Equal([(0, 0), (3, 1)], Found(column, "\uD83D\uDE00"));
        Assert.Equal([(4, 0)], Found(column, "\uDE00\uD83D"));
    }

    [Fact]
    public void A_huge_string_in_a_text_of_one_character_takes_no_square_of_its_length()
    {
        var text = new string('哈', 3_000_000);
        var column = Write([text], 1000, null, out _);
        Assert.Equal(2_900_001, Found(column, new string('哈', 100_000)).Count);
        Assert.Empty(Found(column, new string('哈', 100_000) + "嘿"));
    }

    [Fact]
    public void Numbers_that_ascend_come_back_from_their_gaps()
    {
        var random = new Random(Seed);
        var writer = new GapWriter();
        for (var round = 0; round < 2000; round++)
        {
            var numbers = new SortedSet<int>();
            var most = 1 << random.Next(1, 31);
            for (var left = random.Next(1, 300); left > 0; left--) numbers.Add(random.Next(most));
            if (random.Next(3) == 0) foreach (var number in numbers.ToArray()) for (var i = 1; i < 40 && number < int.MaxValue - 40; i++) numbers.Add(number + i);
            writer.Write([.. numbers]);
            var bytes = (byte*)NativeMemory.Alloc((nuint)writer.Written.Length + GapReader.Slack);
            _memory.Add((nint)bytes);
            writer.Written.CopyTo(new Span<byte>(bytes, writer.Written.Length));
            new Span<byte>(bytes + writer.Written.Length, GapReader.Slack).Fill(0xFF);
            var reader = new GapReader(bytes, writer.Written.Length);
            var found = new int[numbers.Count + 1];
            var count = 0;
            for (var room = 1; room > 0 && count < found.Length; count += room) room = reader.Read(found.AsSpan(count, Math.Min(found.Length - count, 1 + random.Next(200))));
            Assert.True(numbers.SequenceEqual(found.Take(count)), $"seed {Seed}, round {round}");
        }
    }

    [Fact]
    public void A_changed_byte_is_told_or_is_not_looked_at_and_never_leads_outside()
    {
        var random = new Random(Seed);
        var documents = Enumerable.Range(0, 60).Select(_ => Draw(random, random.Next(4000), 200)).ToList();
        var bytes = WriteBytes(documents, ChunkSizes.Default.SmallestIndexed, out var hashes, out var places);
        var literals = documents.Where(document => document.Length > 10).Select(document => document[5..8]).Take(5).ToList();
        var right = literals.ConvertAll(literal => Naive(documents, literal));
        var told = 0;
        for (var draw = 0; draw < (Repository.Slow ? 20_000 : 400); draw++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            // First with the hashes of what was written, then with hashes of the damage, as a hostile writer would have it.
            foreach (var isHostile in (bool[])[false, true])
            {
                try
                {
                    var file = Load(damaged, isHostile ? Hash(damaged) : hashes);
                    var column = new TextColumn(file, [.. places.Select(place => new TextChunk(file, place))], documents.Count);
                    for (var i = 0; i < literals.Count; i++)
                    {
                        var found = Found(column, literals[i]);
                        if (!isHostile) Assert.Equal(right[i], found);
                    }
                    for (var i = 0; i < documents.Count; i += 7) _ = column.TextOf(i).Length;
                }
                catch (FormatException)
                {
                    told++;
                }
                Dispose();
                _memory.Clear();
            }
        }
        Assert.NotEqual(0, told);
    }

    private TextColumn Write(IReadOnlyList<string> documents, int chunkUnits, PairFilter? filter, out ColumnFile file)
    {
        var bytes = WriteBytes(documents, chunkUnits, out var hashes, out var places, filter);
        var loaded = file = Load(bytes, hashes);
        return new TextColumn(file, [.. places.Select(place => new TextChunk(loaded, place))], documents.Count);
    }

    private static byte[] WriteBytes(IReadOnlyList<string> documents, int chunkUnits, out ulong[] hashes, out List<TextChunkPlace> places, PairFilter? filter = null)
    {
        var output = new RAMOutputStream();
        var pages = new PageWriter(output);
        using var writer = new TextColumnWriter(pages, filter, ChunkSizes.Default with { Units = chunkUnits });
        foreach (var document in documents) writer.Add(ValueOf(document));
        writer.Finish();
        pages.Close();
        var bytes = new byte[pages.Position];
        output.WriteTo(bytes, 0);
        (hashes, places) = (pages.Hashes.ToArray(), writer.Chunks);
        return bytes;
    }

    private ColumnFile Load(byte[] bytes, ulong[] hashes)
    {
        var memory = (byte*)NativeMemory.AllocZeroed((nuint)(bytes.Length + ColumnFile.Slack));
        _memory.Add((nint)memory);
        bytes.CopyTo(new Span<byte>(memory, bytes.Length));
        return new ColumnFile(memory, bytes.Length, hashes, "(test)");
    }

    private static ulong[] Hash(byte[] bytes) => [.. bytes.Chunk(1 << ColumnFile.PageBits).Select(page => ColumnFile.HashOf(page))];

    private static byte[] ValueOf(string text)
    {
        var cuts = new byte[TextValue.CutBytesFor(text.Length)];
        for (var i = 0; i < text.Length; i++)
            if (i == 0 || text[i] % 3 == 0) cuts[i >> 3] |= (byte)(1 << (i & 7));
        var value = new byte[TextValue.LengthFor(text.Length)];
        TextValue.Write(text, cuts, value);
        return value;
    }

    // Code units of very unequal frequency, some barriers, some surrogates in and out of pairs.
    private static string Draw(Random random, int length, int kinds)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            var kind = (int)(kinds * Math.Pow(random.NextDouble(), 3));
            if (kind % 50 == 49) text.Append('\n');
            else if (kind % 50 == 48) text.Append("\U00020BDF");
            else if (kind % 500 == 47) text.Append('\uDE00');
            else text.Append((char)(0x4E00 + kind));
        }
        return text.ToString();
    }

    private static List<(int Document, int Place)> Naive(IReadOnlyList<string> documents, string literal)
    {
        var places = new List<(int, int)>();
        for (var i = 0; i < documents.Count; i++)
        {
            var text = documents[i];
            for (var at = text.IndexOf(literal, StringComparison.Ordinal); at >= 0; at = text.IndexOf(literal, at + 1, StringComparison.Ordinal))
                if (!Splits(text, at) && !Splits(text, at + literal.Length)) places.Add((i, at));
        }
        return places;
    }

    private static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static List<(int Document, int Place)> Found(TextColumn column, string literal)
    {
        var places = new List<(int, int)>();
        var finder = new TextFinder(new UnitPattern(literal));
        foreach (var chunk in column.Chunks)
        {
            foreach (var place in finder.Find(chunk))
            {
                var document = chunk.DocumentAt(place);
                places.Add((chunk.FirstDocument + document, place - chunk.BoundsOf(document).Start));
            }
        }
        return places;
    }
}
