// SPDX-License-Identifier: MIT
using TextIndex.Codecs;
using TextIndex.Codecs.Columns;
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>The documents of one index segment that hold the rarest dictionary word of a string: every word that occurs has its postings, wherever it stands.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class WordDocuments
{
    // Looking up words costs this much: where less is to be gained it is not tried.
    private const long WorthLooking = 400_000;

    // Words that begin behind this are not looked up.
    private const int MostStarts = 32;

    private readonly string _folded;
    private readonly SearchContext _context;
    private readonly IndexSegment _segment;
    private readonly TextField _field;
    private readonly List<int> _found = [];
    private PostingsCursor? _word;
    private long _documents;
    private bool _looked;

    public WordDocuments(string folded, SearchContext context, IndexSegment segment, TextField field) =>
        (_folded, _context, _segment, _field) = (folded, context, segment, field);

    /// <summary>Gives the documents of a chunk that hold the word, where reading them is cheaper than another way.</summary>
    /// <param name="chunk">The chunk; asked for in ascending order.</param>
    /// <param name="otherCost">What the other way costs.</param>
    /// <param name="documents">Counted in the chunk, ascending.</param>
    /// <returns>False where the other way is cheaper.</returns>
    public bool TryFind(TextChunk chunk, long otherCost, out ReadOnlySpan<int> documents)
    {
        documents = default;
        if (otherCost < WorthLooking) return false;
        if (!_looked) Look();
        if (_documents == long.MaxValue || TextFinder.CostOf(_documents * chunk.Documents / Math.Max(1, _segment.DocumentCount), chunk) >= otherCost) return false;
        _found.Clear();
        var end = chunk.FirstDocument + chunk.Documents;
        for (var document = From(_word, chunk.FirstDocument); document < end; document = _word!.Next()) _found.Add(document - chunk.FirstDocument);
        documents = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_found);
        return true;
    }

    private static int From(PostingsCursor? cursor, int document) =>
        cursor is null ? PostingsCursor.End : cursor.Document >= document ? cursor.Document : cursor.Advance(document);

    // The rarest word; a word that has no postings at all is in no document.
    private void Look()
    {
        (_looked, _documents) = (true, long.MaxValue);
        var dictionary = _context.Analyzer.Segmenter.Dictionary;
        var lengths = new int[dictionary.LongestWordLength];
        for (var start = 0; start < Math.Min(MostStarts, _folded.Length - 1); start++)
        {
            foreach (var length in lengths.AsSpan(0, dictionary.WordsAt(_folded.AsSpan(start), lengths)))
            {
                var word = _folded.AsSpan(start, length);
                if (!_context.Analyzer.IsIndexedWord(word)) continue;
                var postings = PostingsCursor.Open(_segment.Reader, _field.Name, word);
                var documents = postings?.Cost ?? 0;
                if (documents < _documents) (_word, _documents) = (postings, documents);
            }
        }
    }
}
