// SPDX-License-Identifier: MIT
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace TextIndex.Lac.Tests;

public unsafe class IntegerNumbersTests
{
    private static readonly int Seed = Random.Shared.Next();

    private delegate void Product(short* inputs, int rows, short* matrix, int depth, int columns, int* products);

    [Fact]
    public void Every_vector_width_multiplies_as_the_plain_way()
    {
        var random = new Random(Seed);
        for (var draw = 0; draw < 60; draw++)
        {
            var (rows, depth, columns) = (random.Next(1, 14), 128 * random.Next(1, 3), 64 * random.Next(1, 7));
            // At the bound: one large weight, and a column whose sizes sum up to what the builder allows.
            var inputs = Enumerable.Range(0, rows * depth).Select(_ => (short)(random.Next(3) == 0 ? LacWeights.One * (random.Next(2) * 2 - 1) : random.Next(-LacWeights.One, LacWeights.One + 1))).ToArray();
            var matrix = Enumerable.Range(0, depth * columns).Select(_ => (short)random.Next(-1000, 1001)).ToArray();
            for (var i = 0; i < 64; i++) matrix[random.Next(matrix.Length)] = (short)(random.Next(2) == 0 ? short.MaxValue : -short.MaxValue);
            var expected = Multiply(IntegerNumbers.MultiplyOneByOne, inputs, rows, matrix, depth, columns);
            if (Avx512BW.IsSupported) Equal(IntegerNumbers.MultiplyBy512);
            if (Avx2.IsSupported) Equal(IntegerNumbers.MultiplyBy256);
            if (Vector128.IsHardwareAccelerated) Equal(IntegerNumbers.MultiplyBy128);
            Equal(IntegerNumbers.Multiply);

            void Equal(Product product) => Assert.True(expected.SequenceEqual(Multiply(product, inputs, rows, matrix, depth, columns)),
                $"seed {Seed}, draw {draw}: {product.Method.Name} of {rows} rows, depth {depth}, {columns} columns");
        }
    }

    [Fact]
    public void No_sum_of_the_embedded_weights_can_leave_32_bits()
    {
        var bytes = TextIndex.Primitives.EmbeddedData.Read("lac-small", typeof(LacModel).Assembly);
        fixed (byte* data = bytes)
        {
            var weights = new LacWeights(data, bytes.Length);
            for (var direction = 0; direction < 4; direction++)
            {
                Bounded((short*)weights.Input(direction), direction < 2 ? 128 : 256, LacWeights.Columns);
                Bounded((short*)weights.GateMatrix(direction), 128, LacWeights.Gates);
                Bounded((short*)weights.CandidateMatrix(direction), 128, LacWeights.Width);
            }
            Bounded((short*)weights.Emission, 256, LacWeights.Outputs);
            for (var i = 0L; i < (long)weights.RowCount * LacWeights.Width; i++) Assert.InRange(((short*)weights.Embeddings)[i], -LacWeights.One, LacWeights.One);
        }

        static void Bounded(short* matrix, int depth, int columns)
        {
            var sums = new long[columns];
            for (var i = 0; i < depth * columns; i++) sums[i / (64 * depth) * 64 + i % 128 / 2] += Math.Abs((int)matrix[i]);
            Assert.All(sums, sum => Assert.InRange(sum * LacWeights.One, 0, int.MaxValue));
        }
    }

    private static int[] Multiply(Product product, short[] inputs, int rows, short[] matrix, int depth, int columns)
    {
        var products = new int[rows * columns];
        fixed (short* x = inputs, w = matrix)
        fixed (int* p = products) product(x, rows, w, depth, columns, p);
        return products;
    }
}
