// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;

namespace TextIndex.Codecs.Inversion;

/// <summary>Counts the words of one document after another and packs them. For one thread.</summary>
internal sealed class DocumentWords(WordNumbers numbers)
{
    private readonly List<(int Start, int Length)> _chunks = [];
    private int[] _touched = new int[256];
    private int[]? _counts;
    private byte[] _others = new byte[256];
    private byte[] _bytes = new byte[PackedWords.Room];
    private int _touchedCount, _othersLength, _used, _start, _numbered;

    /// <summary>Sum of all frequencies.</summary>
    public int Length { get; private set; }

    /// <summary>Where the chunks lie.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>The chunks of the document.</summary>
    public IReadOnlyList<(int Start, int Length)> Chunks => _chunks;

    /// <summary>Begins a document.</summary>
    public void Begin()
    {
        _counts = numbers.Rent();
        (_touchedCount, _othersLength, _used, Length) = (0, 0, 0, 0);
        _chunks.Clear();
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

    /// <summary>Ends the document: its chunks stand until the next begins.</summary>
    public void End()
    {
        var counts = _counts!;
        _start = Start();
        for (var i = 0; i < _touchedCount; i++)
        {
            var number = _touched[i];
            for (var left = counts[number]; left > 0; left -= PackedWords.MostFrequency)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(Take(PackedWords.Entry), (uint)number | (uint)Math.Min(left, PackedWords.MostFrequency) << 24);
                _numbered++;
            }
            counts[number] = 0;
        }
        for (var at = 0; at < _othersLength;)
        {
            var length = 3 + BinaryPrimitives.ReadUInt16LittleEndian(_others.AsSpan(at + 1));
            _others.AsSpan(at, length).CopyTo(Take(length));
            at += length;
        }
        Close();
        numbers.Return(counts);
        _counts = null;
    }

    private int Start()
    {
        _numbered = 0;
        var start = _used;
        Grow(PackedWords.Head);
        _bytes[start] = PackedWords.Mark;
        return start;
    }

    private void Close()
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(_start + 1), (ushort)_numbered);
        if (_used > _start + PackedWords.Head) _chunks.Add((_start, _used - _start));
    }

    private Span<byte> Take(int length)
    {
        if (_used - _start >= PackedWords.Room)
        {
            Close();
            _start = Start();
        }
        Grow(length);
        return _bytes.AsSpan(_used - length, length);
    }

    private void Grow(int length)
    {
        if (_bytes.Length < _used + length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _used + length));
        _used += length;
    }
}
