// SPDX-License-Identifier: MIT
using TextIndex.Analysis;
using TextIndex.Codecs;
using TextIndex.Codecs.Columns;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Normalization;

namespace TextIndex.Search;

/// <summary>Finds every occurrence of a string: from postings alone where it is an indexed word, else by the pairs of characters of the folded texts and a scan.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class LiteralPattern
{
    private readonly SearchContext _context;
    private readonly string _source;
    private readonly string _folded;
    private readonly bool _wholeWords;
    private readonly bool _isEmpty;
    private TextFinder? _finder, _inDocument;

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
        _isEmpty = _folded.Length == 0;
    }

    // A word that stands in the postings needs no finder of its places in all texts; places live in a finder, so one document's have their own.
    private TextFinder Finder => _finder ??= new TextFinder(new UnitPattern(_folded));

    private TextFinder InDocument => _inDocument ??= new TextFinder(new UnitPattern(_folded));

    /// <summary>Whether every occurrence stands in the postings.</summary>
    public bool IsWord => !_wholeWords && !_context.Exact && !_context.IgnorePunctuation && _context.Analyzer.IsIndexedWord(_folded);

    /// <summary>The string folded.</summary>
    public string Folded => _folded;

    /// <summary>Gives the documents of a segment whose field holds the string, with aligned + 0.5 × other occurrences.</summary>
    public MatchList Match(IndexSegment segment, TextField field)
    {
        if (_isEmpty) return MatchList.Empty;
        if (_context.IgnorePunctuation) return MatchStripped(segment, field);
        return IsWord ? MatchWord(segment, field) : MatchText(segment, field);
    }

    /// <summary>Walks the documents of a segment whose field holds the folded string, whatever its source and the word boundaries; the string must not be empty.</summary>
    public LiteralWalk Walk(IndexSegment segment, TextField field) => new(segment, field, Finder, new WordDocuments(_folded, _context, segment, field));

    /// <summary>The same by reading all texts from end to end: what the index is measured against.</summary>
    public LiteralWalk WalkByScan(IndexSegment segment, TextField field) => new(segment, field, Finder, null);

    /// <summary>Gives the occurrences in a field of a document, ascending, as spans of the folded text.</summary>
    public List<Occurrence> Scan(DocumentView document, TextField field)
    {
        var occurrences = new List<Occurrence>();
        if (_isEmpty) return occurrences;
        if (_context.IgnorePunctuation) ScanStripped(document, field, occurrences);
        else
        {
            var chunk = document.Segment.Texts(field).ChunkOf(document.Document);
            var inChunk = document.Document - chunk.FirstDocument;
            var start = chunk.BoundsOf(inChunk).Start;
            foreach (var place in InDocument.Find(chunk, inChunk)) occurrences.Add(new Occurrence(new TextSpan(place - start, _folded.Length), false));
        }
        if (occurrences.Count == 0) return occurrences;
        var boundaries = document.Boundaries(field);
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

    /// <summary>Counts the occurrences in a field of a document: as many as <see cref="Scan"/> gives.</summary>
    public int Count(DocumentView document, TextField field)
    {
        if (_isEmpty) return 0;
        if (_context.IgnorePunctuation || _context.Exact || _wholeWords) return Scan(document, field).Count;
        var chunk = document.Segment.Texts(field).ChunkOf(document.Document);
        return InDocument.Find(chunk, document.Document - chunk.FirstDocument).Length;
    }

    // Punctuation of the text is stepped over; spans are of the text with it.
    private void ScanStripped(DocumentView document, TextField field, List<Occurrence> occurrences)
    {
        var stripped = Punctuation.Strip(document.Folded(field), out var offsets);
        foreach (var place in InDocument.Find(stripped))
            occurrences.Add(new Occurrence(TextSpan.FromBounds(offsets[place], offsets[place + _folded.Length - 1] + 1), false));
    }

    private bool IsExact(DocumentView document, TextField field, TextSpan folded)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        var span = document.ToSource(field, folded);
        var source = document.Text.AsSpan(span.Start, span.Length);
        return _context.IgnorePunctuation ? Punctuation.Strip(source, out _).Trim().SequenceEqual(Punctuation.Strip(_source, out _).Trim()) : source.SequenceEqual(_source);
    }

    private MatchList MatchWord(IndexSegment segment, TextField field) => MatchList.Of(PostingsCursor.Open(segment.Reader, field.Name, _folded));

    private MatchList MatchText(IndexSegment segment, TextField field)
    {
        var matches = new MatchList();
        var view = _context.Exact ? new DocumentView(segment, segment.OpenColumns()) : null;
        for (var walk = Walk(segment, field); walk.MoveNext();)
        {
            if ((matches.Count & 1023) == 0) _context.CancellationToken.ThrowIfCancellationRequested();
            var frequency = view is null ? FrequencyOf(walk.Chunk, walk.Places) : ExactFrequencyOf(view, walk.Document, field);
            if (frequency > 0) matches.Add(walk.Document, frequency);
        }
        return matches;
    }

    private double FrequencyOf(TextChunk chunk, ReadOnlySpan<int> places)
    {
        var aligned = 0;
        foreach (var place in places)
            if (chunk.IsCut(place) && chunk.IsCut(place + _folded.Length)) aligned++;
        return _wholeWords ? aligned : aligned + 0.5 * (places.Length - aligned);
    }

    private double ExactFrequencyOf(DocumentView view, int document, TextField field)
    {
        view.MoveTo(document);
        var frequency = 0.0;
        foreach (var occurrence in Scan(view, field)) frequency += occurrence.Aligned ? 1 : 0.5;
        return frequency;
    }

    // Punctuation may stand between any two characters: the documents with the character that has fewest followers are read without it.
    private MatchList MatchStripped(IndexSegment segment, TextField field)
    {
        var matches = new MatchList();
        var view = new DocumentView(segment, segment.OpenColumns());
        foreach (var chunk in segment.Texts(field).Chunks)
        {
            var rarest = new TextFinder(new UnitPattern(RarestOf(chunk)));
            var last = -1;
            foreach (var place in rarest.Find(chunk))
            {
                if (last >= 0 && place < chunk.BoundsOf(last).End) continue;
                last = chunk.DocumentAt(place);
                if (!segment.IsLive(chunk.FirstDocument + last)) continue;
                _context.CancellationToken.ThrowIfCancellationRequested();
                var frequency = ExactFrequencyOf(view, chunk.FirstDocument + last, field);
                if (frequency > 0) matches.Add(chunk.FirstDocument + last, frequency);
            }
        }
        return matches;
    }

    private string RarestOf(TextChunk chunk)
    {
        var (best, fewest) = (0, int.MaxValue);
        for (var i = 0; i < Math.Min(_folded.Length, UnitPattern.Short) && chunk.Pairs is { } pairs; i++)
        {
            // Half a code point is no string to look for.
            if (char.IsSurrogate(_folded[i])) continue;
            var followers = pairs.FollowersOf(_folded[i]);
            if (followers < fewest) (best, fewest) = (i, followers);
        }
        var length = char.IsHighSurrogate(_folded[best]) && best + 1 < _folded.Length && char.IsLowSurrogate(_folded[best + 1]) ? 2 : 1;
        return _folded.Substring(best, length);
    }
}

/// <summary>A place in a folded text, and whether it begins and ends at word boundaries.</summary>
internal readonly record struct Occurrence(TextSpan Span, bool Aligned);
