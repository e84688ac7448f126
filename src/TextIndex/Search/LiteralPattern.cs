// SPDX-License-Identifier: MIT
using System.Text;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Codecs;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Normalization;

namespace TextIndex.Search;

/// <summary>Finds every occurrence of a string: from postings alone where it is an indexed word, else candidates by pairs of characters, verified by a scan.</summary>
internal sealed class LiteralPattern
{
    // Beyond this length the scan walks the text code unit by code unit, so that no text and no string make it quadratic.
    private const int LongestSearched = 64;

    private readonly SearchContext _context;
    private readonly string _source;
    private readonly string _folded;
    private readonly bool _wholeWords;
    private int[]? _borders;

    /// <summary>Prepares a string for one context.</summary>
    /// <param name="text">The string as it was typed, without white space at its ends.</param>
    /// <param name="context">How text is compared.</param>
    /// <param name="wholeWords">True to count only occurrences aligned with words.</param>
    public LiteralPattern(string text, SearchContext context, bool wholeWords)
    {
        (_source, _context, _wholeWords) = (text, context, wholeWords);
        _folded = TextNormalizer.Fold(text);
        if (context.IgnorePunctuation) _folded = Punctuation.Strip(_folded).Trim(' ');
        // A barrier inside the string: no match crosses one.
        if (_folded.Contains(TextNormalizer.Barrier)) _folded = "";
    }

    /// <summary>Gives the documents of a segment whose field holds the string, with aligned + 0.5 × other occurrences.</summary>
    public MatchList Match(IndexSegment segment, TextField field)
    {
        if (_folded.Length == 0) return MatchList.Empty;
        return !_wholeWords && !_context.Exact && !_context.IgnorePunctuation && _context.Analyzer.IsIndexedWord(_folded)
            ? MatchWord(segment, field) : MatchCandidates(segment, field);
    }

    /// <summary>Gives the occurrences in a field of a document, ascending, as spans of the folded text.</summary>
    public List<Occurrence> Scan(DocumentView document, TextField field)
    {
        var occurrences = new List<Occurrence>();
        if (_folded.Length == 0) return occurrences;
        var text = document.Folded(field);
        if (_context.IgnorePunctuation)
        {
            var stripped = Punctuation.Strip(text, out var offsets);
            Scan(stripped, occurrences);
            for (var i = 0; i < occurrences.Count; i++)
            {
                var span = occurrences[i].Span;
                occurrences[i] = new Occurrence(TextSpan.FromBounds(offsets[span.Start], offsets[span.End - 1] + 1), false);
            }
        }
        else
        {
            Scan(text, occurrences);
        }
        if (occurrences.Count == 0) return occurrences;
        var boundaries = document.Boundaries(field, text.Length);
        var kept = 0;
        for (var i = 0; i < occurrences.Count; i++)
        {
            var occurrence = occurrences[i];
            var aligned = boundaries.Aligned(occurrence.Span.Start, occurrence.Span.End);
            if (_wholeWords && !aligned) continue;
            if (_context.Exact && !IsExact(document, field, occurrence.Span)) continue;
            occurrences[kept++] = occurrence with { Aligned = aligned };
        }
        occurrences.RemoveRange(kept, occurrences.Count - kept);
        return occurrences;
    }

    // The scan that everything is held to: all places, overlapping ones too, that cut no code point in half.
    private void Scan(ReadOnlySpan<char> text, List<Occurrence> occurrences)
    {
        if (_folded.Length > LongestSearched)
        {
            ScanLong(text, occurrences);
            return;
        }
        var from = 0;
        while (text[from..].IndexOf(_folded) is var found and >= 0)
        {
            AddUnlessSplit(text, from + found, occurrences);
            from += found + 1;
        }
    }

    // Knuth, Morris and Pratt: linear where a search begun anew at each place is not, such as 100,000 哈 in 5,000,000 of them.
    private void ScanLong(ReadOnlySpan<char> text, List<Occurrence> occurrences)
    {
        var borders = _borders ??= BordersOf(_folded);
        var matched = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (matched > 0 && text[i] != _folded[matched]) matched = borders[matched - 1];
            if (text[i] == _folded[matched]) matched++;
            if (matched < _folded.Length) continue;
            AddUnlessSplit(text, i + 1 - matched, occurrences);
            matched = borders[matched - 1];
        }
    }

    // For each prefix of the string, the length of the longest shorter one that it also ends with.
    private static int[] BordersOf(string text)
    {
        var borders = new int[text.Length];
        for (int i = 1, length = 0; i < text.Length; i++)
        {
            while (length > 0 && text[i] != text[length]) length = borders[length - 1];
            if (text[i] == text[length]) length++;
            borders[i] = length;
        }
        return borders;
    }

    private void AddUnlessSplit(ReadOnlySpan<char> text, int start, List<Occurrence> occurrences)
    {
        if (!SplitsCodePoint(text, start) && !SplitsCodePoint(text, start + _folded.Length))
            occurrences.Add(new Occurrence(new TextSpan(start, _folded.Length), false));
    }

    private static bool SplitsCodePoint(ReadOnlySpan<char> text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);

    private bool IsExact(DocumentView document, TextField field, TextSpan folded)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        var span = document.ToSource(field, folded);
        var source = document.Text.AsSpan(span.Start, span.Length);
        return _context.IgnorePunctuation ? Punctuation.Strip(source, out _).Trim().SequenceEqual(Punctuation.Strip(_source, out _).Trim()) : source.SequenceEqual(_source);
    }

    // Tokens are aligned by their nature; the other occurrences of a dictionary word stand in the postings beside, 2 for an aligned one.
    private MatchList MatchWord(IndexSegment segment, TextField field)
    {
        var tokens = PostingsCursor.Open(segment.Reader, field.Name, _folded);
        var inside = PostingsCursor.Open(segment.Reader, field.Inside, _folded);
        var matches = new MatchList();
        int token = tokens?.Next() ?? PostingsCursor.End, other = inside?.Next() ?? PostingsCursor.End;
        while (Math.Min(token, other) is var document && document != PostingsCursor.End)
        {
            var frequency = 0.0;
            if (token == document) { frequency += tokens!.Frequency; token = tokens.Next(); }
            if (other == document) { frequency += 0.5 * inside!.Frequency; other = inside.Next(); }
            matches.Add(document, frequency);
        }
        return matches;
    }

    private MatchList MatchCandidates(IndexSegment segment, TextField field)
    {
        var cursors = OpenCandidates(segment, field);
        if (cursors is null) return MatchList.Empty;
        var matches = new MatchList();
        var view = new DocumentView(segment, segment.OpenColumns());
        for (var document = cursors[0].Next(); document != PostingsCursor.End; document = cursors[0].Next())
        {
            document = Agree(cursors, document);
            if (document == PostingsCursor.End) break;
            _context.CancellationToken.ThrowIfCancellationRequested();
            view.MoveTo(document);
            var frequency = 0.0;
            foreach (var occurrence in Scan(view, field)) frequency += occurrence.Aligned ? 1 : 0.5;
            if (frequency > 0) matches.Add(document, frequency);
        }
        return matches;
    }

    // Postings of the string's characters (pairs of neighbours, unless punctuation may stand between them), rarest first; null when one is nowhere.
    private PostingsCursor[]? OpenCandidates(IndexSegment segment, TextField field)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var before = "";
        for (var i = 0; i < _folded.Length;)
        {
            Rune.DecodeFromUtf16(_folded.AsSpan(i), out _, out var length);
            var character = _folded.Substring(i, length);
            i += length;
            if (_context.IgnorePunctuation || i == length && i == _folded.Length) terms.Add(character);
            else if (before.Length > 0) terms.Add(before + character);
            before = character;
        }
        if (segment.Terms(field.Characters) is not { } dictionary) return null;
        var cursors = new PostingsCursor[terms.Count];
        var opened = 0;
        foreach (var term in terms)
        {
            if (!dictionary.SeekExact(new BytesRef(term))) return null;
            cursors[opened++] = PostingsCursor.Open(segment.Reader, dictionary);
        }
        Array.Sort(cursors, (a, b) => a.Cost.CompareTo(b.Cost));
        return cursors;
    }

    private static int Agree(PostingsCursor[] cursors, int target)
    {
        for (var i = 0; i < cursors.Length;)
        {
            var document = cursors[i].Document < target ? cursors[i].Advance(target) : cursors[i].Document;
            if (document == PostingsCursor.End) return document;
            if (document == target) { i++; continue; }
            target = document;
            i = 0;
        }
        return target;
    }
}

/// <summary>A place in a folded text, and whether it begins and ends at word boundaries.</summary>
internal readonly record struct Occurrence(TextSpan Span, bool Aligned);
