// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TextIndex.Segmentation;

/// <summary>Gives words as strings, and mostly one that was given before: common words are few, and most words of a text are common.</summary>
/// <remarks>
/// One table for the process, as strings do not depend on who cut them; it is made with the first string and keeps at most <see cref="SlotCount"/> strings of
/// at most <see cref="LongestKept"/> code units, below two megabytes in all. A slot belongs to the first word that claims its key, for good: so a key that
/// matches tells the word without a look at the string, threads need no lock, and the worst that may happen is that a word is made twice.
/// </remarks>
internal static class WordStrings
{
    public const int LongestKept = 4, SlotCount = 1 << SlotBits;

    private const int SlotBits = 15;

    private struct Slot
    {
        public ulong Key;
        public string? Word;
    }

    private static class Kept
    {
        public static readonly Slot[] Slots = new Slot[SlotCount];
    }

    /// <summary>Gives the string with these code units.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        // The last unit of a key is not 0, so the key tells the length too, and no key is 0.
        if ((uint)(word.Length - 1) >= LongestKept || word[^1] == 0) return word.ToString();
        var key = KeyOf(ref MemoryMarshal.GetReference(word), word.Length);
        var place = (int)(key * 0x9E3779B97F4A7C15 >> (64 - SlotBits));
        var slots = Kept.Slots;
        ref var slot = ref slots[place];
        if (Volatile.Read(ref slot.Key) != key) slot = ref slots[place ^ 1];
        if (Volatile.Read(ref slot.Key) == key && Volatile.Read(ref slot.Word) is { } kept) return kept;
        return Keep(word.ToString(), key, place);
    }

    // Claims a slot with its key, then shows the string; who comes between the two makes a string of its own.
    private static string Keep(string word, ulong key, int place)
    {
        var slots = Kept.Slots;
        for (var i = 0; i < 2; i++)
        {
            ref var slot = ref slots[place ^ i];
            var owner = Volatile.Read(ref slot.Key);
            if (owner == 0) owner = Interlocked.CompareExchange(ref slot.Key, key, 0);
            else if (owner == key) return word;
            if (owner != 0) continue;
            Volatile.Write(ref slot.Word, word);
            return word;
        }
        return word;
    }

    // The code units themselves, 16 bits each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(ref char first, int length)
    {
        if (length == 1) return first;
        ref var bytes = ref Unsafe.As<char, byte>(ref first);
        if (length == 4) return Unsafe.ReadUnaligned<ulong>(ref bytes);
        ulong head = Unsafe.ReadUnaligned<uint>(ref bytes);
        return length == 2 ? head : head | (ulong)Unsafe.Add(ref first, 2) << 32;
    }
}
