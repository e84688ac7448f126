// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;
using TextIndex.Codecs.Buffering;

namespace TextIndex.Codecs.Inversion;

/// <summary>Counts the words of one document after another and packs them. For one thread.</summary>
internal sealed class DocumentWords(WordNumbers numbers, BufferFiller filler)
{
    private int[] _touched = new int[256];
    private int[]? _counts;
    private byte[] _others = new byte[256];
    private int _touchedCount, _othersLength;

    /// <summary>Sum of all frequencies.</summary>
    public int Length { get; private set; }

    /// <summary>Where the packed words of the document wait; of no length where it has none.</summary>
    public BufferAddress Address { get; private set; }

    /// <summary>Begins a document.</summary>
    public void Begin()
    {
        _counts = numbers.Rent();
        (_touchedCount, _othersLength, Length, Address) = (0, 0, 0, default);
    }

    /// <summary>Counts a word that has a number.</summary>
    public void Add(int number, ReadOnlySpan<char> word, int times)
    {
        ref var count = ref _counts![number];
        if (count == 0)
        {
            if (_touchedCount == _touched.Length) Array.Resize(ref _touched, 2 * _touchedCount);
            _touched[_touchedCount++] = number;
            numbers.Name(number, word);
        }
        count += times;
        Length += times;
    }

    /// <summary>Counts a word that has none.</summary>
    public void Add(ReadOnlySpan<char> word, int times)
    {
        if (_others.Length < _othersLength + 3 + 3 * word.Length) Array.Resize(ref _others, Math.Max(2 * _others.Length, _othersLength + 3 + 3 * word.Length));
        var length = Encoding.UTF8.GetBytes(word, _others.AsSpan(_othersLength + 3));
        _others[_othersLength] = (byte)times;
        BinaryPrimitives.WriteUInt16LittleEndian(_others.AsSpan(_othersLength + 1), (ushort)length);
        _othersLength += 3 + length;
        Length += times;
    }

    /// <summary>Ends the document and packs its words into the buffer.</summary>
    public void End()
    {
        var counts = _counts!;
        var numbered = 0;
        foreach (var number in _touched.AsSpan(0, _touchedCount)) numbered += (counts[number] + PackedWords.MostFrequency - 1) / PackedWords.MostFrequency;
        if (Length > 0)
        {
            Address = filler.Take(PackedWords.Head + PackedWords.Entry * numbered + _othersLength, out var bytes);
            BinaryPrimitives.WriteInt32LittleEndian(bytes, numbered);
            bytes = bytes[PackedWords.Head..];
            foreach (var number in _touched.AsSpan(0, _touchedCount))
                for (ref var left = ref counts[number]; left > 0; left = Math.Max(0, left - PackedWords.MostFrequency))
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)number | (uint)Math.Min(left, PackedWords.MostFrequency) << 24);
                    bytes = bytes[PackedWords.Entry..];
                }
            _others.AsSpan(0, _othersLength).CopyTo(bytes);
        }
        numbers.Return(counts);
        _counts = null;
    }
}
