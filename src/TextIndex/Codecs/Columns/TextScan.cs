// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TextIndex.Codecs.Columns;

/// <summary>Finds every occurrence of a string in UTF-16 text, two of its code units at once in as many places as a vector holds.</summary>
internal static unsafe class TextScan
{
    /// <summary>Bytes behind the last place that a scan may load, without believing them: the length of the string and two vectors.</summary>
    public const int Slack = 128;

    // Comparing candidates one by one costs at most this much a code unit of text; beyond it the scan that never looks back takes over.
    private const int MostComparedEach = 8;

    /// <summary>Adds every occurrence that begins in <c>[from, to)</c>, ascending, overlapping ones too.</summary>
    /// <param name="text">The text; readable up to <paramref name="to"/> + the string's length + <see cref="Slack"/> bytes.</param>
    /// <param name="from">First place.</param>
    /// <param name="to">Behind the last place; the string must fit before the end of the text at every place below.</param>
    /// <param name="pattern">What is looked for.</param>
    /// <param name="places">Receives the places.</param>
    public static void Find(char* text, int from, int to, UnitPattern pattern, PlaceBuffer places)
    {
        if (Vector512.IsHardwareAccelerated) Find512(text, from, to, pattern, places);
        else if (Vector256.IsHardwareAccelerated) Find256(text, from, to, pattern, places);
        else Find128(text, from, to, pattern, places);
    }

    private static void Find512(char* text, int from, int to, UnitPattern pattern, PlaceBuffer places)
    {
        var (first, second) = (pattern.FirstAnchor, pattern.SecondAnchor);
        var (a, b) = (Vector512.Create((ushort)pattern.Units[first]), Vector512.Create((ushort)pattern.Units[second]));
        var p = (ushort*)text + first;
        var q = (ushort*)text + second;
        var budget = BudgetFor(from, to);
        var at = from;
        for (; at + 64 <= to; at += 64)
        {
            var low = Vector512.Equals(Vector512.Load(p + at), a) & Vector512.Equals(Vector512.Load(q + at), b);
            var high = Vector512.Equals(Vector512.Load(p + at + 32), a) & Vector512.Equals(Vector512.Load(q + at + 32), b);
            if ((low | high) == Vector512<ushort>.Zero) continue;
            Take(text, at, low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 32, pattern, places, ref budget);
            if (budget < 0) break;
        }
        if (budget < 0) { FindLinear(text, at + 64, to, pattern, places); return; }
        for (; at < to; at += 32)
        {
            var low = Vector512.Equals(Vector512.Load(p + at), a) & Vector512.Equals(Vector512.Load(q + at), b);
            Take(text, at, Cut(low.ExtractMostSignificantBits(), to - at), pattern, places, ref budget);
        }
    }

    private static void Find256(char* text, int from, int to, UnitPattern pattern, PlaceBuffer places)
    {
        var (first, second) = (pattern.FirstAnchor, pattern.SecondAnchor);
        var (a, b) = (Vector256.Create((ushort)pattern.Units[first]), Vector256.Create((ushort)pattern.Units[second]));
        var p = (ushort*)text + first;
        var q = (ushort*)text + second;
        var budget = BudgetFor(from, to);
        for (var at = from; at < to; at += 32)
        {
            var low = Vector256.Equals(Vector256.Load(p + at), a) & Vector256.Equals(Vector256.Load(q + at), b);
            var high = Vector256.Equals(Vector256.Load(p + at + 16), a) & Vector256.Equals(Vector256.Load(q + at + 16), b);
            if ((low | high) == Vector256<ushort>.Zero) continue;
            Take(text, at, Cut(low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 16, to - at), pattern, places, ref budget);
            if (budget >= 0) continue;
            FindLinear(text, at + 32, to, pattern, places);
            return;
        }
    }

    private static void Find128(char* text, int from, int to, UnitPattern pattern, PlaceBuffer places)
    {
        var (first, second) = (pattern.FirstAnchor, pattern.SecondAnchor);
        var (a, b) = (Vector128.Create((ushort)pattern.Units[first]), Vector128.Create((ushort)pattern.Units[second]));
        var p = (ushort*)text + first;
        var q = (ushort*)text + second;
        var budget = BudgetFor(from, to);
        for (var at = from; at < to; at += 8)
        {
            var both = Vector128.Equals(Vector128.Load(p + at), a) & Vector128.Equals(Vector128.Load(q + at), b);
            if (both == Vector128<ushort>.Zero) continue;
            Take(text, at, Cut(both.ExtractMostSignificantBits(), to - at), pattern, places, ref budget);
            if (budget >= 0) continue;
            FindLinear(text, at + 8, to, pattern, places);
            return;
        }
    }

    private static long BudgetFor(int from, int to) => (long)MostComparedEach * Math.Max(0, to - from) + 4096;

    // Keeps the places before the end.
    private static ulong Cut(ulong found, int left) => left >= 64 ? found : found & ((1UL << left) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(char* text, int at, ulong found, UnitPattern pattern, PlaceBuffer places, ref long budget)
    {
        for (; found != 0; found &= found - 1)
        {
            var place = at + BitOperations.TrailingZeroCount(found);
            if (pattern.AnchorsAreAll ? !pattern.MaySplit || !pattern.Splits(text, place) : IsAt(text, place, pattern, ref budget)) places.Add(place);
        }
    }

    /// <summary>Tells whether the string stands at a place; comparing a long one is taken from the budget.</summary>
    public static bool IsAt(char* text, int place, UnitPattern pattern, ref long budget)
    {
        var units = pattern.Units.AsSpan();
        if (units.Length <= UnitPattern.Short)
        {
            for (var i = 0; i < units.Length; i++)
                if (text[place + i] != units[i]) return false;
            return !pattern.MaySplit || !pattern.Splits(text, place);
        }
        var same = units.CommonPrefixLength(new ReadOnlySpan<char>(text + place, units.Length));
        budget -= same;
        return same == units.Length && (!pattern.MaySplit || !pattern.Splits(text, place));
    }

    // Knuth, Morris and Pratt: linear where a comparison begun anew at each place is not, such as 100,000 哈 in 5,000,000 of them.
    private static void FindLinear(char* text, int from, int to, UnitPattern pattern, PlaceBuffer places)
    {
        var (units, borders) = (pattern.Units, pattern.Borders);
        var matched = 0;
        // An occurrence that begins before the end of the places reads on behind it; one that would begin behind is cut off by the bound.
        for (var i = from; i < to + units.Length - 1; i++)
        {
            while (matched > 0 && text[i] != units[matched]) matched = borders[matched - 1];
            if (text[i] == units[matched]) matched++;
            if (matched < units.Length) continue;
            var place = i + 1 - matched;
            if (!pattern.MaySplit || !pattern.Splits(text, place)) places.Add(place);
            matched = borders[matched - 1];
        }
    }
}
