// SPDX-License-Identifier: MIT
using TextIndex.Indexing;
using TextIndex.Primitives;

namespace TextIndex;

/// <summary>Several indexes, searched as if they were one: the same hits in the same order with the same scores, to the last bit.</summary>
/// <example><code>
/// using FederatedIndex both = FederatedIndex.Open(["/data/2023", "/data/2024"]);
/// foreach (Hit hit in both.Search("实事求是").Hits) Console.WriteLine(hit.Key);
/// </code></example>
/// <remarks>
/// The statistics that scores are made of are summed over all parts before anything is scored, so a document's score does not depend on which part it is
/// in. All parts must cut words with one dictionary. A key that stands in two parts is given twice; key prefixes tell the two apart. Safe to share
/// between threads. What is written into a part is seen after <see cref="Refresh"/>, or where the part itself is refreshed.
/// </remarks>
public sealed class FederatedIndex : SearchableIndex
{
    private readonly IReadOnlyList<SearchIndex> _parts;
    private readonly IReadOnlyList<string> _keyPrefixes;
    private readonly IReadOnlyList<IndexFiles> _files;
    private readonly object _gate = new();
    private IndexSnapshot? _joined;
    private IReadOnlyList<IndexSnapshot> _joinedOf = [];
    private bool _disposed;

    /// <summary>Searches open indexes as one.</summary>
    /// <inheritdoc cref="FederatedIndex(IReadOnlyList{SearchIndex}, IReadOnlyList{string})"/>
    public FederatedIndex(IReadOnlyList<SearchIndex> parts) : this(parts, [.. (parts ?? throw new ArgumentNullException(nameof(parts))).Select(_ => "")]) { }

    /// <summary>Searches open indexes as one.</summary>
    /// <param name="parts">The indexes, one or more; disposing this disposes them.</param>
    /// <param name="keyPrefixes">What the keys of each part's documents are given with, such as <c>2023/</c>; one a part.</param>
    /// <exception cref="ArgumentException">There is no part, or not one prefix a part, or two parts have a column of one name with different kinds.</exception>
    /// <exception cref="IndexVersionException">A part was written with another dictionary than the first one.</exception>
    public FederatedIndex(IReadOnlyList<SearchIndex> parts, IReadOnlyList<string> keyPrefixes)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(keyPrefixes);
        ArgumentOutOfRangeException.ThrowIfZero(parts.Count, nameof(parts));
        ArgumentOutOfRangeException.ThrowIfNotEqual(keyPrefixes.Count, parts.Count, nameof(keyPrefixes));
        foreach (var part in parts) ArgumentNullException.ThrowIfNull(part, nameof(parts));
        foreach (var prefix in keyPrefixes) ArgumentNullException.ThrowIfNull(prefix, nameof(keyPrefixes));
        (_parts, _keyPrefixes, _files) = ([.. parts], [.. keyPrefixes], [.. parts.Select(part => part.Files)]);
        var first = IndexSession.FingerprintOf(parts[0].Analyzer);
        foreach (var part in parts)
            if (IndexSession.FingerprintOf(part.Analyzer) is var found && found != first) throw new IndexVersionException(part.Files.Name, found, first);
        OpenSnapshot().Dispose();
    }

    /// <summary>Opens the indexes in several folders for searching.</summary>
    /// <param name="paths">The index folders, one or more.</param>
    /// <exception cref="DirectoryNotFoundException">There is no index in one of them.</exception>
    /// <exception cref="IndexVersionException">One was written with another dictionary or format.</exception>
    /// <exception cref="IndexCorruptException">A file of one is damaged.</exception>
    public static FederatedIndex Open(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var parts = new List<SearchIndex>();
        try
        {
            foreach (var path in paths) parts.Add(SearchIndex.Open(path, new SearchIndexOptions { ReadOnly = true }));
            return new FederatedIndex(parts);
        }
        catch
        {
            foreach (var part in parts) part.Dispose();
            throw;
        }
    }

    /// <summary>The indexes that are searched, in order.</summary>
    public IReadOnlyList<SearchIndex> Parts => _parts;

    /// <inheritdoc/>
    public override int Count
    {
        get { using var snapshot = OpenSnapshot(); return snapshot.Count; }
    }

    /// <summary>Moves every part to its newest commit.</summary>
    /// <returns>True when one of them had a newer one.</returns>
    public bool Refresh()
    {
        var newer = false;
        foreach (var part in _parts) newer |= part.Refresh();
        return newer;
    }

    /// <summary>Holds the commits that searches see now, one a part: what it answers stays the same until it is disposed.</summary>
    public override SearchSnapshot OpenSnapshot()
    {
        var leases = new List<SharedSnapshot.Holder>(_parts.Count);
        try
        {
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                foreach (var part in _parts) leases.Add(part.Lease());
                var snapshots = leases.ConvertAll(lease => lease.Snapshot);
                if (_joined is null || !snapshots.SequenceEqual(_joinedOf))
                    (_joined, _joinedOf) = (IndexSnapshot.Join([.. snapshots.Zip(_keyPrefixes)]), snapshots);
                return new SearchSnapshot(_joined, _parts[0].Analyzer, _files, () => Release(leases));
            }
        }
        catch
        {
            Release(leases);
            throw;
        }
    }

    /// <summary>Closes the indexes. Searches that are under way go on to their end.</summary>
    public override void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
        }
        foreach (var part in _parts) part.Dispose();
    }

    private static void Release(List<SharedSnapshot.Holder> leases)
    {
        foreach (var lease in leases) lease.Dispose();
    }
}
