// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TextIndex.Lac;

/// <summary>The logistic function and the hyperbolic tangent of many numbers at once, within 3e-7 of the exact value (a test measures it).</summary>
/// <remarks>
/// Only additions, products, quotients and bit shifts of single floats, each rounded as IEEE 754 says and none fused: every vector width, and the
/// machine without vectors, gives the same bits. e^-x is 2^n times a polynomial of the rest, which is at most ½ away from zero.
/// </remarks>
internal static class Activation
{
    private const float Farthest = 30f;                           // beyond, the answer is 0 or 1 to the last bit but a few
    private const float ToNearest = 12582912f;                    // 1.5 * 2^23: adding it rounds to a whole number
    private const float MinusLog2E = -1.44269504f;

    // (ln 2)^k / k!
    private const float C1 = 0.69314718f, C2 = 0.24022651f, C3 = 0.055504109f, C4 = 0.0096181291f, C5 = 0.0013333558f, C6 = 0.00015403530f;

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x)
    {
        x = Vector.Min(Vector.Max(x, new Vector<float>(-Farthest)), new Vector<float>(Farthest));
        var y = x * new Vector<float>(MinusLog2E);
        var shifted = y + new Vector<float>(ToNearest);
        var rest = y - (shifted - new Vector<float>(ToNearest));
        var power = new Vector<float>(C6);
        power = power * rest + new Vector<float>(C5);
        power = power * rest + new Vector<float>(C4);
        power = power * rest + new Vector<float>(C3);
        power = power * rest + new Vector<float>(C2);
        power = power * rest + new Vector<float>(C1);
        power = power * rest + Vector<float>.One;
        // The low bits of the shifted number are n; moved to the place of the exponent they multiply by 2^n.
        power = Vector.AsVectorSingle(Vector.AsVectorInt32(power) + Vector.ShiftLeft(Vector.AsVectorInt32(shifted), 23));
        return Vector<float>.One / (Vector<float>.One + power);
    }

    /// <summary>2 sigmoid(2x) - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        var sigmoid = Sigmoid(x + x);
        return sigmoid + sigmoid - Vector<float>.One;
    }
}
