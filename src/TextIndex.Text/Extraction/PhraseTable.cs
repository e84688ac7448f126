// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction;

/// <summary>A fixed list of short phrases that is asked what stands at a place of a folded text. Safe to share between threads.</summary>
internal sealed class PhraseTable
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _phrases;
    private readonly int _longest;

    // By the low bits of a character: the longest phrase that begins, or ends, with such a one. Most places are passed over by one look.
    private readonly byte[] _beginning = new byte[Slots];
    private readonly byte[] _ending = new byte[Slots];

    private const int Slots = 1024;

    /// <param name="phrases">The phrases, divided by blanks or <c>|</c>, in any script: they are folded here.</param>
    public PhraseTable(string phrases)
    {
        var set = new HashSet<string>(StudyText.Fold(phrases).Split([' ', '|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        _phrases = set.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var phrase in set)
        {
            _longest = Math.Max(_longest, phrase.Length);
            Raise(ref _beginning[phrase[0] % Slots], phrase.Length);
            Raise(ref _ending[phrase[^1] % Slots], phrase.Length);
        }

        static void Raise(ref byte longest, int length) => longest = (byte)Math.Max(longest, Math.Min(length, byte.MaxValue));
    }

    public bool Contains(ReadOnlySpan<char> phrase) => phrase.Length <= _longest && _phrases.Contains(phrase);

    /// <summary>Length of the longest phrase that starts at <paramref name="start"/>; 0 for none.</summary>
    public int StartingAt(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length) return 0;
        for (var length = Math.Min(_beginning[text[start] % Slots], text.Length - start); length > 0; length--)
            if (_phrases.Contains(text.Slice(start, length))) return length;
        return 0;
    }

    /// <summary>Length of the longest phrase that ends just before <paramref name="end"/>; 0 for none.</summary>
    public int EndingAt(ReadOnlySpan<char> text, int end)
    {
        if (end <= 0) return 0;
        for (var length = Math.Min(_ending[text[end - 1] % Slots], end); length > 0; length--)
            if (_phrases.Contains(text.Slice(end - length, length))) return length;
        return 0;
    }

    /// <summary>Finds the last place in <paramref name="text"/> where a phrase stands, the longest one there; length 0 for none.</summary>
    public (int Start, int Length) LastIn(ReadOnlySpan<char> text)
    {
        for (var end = text.Length; end > 0; end--)
            if (EndingAt(text, end) is var length and > 0) return (end - length, length);
        return (0, 0);
    }

    /// <summary>Tells whether a phrase stands anywhere in <paramref name="text"/>.</summary>
    public bool OccursIn(ReadOnlySpan<char> text) => LastIn(text).Length > 0;
}
