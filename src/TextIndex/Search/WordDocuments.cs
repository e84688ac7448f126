// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Codecs.Columns;
using TextIndex.Indexing;
using TextIndex.Search.Scorers;

namespace TextIndex.Search;

/// <summary>The documents of one index segment that hold the rarest dictionary words of a string: every word that occurs has its postings, wherever it stands.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class WordDocuments
{
    // Looking up words costs this much: where less is to be gained it is not tried. All in the measure of TextFinder, tenths of a nanosecond.
    private const long WorthLooking = 400_000;

    // Cutting lists with each other costs this much for a document of the rarest, or a little less; where it is not a small part of the other way it is not tried.
    private const long CutDocument = 30, SmallPart = 4;

    // Words that begin behind this are not looked up, and no more lists than these are cut with each other.
    private const int MostStarts = 32, MostWords = 4;

    private readonly string _folded;
    private readonly SearchContext _context;
    private readonly IndexSegment _segment;
    private readonly TextField _field;
    private readonly List<(int Documents, byte[] Word)> _words = [];
    private readonly List<int> _found = [];
    private List<int>? _common;
    private bool _looked;

    public WordDocuments(string folded, SearchContext context, IndexSegment segment, TextField field) =>
        (_folded, _context, _segment, _field) = (folded, context, segment, field);

    /// <summary>Gives the documents of a chunk that hold the words, where reading them is cheaper than another way.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="otherCost">What the other way costs.</param>
    /// <param name="documents">Counted in the chunk, ascending.</param>
    /// <returns>False where the other way is cheaper.</returns>
    public bool TryFind(TextChunk chunk, long otherCost, out ReadOnlySpan<int> documents)
    {
        documents = default;
        if (otherCost < WorthLooking) return false;
        if (!_looked) Look();
        if (_words.Count == 0) return false;
        if (_common is null)
        {
            if (_words[0].Documents * CutDocument * SmallPart > otherCost * _segment.DocumentCount / Math.Max(1, chunk.Documents)) return false;
            _common = SnapshotView.Of(_context.Snapshot).Intersect(_segment.Ordinal, _field, [.. _words.Select(word => word.Word)], _context.CancellationToken);
        }
        var first = From(chunk.FirstDocument);
        var end = From(chunk.FirstDocument + chunk.Documents);
        if (TextFinder.CostOf(end - first, chunk) >= otherCost) return false;
        _found.Clear();
        for (var i = first; i < end; i++) _found.Add(_common[i] - chunk.FirstDocument);
        documents = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_found);
        return true;
    }

    private int From(int document) => _common!.BinarySearch(document) is var at && at < 0 ? ~at : at;

    // The rarest words, the rarest first; a word that has no postings at all is in no document.
    private void Look()
    {
        _looked = true;
        var views = SnapshotView.Of(_context.Snapshot);
        if (!views.IsOurs) return;
        var terms = views.Segments[_segment.Ordinal].Field(_field)?.Terms;
        var dictionary = _context.Analyzer.Segmenter.Dictionary;
        var lengths = new int[dictionary.LongestWordLength];
        for (var start = 0; start < Math.Min(MostStarts, _folded.Length - 1); start++)
        {
            foreach (var length in lengths.AsSpan(0, dictionary.WordsAt(_folded.AsSpan(start), lengths)))
            {
                var word = _folded.AsSpan(start, length);
                if (!_context.Analyzer.IsIndexedWord(word)) continue;
                var bytes = new byte[Encoding.UTF8.GetByteCount(word)];
                Encoding.UTF8.GetBytes(word, bytes);
                _words.Add((terms is not null && terms.TryFind(bytes, out var entry) ? entry.DocumentFrequency : 0, bytes));
            }
        }
        _words.Sort((a, b) => a.Documents.CompareTo(b.Documents));
        if (_words.Count > MostWords) _words.RemoveRange(MostWords, _words.Count - MostWords);
    }
}
