// SPDX-License-Identifier: MIT
using TextIndex.Codecs.Columns;
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>Walks the documents of one index segment that hold a string in a field, ascending, with all its places. For one thread.</summary>
/// <remarks>Only one walk of a finder at a time: places live in the finder.</remarks>
internal ref struct LiteralWalk
{
    private readonly IndexSegment _segment;
    private readonly TextFinder _finder;
    private readonly ReadOnlySpan<TextChunk> _chunks;
    private readonly WordDocuments? _words;
    private ReadOnlySpan<int> _places, _documents;
    private int _nextChunk, _first, _next, _inChunk, _nextDocument;

    /// <summary>Begins a walk.</summary>
    /// <param name="segment">The index segment.</param>
    /// <param name="field">The field.</param>
    /// <param name="finder">Looks for the string.</param>
    /// <param name="words">Knows the documents of its words; null = every text is read from end to end.</param>
    public LiteralWalk(IndexSegment segment, TextField field, TextFinder finder, WordDocuments? words)
    {
        (_segment, _finder, _words) = (segment, finder, words);
        _chunks = segment.Texts(field).Chunks;
    }

    /// <summary>The chunk that the document at hand is in.</summary>
    public TextChunk Chunk { get; private set; } = null!;

    /// <summary>The document at hand.</summary>
    public readonly int Document => Chunk.FirstDocument + _inChunk;

    /// <summary>Where the document at hand begins in its chunk.</summary>
    public int Start { get; private set; }

    /// <summary>Its places, in the chunk.</summary>
    public readonly ReadOnlySpan<int> Places => _places[_first.._next];

    /// <summary>Goes to the next document that is not deleted.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            while (_next == _places.Length)
            {
                if (_nextChunk == _chunks.Length) return false;
                Chunk = _chunks[_nextChunk++];
                _places = FindInChunk();
                (_next, _inChunk) = (0, -1);
            }
            _first = _next;
            _inChunk = DocumentAt(_places[_first]);
            (Start, var end) = Chunk.BoundsOf(_inChunk);
            while (_next < _places.Length && _places[_next] < end) _next++;
            if (_first == _next) throw new FormatException("text column: an occurrence is in no document");
            if (_segment.IsLive(Document)) return true;
        }
    }

    // Where documents were read one by one, the next place is in one of them.
    private int DocumentAt(int place)
    {
        while (_nextDocument < _documents.Length)
            if (Chunk.BoundsOf(_documents[_nextDocument++]).End > place) return _documents[_nextDocument - 1];
        return Chunk.DocumentAt(place, _inChunk);
    }

    private ReadOnlySpan<int> FindInChunk()
    {
        _documents = default;
        _nextDocument = 0;
        if (_words is null) return _finder.Scan(Chunk);
        var cost = _finder.Plan(Chunk);
        return _words.TryFind(Chunk, cost, out _documents) ? _finder.Find(Chunk, _documents) : _finder.FindPlanned(Chunk);
    }
}
