// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Parallelism;

// Neighbouring pieces stand in parallel where they share a frame: the same beginning, the same end, the same character at the same place, or the
// same build in words. The first piece of a series often has something before its member and the last something behind it
// (在|政治判断力、政治领悟力、政治执行力|上走在前), so the pieces between show the frame and both ends are cut to it.
internal sealed class FrameFinder(string folded)
{
    private const int Shortest = 3, Longest = 40;

    // Names of places, offices and people end alike without being in parallel.
    private const string NameEnds = "省市县区乡镇村路州部委厅局院校会社队者员生人司长室科处所站店系班团组业等中家级年月日";
    private readonly TextSpan[] _words = new TextSpan[Longest + 2];

    public void Find(List<TextSpan> pieces, bool isShort, List<ParallelGroup> found)
    {
        for (var i = 0; i + 1 < pieces.Count;)
        {
            if (i + 3 <= pieces.Count && Series(pieces, i, isShort, out var group) is var end and > 0) { found.Add(group); i = end; continue; }
            if (Couplet(pieces, i) is { } couplet) { found.Add(couplet); i += 2; continue; }
            i++;
        }
    }

    // The longest run from a piece on that keeps one frame; 0 for none.
    private int Series(List<TextSpan> pieces, int from, bool isShort, out ParallelGroup group)
    {
        group = null!;
        foreach (var frame in stackalloc[] { Frame.Begin, Frame.End, Frame.Place, Frame.Marks, Frame.Build })
        {
            var end = Run(pieces, from, frame, isShort, out var members, out var pattern);
            if (end == 0) continue;
            group = Group(ParallelKind.Series, members, pattern, Name(frame));
            return end;
        }
        return 0;
    }

    private enum Frame { Begin, End, Place, Marks, Build }

    private static string Name(Frame frame) => frame switch { Frame.Begin => "same-beginning", Frame.End => "same-end", Frame.Place => "same-place", Frame.Marks => "same-marks", _ => "same-build" };

    private int Run(List<TextSpan> pieces, int from, Frame frame, bool isShort, out List<TextSpan> members, out string pattern)
    {
        members = [];
        pattern = "";
        // The second piece is whole at both ends; what the third shares with it is the frame.
        var middle = pieces[from + 1];
        if (middle.Length is < Shortest or > Longest) return 0;
        var third = pieces[from + 2];
        if (third.Length < Shortest) return 0;
        var shared = frame switch
        {
            Frame.Begin => Beginning(middle, third),
            Frame.End => Ending(pieces[from], middle),
            _ => 0,
        };
        if (frame is Frame.Begin or Frame.End && shared == 0) return 0;
        if (!First(pieces[from], middle, frame, shared, out var first)) return 0;
        members.Add(first);
        members.Add(middle);
        var next = from + 2;
        var before = middle;
        for (; next < pieces.Count && Next(pieces[next], before, middle, frame, shared, next + 1 == pieces.Count, out var member); next++)
        {
            members.Add(member);
            before = member;
            if (member.End < pieces[next].End) { next++; break; }
        }
        if (members.Count < 3 || !IsSeries(members, frame, shared, isShort)) return 0;
        pattern = frame switch
        {
            Frame.Begin => folded.Substring(middle.Start, shared) + "…" + Tail(members),
            Frame.End => "…" + folded.Substring(middle.End - shared, shared),
            Frame.Place => Places(members),
            _ => "",
        };
        return next;
    }

    private bool IsSeries(List<TextSpan> members, Frame frame, int shared, bool isShort)
    {
        foreach (var member in members)
            if (member.Length < Shortest || frame is Frame.Begin or Frame.End && member.Length <= shared) return false;
        var text = folded.AsSpan();
        if (frame == Frame.End && shared == 1)
        {
            if (NameEnds.Contains(text[members[0].End - 1]) || !CharacterClass.IsHan(text[members[0].End - 1])) return false;
            foreach (var member in members)
                if (member.Length > 8) return false;
        }
        if (frame == Frame.Begin && shared == 1 && !isShort)
        {
            // Between commas one character is little: it must be one that frames are made of, or the lengths must be the same.
            if (!"不在为以从用靠让有无是要多少既更越最真讲重把能敢善".Contains(text[members[1].Start])) return AreEqual(members);
        }
        if (frame is Frame.Begin && !CharacterClass.IsHan(text[members[1].Start])) return false;
        return frame is not (Frame.Build or Frame.Place or Frame.Marks) || AreEqual(members);
    }

    private static bool AreEqual(List<TextSpan> members)
    {
        foreach (var member in members)
            if (member.Length != members[0].Length) return false;
        return true;
    }

    private static bool IsNear(int length, int other) => Math.Abs(length - other) <= Math.Max(2, (int)(0.4 * Math.Max(length, other)));

    // The member at the end of the first piece.
    private bool First(TextSpan piece, TextSpan middle, Frame frame, int shared, out TextSpan member)
    {
        member = default;
        var text = folded.AsSpan();
        if (frame == Frame.Begin)
        {
            var head = text.Slice(middle.Start, shared);
            var best = -1;
            for (var at = piece.End - shared; at >= piece.Start; at--)
            {
                if (piece.End - at > Longest) break;
                if (!text.Slice(at, shared).SequenceEqual(head) || !IsNear(piece.End - at, middle.Length)) continue;
                if (best < 0 || Math.Abs(piece.End - at - middle.Length) < Math.Abs(piece.End - best - middle.Length)) best = at;
            }
            if (best < 0) return false;
            member = TextSpan.FromBounds(best, piece.End);
            return true;
        }
        if (frame == Frame.End)
        {
            if (IsNear(piece.Length, middle.Length) && piece.Length <= middle.Length + 1) { member = piece; return true; }
            if (piece.Length < middle.Length) return false;
            member = TextSpan.FromBounds(Boundary(piece, piece.End - middle.Length), piece.End);
            return member.Length >= Shortest;
        }
        if (piece.Length < middle.Length) return false;
        member = TextSpan.FromBounds(piece.End - middle.Length, piece.End);
        return Same(member, middle, frame) && (frame == Frame.Marks || piece.Length == middle.Length || Boundary(piece, member.Start) == member.Start);
    }

    private bool Next(TextSpan piece, TextSpan before, TextSpan middle, Frame frame, int shared, bool last, out TextSpan member)
    {
        member = piece;
        if (piece.Length < Shortest) return false;
        var text = folded.AsSpan();
        if (frame == Frame.Begin)
        {
            if (piece.Length <= shared || !text.Slice(piece.Start, shared).SequenceEqual(text.Slice(middle.Start, shared))) return false;
            if (IsNear(piece.Length, before.Length)) { member = Trim(piece, middle); return true; }
            if (piece.Length < before.Length) return false;
            // What the members end with ends this one too (政治执行力|上走在前).
            member = Trim(piece, middle);
            if (member.Length < piece.Length) return true;
            var end = BoundaryAfter(piece, piece.Start + before.Length);
            member = TextSpan.FromBounds(piece.Start, end);
            return end < piece.End;
        }
        if (frame == Frame.End)
        {
            var tail = text.Slice(middle.End - shared, shared);
            for (var length = Math.Min(piece.Length, Longest); length >= shared; length--)
            {
                if (!text.Slice(piece.Start + length - shared, shared).SequenceEqual(tail) || !IsNear(length, middle.Length)) continue;
                // The nearest to the length of the middle.
                var best = length;
                for (var shorter = length - 1; shorter > shared; shorter--)
                    if (text.Slice(piece.Start + shorter - shared, shared).SequenceEqual(tail) && Math.Abs(shorter - middle.Length) < Math.Abs(best - middle.Length)) best = shorter;
                member = new TextSpan(piece.Start, best);
                return true;
            }
            return false;
        }
        if (piece.Length < middle.Length) return false;
        member = new TextSpan(piece.Start, middle.Length);
        return Same(member, middle, frame) && (piece.Length == middle.Length || BoundaryAfter(piece, member.End) == member.End);
    }

    // Ends the last member where the middle one's end is met again, near the same length.
    private TextSpan Trim(TextSpan piece, TextSpan middle)
    {
        var last = folded[middle.End - 1];
        if (folded[piece.End - 1] == last || piece.Length <= middle.Length) return piece;
        for (var end = piece.End - 1; end > piece.Start + middle.Length - 2 && end > piece.Start; end--)
            if (folded[end - 1] == last && CharacterClass.IsHan(last)) return TextSpan.FromBounds(piece.Start, end);
        return piece;
    }

    private bool Same(TextSpan member, TextSpan middle, Frame frame) => frame switch
    {
        Frame.Place => SharesPlace(member, middle),
        Frame.Marks => SharesMarks(member, middle),
        _ => SharesBuild(member, middle),
    };

    private int Beginning(TextSpan a, TextSpan b)
    {
        var shared = 0;
        while (shared < a.Length - 1 && shared < b.Length - 1 && folded[a.Start + shared] == folded[b.Start + shared]) shared++;
        return shared;
    }

    private int Ending(TextSpan a, TextSpan b)
    {
        var shared = 0;
        while (shared < a.Length - 1 && shared < b.Length - 1 && folded[a.End - 1 - shared] == folded[b.End - 1 - shared]) shared++;
        return shared;
    }

    // 扛得起重活, 打得了硬仗, 经得住磨炼
    private bool SharesPlace(TextSpan a, TextSpan b)
    {
        for (var i = 0; i < a.Length; i++)
            if (folded[a.Start + i] == folded[b.Start + i] && CharacterClass.IsHan(folded[a.Start + i])) return a.Length >= 4;
        return false;
    }

    // 少说“办不成”, 多想“怎么办”
    private bool SharesMarks(TextSpan a, TextSpan b)
    {
        var marks = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if (CharacterClass.IsHan(folded[a.Start + i]) != CharacterClass.IsHan(folded[b.Start + i])) return false;
            if (!CharacterClass.IsHan(folded[a.Start + i])) marks++;
        }
        return marks > 0;
    }

    // 学习榜样、凝聚力量、担当实干: words of the same lengths, each opened by a verb.
    private bool SharesBuild(TextSpan a, TextSpan b) => a.Length is >= 3 and <= 8 && Build(a) is var build && build.Lengths == Build(b).Lengths && build.OpensWithVerb && Build(b).OpensWithVerb;

    private (int Lengths, bool OpensWithVerb) Build(TextSpan span)
    {
        var text = folded.AsSpan(span.Start, span.Length);
        if (text.ContainsAnyExceptInRange('\u4E00', '\u9FFF')) return (-span.Start, false);
        var count = WordSegmenter.Default.Segment(text, _words);
        var lengths = 0;
        for (var i = 0; i < count; i++) lengths = lengths * 8 + _words[i].Length;
        var tag = WordDictionary.Default.TagOf(text[..(_words[0].Length)]);
        // One word of four characters has no build to see: 四字格 in a row are in parallel by their length alone.
        return (lengths, tag is "v" or "vn" or "i" || count == 1 && span.Length >= 4);
    }

    // Where a word begins at or just before an offset of a piece.
    private int Boundary(TextSpan piece, int offset)
    {
        var start = Math.Max(piece.Start, offset - 8);
        var end = Math.Min(piece.End, start + Longest);
        var text = folded.AsSpan(start, end - start);
        var count = WordSegmenter.Default.Segment(text, _words);
        var best = offset;
        for (var i = 0; i < count; i++)
            if (start + _words[i].Start <= offset && start + _words[i].End > offset) best = start + _words[i].Start;
        return best;
    }

    private int BoundaryAfter(TextSpan piece, int offset)
    {
        var end = Math.Min(piece.End, piece.Start + Longest);
        var text = folded.AsSpan(piece.Start, end - piece.Start);
        var count = WordSegmenter.Default.Segment(text, _words);
        for (var i = 0; i < count; i++)
            if (piece.Start + _words[i].End >= offset) return piece.Start + _words[i].End;
        return piece.End;
    }

    private string Tail(List<TextSpan> members)
    {
        var shared = 0;
        while (shared < 4)
        {
            foreach (var member in members)
                if (member.Length <= shared + 2 || folded[member.End - 1 - shared] != folded[members[0].End - 1 - shared]) return shared == 0 ? "" : folded.Substring(members[0].End - shared, shared);
            shared++;
        }
        return folded.Substring(members[0].End - shared, shared);
    }

    private string Places(List<TextSpan> members)
    {
        var pattern = new System.Text.StringBuilder();
        for (var i = 0; i < members[0].Length; i++)
        {
            var same = true;
            foreach (var member in members) same &= folded[member.Start + i] == folded[members[0].Start + i];
            if (same) pattern.Append(folded[members[0].Start + i]);
            else if (pattern.Length == 0 || pattern[^1] != '…') pattern.Append('…');
        }
        return pattern.ToString();
    }

    // Two neighbours of one length and one frame.
    private ParallelGroup? Couplet(List<TextSpan> pieces, int at)
    {
        var (a, b) = (pieces[at], pieces[at + 1]);
        if (a.Length < 4 || a.Length != b.Length || a.Length > 24) return null;
        if (!SharesPlace(a, b) && !SharesBuild(a, b) || folded.AsSpan(a.Start, a.Length).SequenceEqual(folded.AsSpan(b.Start, b.Length))) return null;
        var rule = SharesPlace(a, b) ? Frame.Place : Frame.Build;
        return Group(ParallelKind.Couplet, [a, b], rule == Frame.Place ? Places([a, b]) : "", Name(rule));
    }

    private static ParallelGroup Group(ParallelKind kind, List<TextSpan> members, string pattern, string rule) => new()
    {
        Id = "",
        Kind = kind,
        Span = TextSpan.FromBounds(members[0].Start, members[^1].End),
        Members = members,
        Pattern = pattern == "…" ? "" : pattern,
        Rule = rule,
    };
}
