// SPDX-License-Identifier: MIT
// After Fowler, Noll and Vo; FNV-1a with 128 bits.

namespace TextIndex.Primitives;

/// <summary>Names a content by 128 bits: for telling contents apart, not for security.</summary>
/// <remarks>Not SHA-256: loading a cryptography library costs a cold start more than reading the dictionary does.</remarks>
internal struct Fingerprint128
{
    private static readonly UInt128 Prime = new(0x0000000001000000, 0x000000000000013B);

    private UInt128 _state;

    public Fingerprint128() => _state = new UInt128(0x6C62272E07BB0142, 0x62B821756295C58D);

    public readonly UInt128 Value => _state;

    /// <summary>Adds UTF-16 code units, whatever they are.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var unit in text) Add(unit);
    }

    /// <summary>Adds a number of 64 bits, low half first.</summary>
    public void Add(long number)
    {
        for (var shift = 0; shift < 64; shift += 16) Add((ushort)(number >> shift));
    }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes) _state = (_state ^ one) * Prime;
    }

    public override readonly string ToString() => Format(_state);

    public static string Format(UInt128 value) => value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    private void Add(ushort unit)
    {
        _state = (_state ^ (byte)unit) * Prime;
        _state = (_state ^ (byte)(unit >> 8)) * Prime;
    }
}
