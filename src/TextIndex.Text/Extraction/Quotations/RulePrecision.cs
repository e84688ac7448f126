// SPDX-License-Identifier: MIT
using System.Collections.Frozen;

namespace TextIndex.Extraction.Quotations;

/// <summary>How often each rule gave the class that a reader gave, on labelled text; only rules with <see cref="Least"/> cases or more.</summary>
/// <remarks>Written by a test from the labels (UPDATE_GOLDEN=1), which also holds it to them; do not edit by hand.</remarks>
internal static class RulePrecision
{
    public const int Least = 20;

    private static readonly FrozenDictionary<string, (double Precision, int Count)> Measured = new Dictionary<string, (double, int)>(StringComparer.Ordinal)
    {
        // rules
        ["balanced"] = (0.94, 52),
        ["colon+clause"] = (1.00, 46),
        ["cue+clause"] = (0.96, 25),
        ["cue+colon"] = (0.99, 162),
        ["cue-after"] = (0.98, 41),
        ["default"] = (0.97, 434),
        ["old-book"] = (0.91, 23),
        ["sentence-inside"] = (0.92, 26),
        ["sentence-of-its-own"] = (1.00, 36),
        ["series"] = (0.97, 58),
        ["slogan-carrier"] = (1.00, 40),
        ["so-called"] = (1.00, 49),
        ["theme-frame"] = (0.94, 32),
        ["title-frame"] = (1.00, 51),
        // end
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The measured precision of a rule; null for one that has too few cases.</summary>
    public static double? Of(string rule) => Measured.TryGetValue(rule, out var measured) ? measured.Precision : null;
}
