// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Lac;

/// <summary>Weights as they were trained, in 32-bit floats: for checking the network and its compact weights against the reference.</summary>
/// <remarks>A sum is taken in the order of the rows and without fused steps, so it is the same at every vector width.</remarks>
internal readonly unsafe struct SingleNumbers : INumbers<float>
{
    private const int Block = LacWeights.Outputs;

    public static void Multiply(float* inputs, int rows, float* matrix, int depth, int columns, int* products)
    {
        var sums = (float*)products;
        for (var block = 0; block < columns; block += Block)
            for (var row = 0; row < rows; row++)
                for (var c = 0; c < Block; c += Vector<float>.Count)
                {
                    var sum = Vector<float>.Zero;
                    var weights = matrix + (long)block * depth + c;
                    for (var k = 0; k < depth; k++, weights += Block) sum += new Vector<float>(inputs[row * depth + k]) * Vector.Load(weights);
                    Vector.Store(sum, sums + row * columns + block + c);
                }
    }

    public static Vector<float> Read(int* products) => Vector.Load((float*)products);

    public static void Write(Vector<float> first, Vector<float> second, float* inputs)
    {
        Vector.Store(first, inputs);
        Vector.Store(second, inputs + Vector<float>.Count);
    }
}
