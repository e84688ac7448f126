// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using TextIndex.Primitives;

namespace TextIndex.Normalization;

// Data/fold.bin, little-endian:
//   file  := magic:u32 pairs:i32 pair*         pair := from:i32 to:i32, code points, ascending by from
// Only code points that change are listed. A pair already holds the whole rule (lower case, then width, then traditional to simplified by
// the first target of OpenCC's TSCharacters), so folding is one look-up. Built by src/TextIndex.DataBuilder (fold), never by hand: the
// runtime's own case tables may differ between machines, and an index must not.
internal static class FoldTable
{
    public const uint Magic = 0x31444C46; // "FLD1"

    private static readonly Tables Loaded = Load();

    /// <summary>Folds of the code points below U+10000. 0 stands for "folds beyond U+FFFF": ask <see cref="Fold(int)"/>.</summary>
    public static ReadOnlySpan<char> Basic => Loaded.Basic;

    /// <summary>Folds one code point.</summary>
    public static int Fold(int codePoint) =>
        codePoint < 0x10000 && Loaded.Basic[codePoint] is var folded && (folded != 0 || codePoint == 0) ? folded
        : Loaded.Other.GetValueOrDefault(codePoint, codePoint);

    private sealed record Tables(char[] Basic, Dictionary<int, int> Other);

    private static Tables Load()
    {
        var bytes = EmbeddedData.Read("fold");
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new InvalidOperationException("The embedded fold table is not the one this version was built with.");
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var basic = new char[0x10000];
        for (var i = 0; i < basic.Length; i++) basic[i] = (char)i;
        var other = new Dictionary<int, int>();
        for (var i = 0; i < count; i++)
        {
            var pair = bytes.Slice(8 + 8 * i, 8);
            var from = BinaryPrimitives.ReadInt32LittleEndian(pair);
            var to = BinaryPrimitives.ReadInt32LittleEndian(pair[4..]);
            if (from < 0x10000 && to < 0x10000) { basic[from] = (char)to; continue; }
            if (from < 0x10000) basic[from] = '\0';
            other[from] = to;
        }
        return new Tables(basic, other);
    }
}
