// SPDX-License-Identifier: MIT
using TextIndex.Normalization;

namespace TextIndex.Analysis;

// trace := pieces:varint piece{pieces} patch*
// piece := gap:varint run:varint [normalizedLength:varint sourceLength:varint unit:varint{sourceLength}]
// patch := gap:varint unit:varint
// A piece is a stretch whose two sides differ in length: white space that was removed (n → 0), folded to one space or a barrier (n → 1), or a code point whose
// fold has another width in UTF-16 (1 → 2, 2 → 1). gap is the number of code units in step since the piece before. run 0 is a stretch that follows, n the n-th
// of at most 64 code units that followed, once more.
// A patch says what a folded code unit in step stands for, here and from here on: the unit of the source. Without one it stands for itself; , ! ? : ; ( ) stand
// for their full-width forms. gap is counted in folded code units, from the one behind the patch before.
/// <summary>What folding changed in a text: the way back for offsets, and the source itself from the folded text.</summary>
internal static class FoldTrace
{
    // A stretch that stands for itself again costs two bytes: without a limit few bytes could claim any length of text.
    private const int LongestShared = 64;

    private const string Widened = "，！？：；（）";

    [ThreadStatic]
    private static Replacements? _replacements;

    [ThreadStatic]
    private static Dictionary<string, int>? _runs;

    /// <summary>Writes the trace of a text.</summary>
    public static byte[] Write(ReadOnlySpan<char> source, NormalizedText folded)
    {
        var bytes = new List<byte>();
        Write(source, folded, bytes);
        return [.. bytes];
    }

    /// <summary>Adds the trace of a text to some bytes.</summary>
    public static void Write(ReadOnlySpan<char> source, NormalizedText folded, List<byte> bytes)
    {
        var map = folded.Map;
        var runs = _runs ??= new Dictionary<string, int>(StringComparer.Ordinal);
        runs.Clear();
        AddVarint(bytes, map.PieceCount);
        var before = 0;
        for (var i = 0; i < map.PieceCount; i++)
        {
            var piece = map.PieceAt(i);
            AddVarint(bytes, piece.Normalized - before);
            before = piece.Normalized + piece.NormalizedLength;
            AddRun(bytes, source.Slice(piece.Source, piece.SourceLength), piece.NormalizedLength, runs);
        }
        AddPatches(bytes, source, folded.Text, map);
    }

    /// <summary>Reads the way from offsets of the folded text back to those of the source.</summary>
    /// <exception cref="FormatException">The bytes are no trace.</exception>
    public static OffsetMap ReadMap(ReadOnlySpan<byte> trace)
    {
        var reader = new Reader(trace);
        var pieces = new List<OffsetMap.Piece>(Math.Min(reader.Pieces, trace.Length));
        long normalized = 0, source = 0;
        while (reader.Next(out var piece))
        {
            normalized += piece.Gap;
            source += piece.Gap;
            if (source + piece.SourceLength > int.MaxValue) throw Wrong();
            pieces.Add(new OffsetMap.Piece((int)normalized, (int)source, piece.NormalizedLength, piece.SourceLength));
            normalized += piece.NormalizedLength;
            source += piece.SourceLength;
        }
        return new OffsetMap(pieces);
    }

    /// <summary>Gives the source text back.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="folded">The folded text.</param>
    /// <param name="sourceLength">How long the source was; looked at before anything is allocated.</param>
    /// <exception cref="FormatException">The three do not fit each other.</exception>
    public static string ReadSource(ReadOnlySpan<byte> trace, ReadOnlySpan<char> folded, int sourceLength)
    {
        if (LengthOf(trace, folded.Length) != sourceLength) throw Wrong();
        return string.Create(sourceLength, new State(trace, folded), static (source, state) => Restore(state.Trace, state.Folded, source));
    }

    private static long LengthOf(ReadOnlySpan<byte> trace, int foldedLength)
    {
        var reader = new Reader(trace);
        long normalized = 0, source = 0;
        while (reader.Next(out var piece))
        {
            normalized += piece.Gap + piece.NormalizedLength;
            source += piece.Gap + (long)piece.SourceLength;
        }
        return normalized <= foldedLength ? source + foldedLength - normalized : -1;
    }

    private static void Restore(ReadOnlySpan<byte> trace, ReadOnlySpan<char> folded, Span<char> source)
    {
        var replacements = _replacements ??= new Replacements();
        try
        {
            var pieces = new Reader(trace);
            var patches = new Reader(trace);
            while (patches.Next(out _)) { }
            var hasPatch = patches.NextPatch(-1, out var patchAt, out var patch);
            var (at, to) = (0, 0);
            while (true)
            {
                var more = pieces.Next(out var piece);
                var end = more ? at + piece.Gap : folded.Length;
                for (; at < end; at++, to++)
                {
                    if (hasPatch && patchAt == at)
                    {
                        replacements.Set(folded[at], patch);
                        hasPatch = patches.NextPatch(at, out patchAt, out patch);
                    }
                    source[to] = replacements[folded[at]];
                }
                if (!more) break;
                for (var i = 0; i < piece.SourceLength; i++) source[to++] = pieces.UnitOf(ref piece);
                at += piece.NormalizedLength;
            }
            if (hasPatch) throw Wrong();
        }
        finally
        {
            replacements.Reset();
        }
    }

    private static void AddRun(List<byte> bytes, ReadOnlySpan<char> run, int normalizedLength, Dictionary<string, int> runs)
    {
        if (run.Length <= LongestShared)
        {
            Span<char> key = stackalloc char[LongestShared + 1];
            key[0] = (char)normalizedLength;
            run.CopyTo(key[1..]);
            key = key[..(run.Length + 1)];
            if (runs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known))
            {
                AddVarint(bytes, known);
                return;
            }
            runs.Add(key.ToString(), runs.Count + 1);
        }
        AddVarint(bytes, 0);
        AddVarint(bytes, normalizedLength);
        AddVarint(bytes, run.Length);
        foreach (var unit in run) AddVarint(bytes, unit);
    }

    private static void AddPatches(List<byte> bytes, ReadOnlySpan<char> source, ReadOnlySpan<char> folded, OffsetMap map)
    {
        var replacements = _replacements ??= new Replacements();
        var (at, from, before) = (0, 0, 0);
        for (var i = 0; i <= map.PieceCount; i++)
        {
            var piece = i < map.PieceCount ? map.PieceAt(i) : new OffsetMap.Piece(folded.Length, source.Length, 0, 0);
            for (; at < piece.Normalized; at++, from++)
            {
                if (replacements[folded[at]] == source[from]) continue;
                AddVarint(bytes, at - before);
                AddVarint(bytes, source[from]);
                replacements.Set(folded[at], source[from]);
                before = at + 1;
            }
            at += piece.NormalizedLength;
            from += piece.SourceLength;
        }
        replacements.Reset();
    }

    private static void AddVarint(List<byte> bytes, int value)
    {
        for (; value >= 0x80; value >>>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    private static FormatException Wrong() => new("fold trace: it does not fit the text");

    private readonly ref struct State(ReadOnlySpan<byte> trace, ReadOnlySpan<char> folded)
    {
        public readonly ReadOnlySpan<byte> Trace = trace;
        public readonly ReadOnlySpan<char> Folded = folded;
    }

    // What each folded code unit stands for at this place of the text.
    private sealed class Replacements
    {
        private readonly char[] _units = new char[0x10000];
        private readonly List<char> _changed = [];

        public Replacements()
        {
            for (var i = 0; i < _units.Length; i++) _units[i] = (char)i;
            foreach (var wide in Widened) _units[wide - 0xFEE0] = wide;
        }

        public char this[char folded] => _units[folded];

        public void Set(char folded, char source)
        {
            _units[folded] = source;
            _changed.Add(folded);
        }

        public void Reset()
        {
            foreach (var unit in _changed) _units[unit] = unit;
            foreach (var wide in Widened) _units[wide - 0xFEE0] = wide;
            _changed.Clear();
        }
    }

    /// <summary>One piece as it is read; its code units begin at <see cref="At"/>.</summary>
    private struct ReadPiece
    {
        public int Gap, NormalizedLength, SourceLength, At;
    }

    private ref struct Reader
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private readonly List<ReadPiece> _shared = [];
        private int _at, _left;

        public Reader(ReadOnlySpan<byte> bytes)
        {
            _bytes = bytes;
            Pieces = _left = Varint(ref _at);
        }

        public int Pieces { get; }

        public bool Next(out ReadPiece piece)
        {
            piece = default;
            if (_left == 0) return false;
            _left--;
            var gap = Varint(ref _at);
            var run = Varint(ref _at);
            if (run > _shared.Count) throw Wrong();
            if (run > 0)
            {
                piece = _shared[run - 1];
            }
            else
            {
                piece.NormalizedLength = Varint(ref _at);
                piece.SourceLength = Varint(ref _at);
                piece.At = _at;
                if (piece.NormalizedLength > 2 || piece.SourceLength > _bytes.Length - _at) throw Wrong();
                for (var i = 0; i < piece.SourceLength; i++)
                    if (Varint(ref _at) > char.MaxValue) throw Wrong();
                if (piece.SourceLength <= LongestShared) _shared.Add(piece);
            }
            piece.Gap = gap;
            return true;
        }

        public readonly char UnitOf(ref ReadPiece piece) => (char)Varint(ref piece.At);

        public bool NextPatch(int before, out int at, out char unit)
        {
            (at, unit) = (0, '\0');
            if (_at == _bytes.Length) return false;
            var place = before + 1L + Varint(ref _at);
            var value = Varint(ref _at);
            if (place > int.MaxValue || value > char.MaxValue) throw Wrong();
            (at, unit) = ((int)place, (char)value);
            return true;
        }

        private readonly int Varint(ref int at)
        {
            long value = 0;
            for (var shift = 0; shift < 35; shift += 7)
            {
                if (at >= _bytes.Length) break;
                var b = _bytes[at++];
                value |= (long)(b & 0x7F) << shift;
                if (b < 0x80) return value <= int.MaxValue ? (int)value : throw Wrong();
            }
            throw Wrong();
        }
    }
}
