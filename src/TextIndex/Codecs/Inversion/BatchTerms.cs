// SPDX-License-Identifier: MIT
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace TextIndex.Codecs.Inversion;

/// <summary>The distinct terms of a batch of documents, counted from 0 in the order in which they are met. For one thread.</summary>
internal sealed unsafe class BatchTerms(WordNumbers numbers) : IDisposable
{
    private readonly int[] _ids = numbers.Rent();           // by number: the term's place + 1
    private readonly List<Term> _terms = [];
    private int[] _slots = new int[1024];                   // of terms without a number: the term's place + 1
    private int _slotted;

    /// <summary>How many there are.</summary>
    public int Count => _terms.Count;

    /// <summary>The bytes of a term.</summary>
    public ReadOnlySpan<byte> this[int term] => _terms[term].Span;

    /// <summary>Finds or adds the term of a number.</summary>
    public int Of(int number)
    {
        ref var id = ref _ids[number];
        if (id != 0) return id - 1;
        var bytes = numbers.TermOf(number);
        _terms.Add(new Term(bytes, null, bytes.Length, number));
        id = _terms.Count;
        return id - 1;
    }

    /// <summary>Finds or adds a term by its bytes, which must stay as they are.</summary>
    public int Of(byte* bytes, int length)
    {
        if (2 * _slotted >= _slots.Length) GrowSlots();
        var term = new Term(null, bytes, length, -1);
        ref var slot = ref Find(term.Span);
        if (slot != 0) return slot - 1;
        _terms.Add(term);
        _slotted++;
        slot = _terms.Count;
        return slot - 1;
    }

    /// <summary>Gives the terms in the order of their bytes.</summary>
    public int[] Sorted()
    {
        var terms = CollectionsMarshal.AsSpan(_terms);
        var (prefixes, order) = (new ulong[terms.Length], new int[terms.Length]);
        for (var i = 0; i < order.Length; i++) (prefixes[i], order[i]) = (DictionaryWriter.PrefixOf(terms[i].Span), i);
        Array.Sort(prefixes, order);
        // Terms that begin alike in eight bytes: there are few.
        for (int first = 0, end; first < order.Length; first = end)
        {
            for (end = first + 1; end < order.Length && prefixes[end] == prefixes[first]; end++) { }
            if (end - first > 1) order.AsSpan(first, end - first).Sort((a, b) => _terms[a].Span.SequenceCompareTo(_terms[b].Span));
        }
        return order;
    }

    public void Dispose()
    {
        foreach (var term in _terms)
            if (term.Number >= 0) _ids[term.Number] = 0;
        numbers.Return(_ids);
    }

    private ref int Find(ReadOnlySpan<byte> term)
    {
        var mask = _slots.Length - 1;
        for (var at = (int)XxHash3.HashToUInt64(term) & mask; ; at = (at + 1) & mask)
            if (_slots[at] == 0 || _terms[_slots[at] - 1].Span.SequenceEqual(term)) return ref _slots[at];
    }

    private void GrowSlots()
    {
        var old = _slots;
        _slots = new int[2 * old.Length];
        foreach (var id in old)
            if (id != 0) Find(_terms[id - 1].Span) = id;
    }

    // Its bytes are those of a numbered word, or wait in the buffer.
    private readonly struct Term(byte[]? named, byte* waiting, int length, int number)
    {
        public int Number => number;

        public ReadOnlySpan<byte> Span => named ?? new ReadOnlySpan<byte>(waiting, length);
    }
}
