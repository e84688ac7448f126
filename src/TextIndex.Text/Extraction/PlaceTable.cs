// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using TextIndex.Primitives;

namespace TextIndex.Extraction;

// Data/places.bin, little-endian, used where it lies:
//   file  := magic:u32 count:u32 units:u32 entry*count name*units(u16)
//   entry := start:u16 length:u8 level:u8 parent:u16 whole:u16
// Entries ascend by name, folded; names that are the same stand side by side. level: 1 a province, 2 a city or prefecture, 3 a county or district; +128 for the
// short form (南京 for 南京市). parent: the entry of the place it lies in, 65535 for none. whole: the entry of the whole name, which may be itself.
// Built by src/TextIndex.DataBuilder (places).

/// <summary>The provinces, cities and counties of China, with what each lies in. Safe to share between threads.</summary>
internal sealed class PlaceTable
{
    public const uint Magic = 0x31434C50; // "PLC1"
    public const int HeadBytes = 12, EntryBytes = 8;
    public const int None = ushort.MaxValue;
    public const byte ShortForm = 128;

    public static PlaceTable Default { get; } = new(EmbeddedData.Read("places"));

    private readonly unsafe byte* _entries;
    private readonly unsafe char* _names;
    private const char First = '\u4E00', Last = '\u9FFF';

    private readonly ushort[] _starts = new ushort[Last - First + 2];       // by first character: where its names begin, so that most words are passed over by one look
    private readonly byte[] _longest = new byte[Last - First + 1];

    private unsafe PlaceTable(ReadOnlySpan<byte> bytes)
    {
        var units = bytes.Length < HeadBytes ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        Count = units < 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (units < 0 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || Count is < 1 or >= None || units > ushort.MaxValue || bytes.Length != HeadBytes + EntryBytes * Count + 2 * units)
            throw new InvalidOperationException("The embedded table of places is not the one this version was built with.");
        _entries = (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)) + HeadBytes;
        _names = (char*)(_entries + EntryBytes * Count);
        for (var i = 0; i < Count; i++)
        {
            var name = NameOf(i);
            if (name.IsEmpty || name[0] is < First or > Last) throw new InvalidOperationException("The embedded table of places is not the one this version was built with.");
            _starts[name[0] - First + 1]++;
            _longest[name[0] - First] = (byte)Math.Max(_longest[name[0] - First], name.Length);
        }
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
    }

    /// <summary>How many names there are, short forms included.</summary>
    public int Count { get; }

    /// <summary>The name of an entry, folded.</summary>
    public unsafe ReadOnlySpan<char> NameOf(int entry) => new(_names + Word(entry, 0), _entries[EntryBytes * entry + 2]);

    /// <summary>1 a province, 2 a city, 3 a county.</summary>
    public unsafe int LevelOf(int entry) => _entries[EntryBytes * entry + 3] & ~ShortForm;

    /// <summary>Tells whether an entry is a name without its kind (南京).</summary>
    public unsafe bool IsShort(int entry) => (_entries[EntryBytes * entry + 3] & ShortForm) != 0;

    /// <summary>The entry of what a place lies in; <see cref="None"/> for none.</summary>
    public int ParentOf(int entry) => Word(entry, 4);

    /// <summary>The entry of the whole name.</summary>
    public int WholeOf(int entry) => Word(entry, 6);

    private unsafe int Word(int entry, int at) => _entries[EntryBytes * entry + at] | _entries[EntryBytes * entry + at + 1] << 8;

    /// <summary>The first entry with a name, folded; -1 for none. Entries of the same name follow it.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name[0] is < First or > Last) return -1;
        int low = _starts[name[0] - First], high = _starts[name[0] - First + 1] - 1, after = high + 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (NameOf(middle).SequenceCompareTo(name) < 0) low = middle + 1;
            else high = middle - 1;
        }
        return low < after && NameOf(low).SequenceEqual(name) ? low : -1;
    }

    /// <summary>Length of the longest name that starts at an offset of a folded text; 0 for none.</summary>
    public int StartingAt(ReadOnlySpan<char> text, int start, out int entry)
    {
        entry = -1;
        if (start >= text.Length || text[start] is < First or > Last) return 0;
        for (var length = Math.Min(_longest[text[start] - First], text.Length - start); length >= 2; length--)
            if ((entry = Find(text.Slice(start, length))) >= 0) return length;
        return 0;
    }

    /// <summary>Length of the longest whole name (玄武区) that starts at an offset of a folded text and is no word of every sentence (解放区); 0 for none.</summary>
    public int WholeAt(ReadOnlySpan<char> text, int start)
    {
        var length = StartingAt(text, start, out var entry);
        return length > 2 && !IsShort(entry) && Segmentation.WordDictionary.Default.TagOf(text.Slice(start, length)) is "" or "ns" ? length : 0;
    }

    /// <summary>Tells whether a name is surely a place: whole, or the short form of a province or a city, or of a county (长兴) that the dictionary has as a place.</summary>
    public bool IsPlace(ReadOnlySpan<char> name)
    {
        for (var entry = Find(name); entry >= 0 && entry < Count && NameOf(entry).SequenceEqual(name); entry++)
            if (!IsShort(entry) && name.Length > 2 || IsShort(entry) && (LevelOf(entry) < 3 || Segmentation.WordDictionary.Default.TagOf(name) is "ns")) return true;
        return false;
    }

    /// <summary>The whole name of what a place lies in, folded; empty where that is not known or there are several of its name.</summary>
    public ReadOnlySpan<char> OnlyParentOf(ReadOnlySpan<char> name)
    {
        var parent = None;
        for (var entry = Find(name); entry >= 0 && entry < Count && NameOf(entry).SequenceEqual(name); entry++)
        {
            if (parent != None && parent != ParentOf(entry)) return default;
            parent = ParentOf(entry);
        }
        // 凉山州 is 凉山.
        if (parent == None && name.Length > 2 && "省市县区州盟旗".Contains(name[^1]) && Find(name) < 0) return OnlyParentOf(name[..^1]);
        return parent == None ? default : NameOf(parent);
    }
}
