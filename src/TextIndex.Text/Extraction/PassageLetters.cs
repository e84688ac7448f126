// SPDX-License-Identifier: MIT
using TextIndex.Normalization;

namespace TextIndex.Extraction;

/// <summary>What two texts are compared by when one may repeat the other: letters folded, marks and blanks left out.</summary>
internal static class PassageLetters
{
    /// <summary>Letters that make an anchor: a passage is found where this many stand as in the source.</summary>
    public const int AnchorLength = 4;

    private const uint Multiplier = 0x9E3779B1;

    // Letters that texts exchange for each other: old and new writings of one word, and what one types for the other.
    private const string Exchanged = "得的地的底的唯惟维惟脩修毋无弗不迺乃馀余於于她他它他谘咨茍苟蓺艺彊强槃盘飡餐徧遍煖暖緜绵餽馈鼃蛙豫预智知";

    private static readonly char[] Table = Build();

    /// <summary>The letter that stands for a code unit; 0 for a mark or a blank.</summary>
    public static ReadOnlySpan<char> Of => Table;

    /// <summary>Mixes the letters of an anchor into a number of as many bits as wanted.</summary>
    public static int Hash(char first, char second, char third, char fourth, int bits) =>
        (int)(((((first * Multiplier + second) * Multiplier + third) * Multiplier + fourth) * Multiplier) >> (32 - bits));

    private static char[] Build()
    {
        var table = new char[0x10000];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) continue;
            table[i] = FoldTable.Basic[c] is var folded && folded != 0 ? folded : c;
        }
        for (var i = 0; i < Exchanged.Length; i += 2) table[Exchanged[i]] = Exchanged[i + 1];
        for (var i = 0; i < table.Length; i++)
            if (table[i] != 0 && table[table[i]] is var again && again != 0) table[i] = again;
        return table;
    }
}
