// SPDX-License-Identifier: MIT
using System.Numerics;
using Xunit;

namespace TextIndex.Lac.Tests;

public class ActivationTests
{
    [Fact]
    public void They_are_within_3e7_of_the_exact_values()
    {
        var (farthestSigmoid, farthestTanh) = (0.0, 0.0);
        for (var i = -4_000_000; i <= 4_000_000; i += 7)
        {
            var x = i / 100_000f;
            farthestSigmoid = Math.Max(farthestSigmoid, Math.Abs(Activation.Sigmoid(new Vector<float>(x))[0] - 1 / (1 + Math.Exp(-(double)x))));
            farthestTanh = Math.Max(farthestTanh, Math.Abs(Activation.Tanh(new Vector<float>(x))[0] - Math.Tanh(x)));
        }
        Assert.InRange(farthestSigmoid, 0, 1.5e-7);
        Assert.InRange(farthestTanh, 0, 3e-7);
    }

    [Theory]
    [InlineData(0f, 0.5f, 0f)]
    [InlineData(1e30f, 1f, 1f)]
    [InlineData(float.PositiveInfinity, 1f, 1f)]
    public void They_keep_their_bounds(float x, float sigmoid, float tanh)
    {
        Assert.Equal(sigmoid, Activation.Sigmoid(new Vector<float>(x))[0]);
        Assert.Equal(tanh, Activation.Tanh(new Vector<float>(x))[0]);
        Assert.Equal(-tanh, Activation.Tanh(new Vector<float>(-x))[0]);
        Assert.InRange(Activation.Sigmoid(new Vector<float>(-x))[0], 0f, 0.5f);
    }
}
