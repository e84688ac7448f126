// SPDX-License-Identifier: MIT
using TextIndex.Codecs;
using Xunit;

namespace TextIndex.Tests.Codecs;

public sealed unsafe class BlockPackingTests
{
    private const int Seed = 20261122;

    [Fact]
    public void A_block_comes_back_at_every_width_in_both_orders()
    {
        var random = new Random(Seed);
        var numbers = new int[BlockPacking.Size];
        var packed = new byte[16 * BlockPacking.MostBits + BlockPacking.Overread];
        var (vector, scalar) = (new int[BlockPacking.Size], new int[BlockPacking.Size]);
        for (var bits = 0; bits <= BlockPacking.MostBits; bits++)
        {
            for (var i = 0; i < numbers.Length; i++) numbers[i] = random.Next(1 << bits);
            random.NextBytes(packed);                        // what stands behind a block must not matter
            foreach (var sumOrder in new[] { false, true })
            {
                var laid = new int[BlockPacking.Size];
                for (var i = 0; i < laid.Length; i++) laid[sumOrder ? BlockPacking.Slot(i) : i] = numbers[i];
                fixed (byte* p = packed) RunningBits.Pack(laid, bits, p);
                fixed (byte* p = packed)
                fixed (int* v = vector, s = scalar)
                {
                    BlockPacking.Unpack(p, bits, 3, BlockPacking.Size, v);
                    BlockPacking.UnpackScalar(p, bits, 3, BlockPacking.Size, s);
                    Assert.Equal(scalar, vector);
                    for (var i = 0; i < numbers.Length; i++)
                    {
                        var place = sumOrder ? BlockPacking.Slot(i) : i;
                        Assert.Equal(numbers[i] + 3, vector[place]);
                        Assert.Equal(numbers[i], BlockPacking.At(p, bits, place));
                        Assert.Equal(i, BlockPacking.Ordinal(BlockPacking.Slot(i)));
                    }
                    if (!sumOrder) continue;
                    BlockPacking.UnpackSums(p, bits, 1, 7, v);
                    BlockPacking.UnpackScalar(p, bits, 1, BlockPacking.Size, s);
                    BlockPacking.SumRows(7, s);
                    Assert.Equal(scalar, vector);
                    var sum = 7;
                    for (var i = 0; i < numbers.Length; i++) Assert.Equal(sum += numbers[i] + 1, vector[BlockPacking.Slot(i)]);
                }
            }
        }
    }

    [Fact]
    public void Fewer_numbers_come_back_at_every_width()
    {
        var random = new Random(Seed);
        var packed = new byte[16 * BlockPacking.MostBits + BlockPacking.Overread];
        var (vector, scalar) = (new int[BlockPacking.Size], new int[BlockPacking.Size]);
        for (var bits = 0; bits <= BlockPacking.MostBits; bits++)
        {
            for (var count = 1; count <= BlockPacking.Size; count += random.Next(1, 9))
            {
                int[] numbers = [.. Enumerable.Range(0, count).Select(_ => random.Next(1 << bits))];
                random.NextBytes(packed);
                fixed (byte* p = packed) RunningBits.Pack(numbers, bits, p);
                random.NextBytes(packed.AsSpan(BlockPacking.BytesFor(count, bits)));
                fixed (byte* p = packed)
                fixed (int* v = vector, s = scalar)
                {
                    BlockPacking.Unpack(p, bits, 1, count, v);
                    BlockPacking.UnpackScalar(p, bits, 1, count, s);
                    for (var i = 0; i < count; i++) Assert.Equal((numbers[i] + 1, numbers[i] + 1), (vector[i], scalar[i]));
                    BlockPacking.UnpackRunningSums(p, bits, 7, count, v);
                    BlockPacking.UnpackScalar(p, bits, 0, count, s);
                    BlockPacking.SumRunning(7, count, s);
                    Assert.Equal(scalar.AsSpan(0, count).ToArray(), vector.AsSpan(0, count).ToArray());
                    Assert.Equal(7 + numbers.Sum(), vector[count - 1]);
                }
            }
        }
    }

    [Fact]
    public void Positions_come_back_at_every_width()
    {
        var random = new Random(Seed);
        for (var bits = 0; bits <= PositionBlock.MostBits; bits++)
        {
            using var bytes = new GrowingBytes();
            var numbers = new int[random.Next(1, 300)];
            for (var i = 0; i < numbers.Length; i++) numbers[i] = (int)random.NextInt64(1L << bits);
            numbers[0] = (int)((1L << bits) - 1);
            PositionBlock.Write(bytes, numbers);
            Assert.Equal(bits, bytes.Pointer[0]);
            Assert.Equal(PositionBlock.BytesFor(numbers.Length, bits), bytes.Length);
            for (var i = 0; i < numbers.Length; i++) Assert.Equal(numbers[i], PositionBlock.At(bytes.Pointer + 1, (long)i * bits, (1ul << bits) - 1));
        }
    }

    [Fact]
    public void A_kept_list_is_written_as_one_that_comes_whole()
    {
        var random = new Random(Seed);
        var spans = new List<(PostingsEntry Whole, PostingsEntry FromKept)>();
        using var directory = new Lucene.Net.Store.RAMDirectory();
        using var output = new PagedOutput(directory.CreateOutput("_0.xtl", Lucene.Net.Store.IOContext.DEFAULT), "Kept", 0);
        for (var round = 0; round < 200; round++)
        {
            // Short and long lists, dense ones, gaps and frequencies too wide to be packed.
            var documentCount = round % 50 == 0 ? 1 << 26 : random.Next(300, 20_000);
            var documents = new SortedSet<int>();
            var wanted = random.Next(2, random.Next(3) == 0 ? documentCount > 1 << 20 ? 300 : documentCount : 200);
            while (documents.Count < wanted) documents.Add(random.Next(documentCount));
            var widest = random.Next(1, random.Next(10) == 0 ? 1 << 30 : 40);
            var frequencies = documents.Select(_ => random.Next(2) == 0 ? 1 : random.Next(1, widest + 1)).ToArray();
            var norms = new float[documentCount];
            foreach (var document in documents) norms[document] = (float)(0.1 + 3 * random.NextDouble());
            var positions = Enumerable.Range(0, (documents.Count + 127) / 128).Select(block => (uint)block).ToArray();

            using var kept = new TextIndex.Codecs.GrowingBytes();
            var (block, before) = (new PostingsBlock(), 0);
            foreach (var (document, frequency) in documents.Zip(frequencies))
            {
                block.Add(document - before, frequency);
                before = document;
                if (block.IsFull) block.WriteTo(kept);
            }
            block.WriteTo(kept);
            kept.Write(new byte[BlockPacking.Overread]);

            PostingsEntry whole = default, fromKept = default;
            using var writer = new PostingsWriter(output, documentCount);
            writer.Write(documents.ToArray(), frequencies, positions, norms, ref whole);
            writer.Write(new PostingsBlock.Reader(kept.Pointer, documents.Count), BlockPacking.BitsFor(frequencies), positions, norms, ref fromKept);
            Assert.Equal(whole with { Postings = 0 }, fromKept with { Postings = 0 });
            var most = documents.Select((document, i) => frequencies[i] / (frequencies[i] + norms[document])).Max();
            Assert.Equal(most, whole.Most);
            spans.Add((whole, fromKept));
        }
        output.Finish();
        output.Dispose();
        using var file = new PagedFile(directory, "_0.xtl", Lucene.Net.Store.IOContext.READ, "Kept", 0);
        foreach (var (whole, fromKept) in spans)
            Assert.True(Of(whole).SequenceEqual(Of(fromKept)));

        ReadOnlySpan<byte> Of(PostingsEntry entry) => new(file.Touch(entry.Postings, entry.PostingsLength), (int)entry.PostingsLength);
    }

    [Fact]
    public void Many_streams_grow_at_once()
    {
        var random = new Random(Seed);
        using var pool = new ChainedBytes();
        var chains = new ChainedBytes.Chain[50];
        var expected = chains.Select(_ => new List<ulong>()).ToArray();
        for (var i = 0; i < 200_000; i++)
        {
            var at = (int)(chains.Length * Math.Pow(random.NextDouble(), 4));
            var value = (ulong)random.NextInt64(1L << random.Next(1, 50));
            pool.Add(ref chains[at], value);
            expected[at].Add(value);
        }
        for (var at = 0; at < chains.Length; at++)
        {
            var reader = pool.Read(chains[at]);
            foreach (var value in expected[at]) Assert.Equal(value, reader.Next());
        }
    }

    [Theory]
    [InlineData(0.2f, 300.0, 450.0), InlineData(0.9f, 10.0, 4000.0), InlineData(0.5f, 300.0, 200.0)]
    public void A_bound_holds_for_another_average(float most, double average, double newAverage)
    {
        var bound = LengthNorms.Rebase(most, LengthNorms.LeastFactor(average, newAverage));
        foreach (var length in new[] { 0, 1, 10, 100, 1000, 100_000 })
        {
            // The frequency that reaches the bound with this length.
            var frequency = most * LengthNorms.Of(length, average) / (1 - most);
            Assert.True(frequency / (frequency + LengthNorms.Of(length, newAverage)) <= bound * 1.000001f);
        }
    }
}
