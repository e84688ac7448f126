// SPDX-License-Identifier: MIT
using System.Collections.Concurrent;
using System.Text;

namespace TextIndex.Codecs.Inversion;

/// <summary>What the numbers of words stand for while documents wait in memory; nothing of it is ever written. Safe to share between threads.</summary>
/// <param name="count">How many numbers there are.</param>
internal sealed class WordNumbers(int count)
{
    private const int PageBits = 12;

    private readonly byte[]?[]?[] _pages = new byte[]?[(count >> PageBits) + 1][];
    private readonly ConcurrentBag<int[]> _tables = [];

    /// <summary>Numbers are below this.</summary>
    public int Count => count;

    /// <summary>Remembers what a number stands for: the same string each time, without surrogates.</summary>
    public void Name(int number, ReadOnlySpan<char> word)
    {
        // Two threads may name one number: with the same bytes.
        var page = _pages[number >> PageBits] ?? Interlocked.CompareExchange(ref _pages[number >> PageBits], new byte[1 << PageBits][], null) ?? _pages[number >> PageBits]!;
        if (page[number & ((1 << PageBits) - 1)] is not null) return;
        var bytes = new byte[Encoding.UTF8.GetByteCount(word)];
        Encoding.UTF8.GetBytes(word, bytes);
        Volatile.Write(ref page[number & ((1 << PageBits) - 1)], bytes);
    }

    /// <summary>The bytes of the term that a number stands for.</summary>
    public byte[] TermOf(int number) =>
        _pages[number >> PageBits]?[number & ((1 << PageBits) - 1)] ?? throw new InvalidOperationException($"word {number} has no name");

    /// <summary>Lends a table of zeros with a place for each number; it is given back so.</summary>
    public int[] Rent() => _tables.TryTake(out var table) ? table : new int[count];

    /// <summary>Takes a table of zeros back.</summary>
    public void Return(int[] table) => _tables.Add(table);
}
