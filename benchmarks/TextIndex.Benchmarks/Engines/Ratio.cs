// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Benchmarks.Engines;

/// <summary>The median of ratios that were each taken within one round, with its 95 % interval: rounds drawn again a thousand times, with a fixed seed.</summary>
internal static class Ratio
{
    /// <summary>Takes the ratio of each round and tells their median.</summary>
    public static string Of<T>(IReadOnlyList<T> rounds, Func<T, double> ratio)
    {
        var ratios = rounds.Select(ratio).ToArray();
        var random = new Random(1);
        var medians = new double[1000];
        for (var i = 0; i < medians.Length; i++) medians[i] = At([.. ratios.Select(_ => ratios[random.Next(ratios.Length)]).Order()], 0.5);
        Array.Sort(medians);
        return string.Create(CultureInfo.InvariantCulture, $"{At([.. ratios.Order()], 0.5):F3} ({At(medians, 0.025):F3}–{At(medians, 0.975):F3})");
    }

    /// <summary>A quantile of sorted numbers.</summary>
    public static double At(double[] sorted, double quantile) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * quantile))];
}
