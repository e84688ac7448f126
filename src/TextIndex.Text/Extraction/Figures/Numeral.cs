// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Figures;

/// <summary>A number read from a folded text.</summary>
/// <param name="Length">Code units it takes.</param>
/// <param name="Value">The number, the lower one of two (三四百).</param>
/// <param name="Upper">The upper one of two; null for one.</param>
/// <param name="Approximation">What 余, 多, 来, 几, 数 inside it say.</param>
/// <param name="IsArabic">True where it is written with 0 to 9.</param>
/// <param name="IsPositional">True for digits one after the other: 2023, 二〇二三.</param>
internal readonly record struct Numeral(int Length, decimal Value, decimal? Upper, Approximation Approximation, bool IsArabic, bool IsPositional);
