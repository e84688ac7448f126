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
                BlockPacking.Pack(numbers, bits, sumOrder, packed);
                fixed (byte* p = packed)
                fixed (int* v = vector, s = scalar)
                {
                    BlockPacking.Unpack(p, bits, 3, v);
                    BlockPacking.UnpackScalar(p, bits, 3, s);
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
                    BlockPacking.UnpackScalar(p, bits, 1, s);
                    BlockPacking.SumRows(7, s);
                    Assert.Equal(scalar, vector);
                    var sum = 7;
                    for (var i = 0; i < numbers.Length; i++) Assert.Equal(sum += numbers[i] + 1, vector[BlockPacking.Slot(i)]);
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
    public void Many_streams_grow_at_once()
    {
        var random = new Random(Seed);
        var pool = new ChainedBytes();
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
