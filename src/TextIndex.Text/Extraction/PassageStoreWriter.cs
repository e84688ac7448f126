// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;

namespace TextIndex.Extraction;

/// <summary>Collects texts and writes the bytes of a <see cref="PassageStore"/>. The same texts in the same order give the same bytes.</summary>
internal sealed class PassageStoreWriter
{
    private readonly StringBuilder _text = new(), _names = new();
    private readonly List<(int TextStart, int NameStart, int WorkLength, int NameLength, PassageKind Kind)> _chapters = [];

    /// <summary>Where several works hold the same words, the one added first is told.</summary>
    public void Add(string work, string chapter, PassageKind kind, string text)
    {
        (work, chapter) = (Short(work), Short(chapter));
        _chapters.Add((_text.Length, _names.Length, work.Length, chapter.Length, kind));
        _names.Append(work).Append(chapter);
        _text.Append(text).Append('\n');
    }

    /// <param name="sampled">True to keep every second anchor of prose and verse: half the anchors, and whatever repeats five letters is still found.</param>
    public byte[] ToBytes(bool sampled)
    {
        var text = _text.ToString();
        var bits = 8;
        while (bits < 17 && 1 << bits < text.Length) bits++;
        var (directory, anchors) = FindAnchors(text, bits, _chapters.ConvertAll(chapter => (chapter.TextStart, IsSampled: sampled && (chapter.Kind is PassageKind.Prose or PassageKind.Verse))));
        using var bytes = new MemoryStream();
        using var file = new BinaryWriter(bytes);
        file.Write(PassageStore.Magic);
        file.Write(_chapters.Count);
        file.Write(_names.Length);
        file.Write(text.Length);
        file.Write(bits);
        file.Write(anchors.Length);
        foreach (var chapter in _chapters)
        {
            file.Write(chapter.TextStart);
            file.Write(chapter.NameStart);
            file.Write((ushort)chapter.WorkLength);
            file.Write((ushort)chapter.NameLength);
            file.Write((int)chapter.Kind);
        }
        file.Write(MemoryMarshal.AsBytes<int>(directory));
        file.Write(MemoryMarshal.AsBytes<int>(anchors));
        file.Write(MemoryMarshal.AsBytes(_names.ToString().AsSpan()));
        file.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        file.Flush();
        return bytes.ToArray();
    }

    // Counting sort by bucket; places stay ascending.
    private static (int[] Directory, int[] Anchors) FindAnchors(string text, int bits, List<(int Start, bool IsSampled)> chapters)
    {
        var counts = new int[(1 << bits) + 1];
        var found = new List<(int Bucket, int Place)>(text.Length);
        Span<char> letters = stackalloc char[PassageLetters.AnchorLength];
        Span<int> places = stackalloc int[PassageLetters.AnchorLength];
        int held = 0, chapter = 0, ordinal = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') { held = 0; continue; }
            var letter = PassageLetters.Of[text[i]];
            if (letter == 0) continue;
            if (held == letters.Length)
            {
                letters[1..].CopyTo(letters);
                places[1..].CopyTo(places);
                held--;
            }
            (letters[held], places[held]) = (letter, i);
            if (++held < letters.Length) continue;
            while (chapter + 1 < chapters.Count && chapters[chapter + 1].Start <= places[0]) chapter++;
            if ((++ordinal & 1) == 0 && chapters[chapter].IsSampled) continue;
            var bucket = PassageLetters.Hash(letters[0], letters[1], letters[2], letters[3], bits);
            if (counts[bucket + 1] >= PassageStore.BucketLimit) continue;
            counts[bucket + 1]++;
            found.Add((bucket, places[0]));
        }
        for (var i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
        var anchors = new int[found.Count];
        var next = counts.AsSpan(0, counts.Length - 1).ToArray();
        foreach (var (bucket, place) in found) anchors[next[bucket]++] = place;
        return (counts, anchors);
    }

    private static string Short(string name) => name.Length > ushort.MaxValue ? name[..ushort.MaxValue] : name;
}
