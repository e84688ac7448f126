// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs.Columns;

/// <summary>A folded string to look for, prepared once for all texts. Immutable but for its anchors; for one thread.</summary>
internal sealed unsafe class UnitPattern
{
    /// <summary>Strings up to this length are compared as often as one likes.</summary>
    public const int Short = 64;

    private int[]? _borders;

    /// <summary>Prepares a string.</summary>
    /// <param name="units">At least one code unit, none of them a barrier.</param>
    public UnitPattern(string units)
    {
        Units = units;
        StartsInside = char.IsLowSurrogate(units[0]);
        EndsInside = char.IsHighSurrogate(units[^1]);
        Anchor(0);
    }

    /// <summary>What is looked for.</summary>
    public string Units { get; }

    /// <summary>The code units that a scan compares first, as offsets in <see cref="Units"/>.</summary>
    public int FirstAnchor { get; private set; }

    /// <summary>The second of them; the same as the first where there is only one.</summary>
    public int SecondAnchor { get; private set; }

    /// <summary>True where the anchors are the whole string.</summary>
    public bool AnchorsAreAll => Units.Length <= 2;

    /// <summary>True where an occurrence may begin or end within a code point, which is none.</summary>
    public bool MaySplit => StartsInside || EndsInside;

    /// <summary>For each prefix, the length of the longest shorter one that it also ends with.</summary>
    public int[] Borders => _borders ??= BordersOf(Units);

    private bool StartsInside { get; }

    private bool EndsInside { get; }

    /// <summary>Chooses the pair that a scan compares first: the rarest one, where that is known.</summary>
    public void Anchor(int pair) => (FirstAnchor, SecondAnchor) = (pair, Math.Min(pair + 1, Units.Length - 1));

    /// <summary>Tells whether an occurrence cuts a code point in half. The text must be readable one code unit before and behind it.</summary>
    public bool Splits(char* text, int place) =>
        StartsInside && place > 0 && char.IsHighSurrogate(text[place - 1]) || EndsInside && char.IsLowSurrogate(text[place + Units.Length]);

    private static int[] BordersOf(string text)
    {
        var borders = new int[text.Length];
        for (int i = 1, length = 0; i < text.Length; i++)
        {
            while (length > 0 && text[i] != text[length]) length = borders[length - 1];
            if (text[i] == text[length]) length++;
            borders[i] = length;
        }
        return borders;
    }
}
