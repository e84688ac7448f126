// SPDX-License-Identifier: MIT
using System.Buffers.Binary;

namespace TextIndex.DataBuilder;

// Java's object serialization, as far as arrays of numbers and arrays of arrays need it:
//   stream := 0xACED 0x0005 object*
//   object := 0x70 (null) | 0x71 handle:u32 | 0x75 class length:i32 (element | object)*
//   class  := 0x70 | 0x71 handle:u32 | 0x72 name:(u16 bytes) serialVersion:i64 flags:u8 fieldCount:u16 (0) 0x78 class
// All numbers are big-endian; handles count classes and arrays from 0x7E0000 in the order in which they begin.
/// <summary>Reads arrays that a Java program wrote.</summary>
internal sealed class JavaArrays
{
    private readonly byte[] _bytes;
    private readonly List<object?> _handles = [];
    private int _at = 4;

    public JavaArrays(byte[] bytes)
    {
        _bytes = bytes;
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes) != 0xACED0005) throw new FormatException("not a stream of Java objects");
    }

    /// <summary>Reads the next array: of short, char, int or long as <c>long[]</c>, of arrays as <c>object?[]</c>.</summary>
    public object? Read()
    {
        var tag = _bytes[_at++];
        if (tag == 0x70) return null;
        if (tag == 0x71) return _handles[(int)ReadNumber(4) - 0x7E0000];
        if (tag != 0x75) throw new FormatException($"byte {_at - 1}: expected an array, found {tag:x2}");
        var type = ReadClass() ?? throw new FormatException($"byte {_at}: an array without a class");
        var handle = _handles.Count;
        _handles.Add(null);
        var length = (int)ReadNumber(4);
        if (type[1] == '[')
        {
            var arrays = new object?[length];
            _handles[handle] = arrays;
            for (var i = 0; i < length; i++) arrays[i] = Read();
            return arrays;
        }
        var size = type[1] switch { 'S' or 'C' => 2, 'I' => 4, 'J' => 8, _ => throw new FormatException($"an array of {type} is not expected") };
        var numbers = new long[length];
        _handles[handle] = numbers;
        for (var i = 0; i < length; i++) numbers[i] = type[1] == 'C' ? ReadNumber(size) & 0xFFFF : ReadNumber(size);
        return numbers;
    }

    private string? ReadClass()
    {
        var tag = _bytes[_at++];
        if (tag == 0x70) return null;
        if (tag == 0x71) return (string?)_handles[(int)ReadNumber(4) - 0x7E0000];
        if (tag != 0x72) throw new FormatException($"byte {_at - 1}: expected a class, found {tag:x2}");
        var length = (int)ReadNumber(2);
        var name = System.Text.Encoding.UTF8.GetString(_bytes, _at, length);
        _at += length + 8;
        _handles.Add(name);
        _at += 1 + 2 + 1;
        ReadClass();
        return name;
    }

    private long ReadNumber(int size)
    {
        var at = _bytes.AsSpan(_at, size);
        _at += size;
        return size switch
        {
            2 => BinaryPrimitives.ReadInt16BigEndian(at),
            4 => BinaryPrimitives.ReadInt32BigEndian(at),
            _ => BinaryPrimitives.ReadInt64BigEndian(at),
        };
    }
}
