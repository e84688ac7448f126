// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TextIndex.Extraction;

// file    := magic:u32 chapterCount:i32 namesLength:i32 textLength:i32 bucketBits:i32 anchorCount:i32 chapter* directory anchors names text, little-endian
// chapter := textStart:i32 nameStart:i32 workLength:u16 nameLength:u16 kind:i32       ascending by textStart; its name is that of its work, then its own
// directory := (2^bucketBits + 1) × i32, the first anchor of each bucket                anchors := anchorCount × i32, places in the text, ascending in a bucket
// names, text := UTF-16. In the text a line break is a barrier: no passage goes over it.
// An anchor is a place where four letters stand, marks left out: every one of known lines, every second one of works; a bucket keeps its first 32. Read in place, nothing is parsed.

/// <summary>What a chapter of a store is, which decides how much of it a text must repeat to be told.</summary>
internal enum PassageKind
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>Verse: every clause is a line.</summary>
    Verse,

    /// <summary>Lines that everybody knows: each one counts alone.</summary>
    Line,

    /// <summary>Set phrases, which belong to no work.</summary>
    Idiom,
}

/// <summary>Texts in which passages are looked up: works with chapters, and an index of their anchors. Immutable, safe to share between threads.</summary>
internal sealed unsafe class PassageStore
{
    public const uint Magic = 0x31475350; // "PSG1"
    public const int HeaderBytes = 24, ChapterBytes = 16, BucketLimit = 32;

    private readonly byte[]? _owned;
    private readonly byte* _chapters;
    private readonly int* _directory, _anchors;
    private readonly char* _names, _text;
    private readonly int _namesLength, _textLength, _anchorCount;

    /// <summary>Looks at bytes that stay where they are as long as the store lives.</summary>
    public PassageStore(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic) throw Damaged();
        ChapterCount = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        _namesLength = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        _textLength = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        BucketBits = BinaryPrimitives.ReadInt32LittleEndian(file[16..]);
        _anchorCount = BinaryPrimitives.ReadInt32LittleEndian(file[20..]);
        if (ChapterCount < 0 || _namesLength < 0 || _textLength < 0 || _anchorCount < 0 || BucketBits is < 1 or > 28
            || HeaderBytes + (long)ChapterCount * ChapterBytes + ((1L << BucketBits) + 1 + _anchorCount) * 4 + ((long)_namesLength + _textLength) * 2 != file.Length) throw Damaged();
        fixed (byte* start = file)
        {
            _chapters = start + HeaderBytes;
            _directory = (int*)(_chapters + ChapterCount * ChapterBytes);
            _anchors = _directory + (1 << BucketBits) + 1;
            _names = (char*)(_anchors + _anchorCount);
            _text = _names + _namesLength;
        }
    }

    private PassageStore(byte[] pinned) : this((ReadOnlySpan<byte>)pinned) => _owned = pinned;

    /// <summary>Keeps bytes of its own.</summary>
    public static PassageStore Of(ReadOnlySpan<byte> file)
    {
        var owned = GC.AllocateUninitializedArray<byte>(file.Length, pinned: true);
        file.CopyTo(owned);
        return new PassageStore(owned);
    }

    public int ChapterCount { get; }

    public int BucketBits { get; }

    /// <summary>The text, with its marks; line breaks are barriers.</summary>
    public ReadOnlySpan<char> Text => new(_text, _textLength);

    public int LengthBytes => _owned?.Length ?? 0;

    /// <summary>The places where four letters with this hash begin.</summary>
    public ReadOnlySpan<int> Places(int bucket) => new(_anchors + _directory[bucket], _directory[bucket + 1] - _directory[bucket]);

    /// <summary>The chapter that holds a place of the text.</summary>
    public int ChapterAt(int place)
    {
        int low = 0, high = ChapterCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (StartOf(middle) <= place) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    public int StartOf(int chapter) => Number(chapter, 0);

    public PassageKind KindOf(int chapter) => (PassageKind)Number(chapter, 12);

    public string WorkOf(int chapter) => new(_names, Number(chapter, 4), Number(chapter, 8) & 0xFFFF);

    public string NameOf(int chapter) => new(_names, Number(chapter, 4) + (Number(chapter, 8) & 0xFFFF), Number(chapter, 8) >>> 16);

    private int Number(int chapter, int at) => *(int*)(_chapters + chapter * ChapterBytes + at);

    private static InvalidOperationException Damaged() => new("The embedded passages are not those this version was built with.");
}
