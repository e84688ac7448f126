// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Index;
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Primitives;
using TextIndex.Search;
using TextIndex.Snippets;
using Directory = Lucene.Net.Store.Directory;

namespace TextIndex;

/// <summary>One commit of an index, held open: its answers never change. For paging, and for anything that asks more than once.</summary>
/// <example><code>
/// using SearchSnapshot snapshot = index.OpenSnapshot();
/// int all = snapshot.Search("学习").Total, old = snapshot.Search("学习 date:..2022").Total;       // of the same documents
/// </code></example>
/// <remarks>
/// Safe to share between threads. Dispose it: as long as it is held the files of its commit stay on the disk. Searches that are under way when it is
/// disposed go on to their end.
/// </remarks>
public sealed class SearchSnapshot : ISearchable
{
    private readonly IndexSnapshot _snapshot;
    private readonly FieldAnalyzer _analyzer;
    private readonly IReadOnlyList<IndexFiles> _files;
    private readonly Action _release;
    private readonly object _gate = new();
    private int _holders = 1;
    private bool _disposed;

    /// <param name="snapshot">What is searched.</param>
    /// <param name="analyzer">Folds and cuts.</param>
    /// <param name="files">Whose files it is made of: asked where reading stumbles.</param>
    /// <param name="release">Called once when nobody reads any more.</param>
    internal SearchSnapshot(IndexSnapshot snapshot, FieldAnalyzer analyzer, IReadOnlyList<IndexFiles> files, Action release) =>
        (_snapshot, _analyzer, _files, _release) = (snapshot, analyzer, files, release);

    /// <inheritdoc/>
    public int Count => Read(() => _snapshot.DocumentCount);

    /// <summary>Columns of the caller's that documents may have values in.</summary>
    public IReadOnlyList<Column> Columns => _snapshot.Columns.All;

    /// <summary>Lucene.Net's own readers, one an index segment: for its queries and tools, as long as the snapshot is held. Do not dispose them.</summary>
    /// <example><code>
    /// using var snapshot = index.OpenSnapshot();
    /// var searcher = new IndexSearcher(snapshot.LuceneReader);
    /// </code></example>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public IndexReader LuceneReader => Read(() => _snapshot.LuceneReader);

    /// <inheritdoc/>
    public SearchResult Search(string query) => Search(query, SearchOptions.Default);

    /// <inheritdoc/>
    public SearchResult Search(string query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        return Search(Parse(query, options), options, cancellationToken);
    }

    /// <inheritdoc/>
    public SearchResult Search(Query query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        return Read(() =>
        {
            var searcher = new Searcher(_snapshot, _analyzer, query, options, cancellationToken);
            var ranked = Rank(searcher, options, out var total);
            var hits = new List<Hit>(Math.Max(0, ranked.Count - options.Offset));
            for (var i = options.Offset; i < ranked.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hits.Add(HitOf(searcher, ranked[i], options));
            }
            var next = hits.Count == 0 ? null : new SearchCursor(options.Sort, options.SortColumn, options.SortColumn.Length > 0 && options.Descending, ranked[^1]);
            return new SearchResult(hits, total, _snapshot.DocumentCount) { Next = next };
        });
    }

    /// <summary>The documents of a search, the best first, before anything of them is read or shown.</summary>
    internal List<RankedDocument> Rank(Query query, SearchOptions options) =>
        Read(() => Rank(new Searcher(_snapshot, _analyzer, query, options, CancellationToken.None), options, out _));

    /// <inheritdoc/>
    public Task<SearchResult> SearchAsync(string query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(() => Search(query, options, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SearchResult> SearchAsync(Query query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(() => Search(query, options, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public OccurrenceCount CountOccurrences(string query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        var read = Parse(query, options);
        return Read(() =>
        {
            var searcher = new Searcher(_snapshot, _analyzer, read, options, cancellationToken);
            var (documents, occurrences) = (0, 0L);
            foreach (var document in searcher.Matching())
            {
                documents++;
                occurrences += searcher.CountPlaces(document);
            }
            return new OccurrenceCount(documents, occurrences);
        });
    }

    /// <inheritdoc/>
    public Task<OccurrenceCount> CountOccurrencesAsync(string query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(() => CountOccurrences(query, options, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Concordance Concordance(string query, ConcordanceOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        var compare = new SearchOptions { Literal = options.Literal, Exact = options.Exact, IgnorePunctuation = options.IgnorePunctuation };
        var read = Parse(query, compare);
        return Read(() => ConcordanceBuilder.Build(new Searcher(_snapshot, _analyzer, read, compare, cancellationToken), options));
    }

    /// <inheritdoc/>
    public Task<Concordance> ConcordanceAsync(string query, ConcordanceOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(() => Concordance(query, options, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Explanation Explain(string query, string key, SearchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(options);
        var read = Searcher.WithFilters(Parse(query, options), options);
        return Read(() => new QueryExplainer(Searcher.ContextOf(_snapshot, _analyzer, options, cancellationToken)).Explain(read, key))
            ?? throw new KeyNotFoundException(Messages.NoSuchDocument(key));
    }

    /// <inheritdoc/>
    public bool TryGet(string key, [NotNullWhen(true)] out Document? document)
    {
        ArgumentNullException.ThrowIfNull(key);
        document = Read(() => DocumentLookup.TryFind(_snapshot, key, out var segment, out var id) ? DocumentLookup.Read(segment, id, _snapshot.Columns) : null);
        return document is not null;
    }

    /// <summary>Lets go of the commit.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
        }
        Leave();
    }

    /// <summary>Reads the query syntax with the columns of this index.</summary>
    internal Query Parse(string query, SearchOptions options) => Searcher.Read(query, options.Literal, _analyzer, _snapshot.Columns, options.Words);

    internal IndexSnapshot Snapshot => _snapshot;

    private List<RankedDocument> Rank(Searcher searcher, SearchOptions options, out int total)
    {
        var most = options.Limit <= 0 ? int.MaxValue : (int)Math.Min(int.MaxValue, (long)options.Limit + options.Offset);
        return searcher.FindTop(most, HitOrder.Of(options, _snapshot.Columns), out total);
    }

    private Hit HitOf(Searcher searcher, RankedDocument ranked, SearchOptions options)
    {
        var segment = _snapshot.Segments[ranked.Segment];
        var document = new DocumentView(segment, segment.OpenColumns());
        document.MoveTo(ranked.Document);
        var places = searcher.FindPlaces(document);
        var truncated = options.MatchLimit > 0 && places.Count > options.MatchLimit;
        return new Hit
        {
            Key = ranked.Key,
            Title = document.Meta.TitleSpan.In(document.Text),
            Date = IndexDate.FromNumber(ranked.Date),
            Source = document.Meta.Source,
            Score = ranked.Score,
            Snippet = SnippetBuilder.Build(document.Text, document.Meta, places, Math.Max(1, options.SnippetLength)),
            Matches = truncated ? places[..options.MatchLimit] : places,
            Truncated = truncated,
            Columns = DocumentLookup.ReadColumns(segment, ranked.Document, _snapshot.Columns),
            Explanation = options.Explain ? searcher.Explain(document) : "",
        };
    }

    // Whoever reads holds the commit: a dispose in another thread never takes mapped bytes away under a search.
    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _holders++;
        }
        try
        {
            return IndexDamage.Guard(_files, read);
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        lock (_gate)
            if (--_holders > 0) return;
        _release();
    }
}
