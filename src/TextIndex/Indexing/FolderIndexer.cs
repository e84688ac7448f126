// SPDX-License-Identifier: MIT
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Primitives;
using TextIndex.Storage;

namespace TextIndex.Indexing;

/// <summary>Brings an index up to date with folders of files, touching only what is new, changed or gone.</summary>
internal static class FolderIndexer
{
    /// <summary>Commit user data: full paths of the folders, one a line.</summary>
    public const string FoldersEntry = "textindex.folders";

    private const long MostBytesAhead = 64L << 20;

    // What came of one file: its document's diagnostics where it was added, else why it was not.
    private readonly record struct Added(Document? Document, SkippedFile Skipped);

    /// <summary>Tells whether an index is behind its folders. Needs no writer and takes no lock.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static bool IsStale(IndexSnapshot snapshot, IReadOnlyList<string> folders, FolderOptions options, CancellationToken cancellationToken) =>
        FolderPlan.Make(snapshot.FileStamps(), folders, options, cancellationToken).IsStale;

    /// <summary>Reads what is new or changed and deletes what is gone; the commit is the caller's.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; nothing was changed.</exception>
    public static FolderReport Refresh(IndexSession session, IndexSnapshot snapshot, IReadOnlyList<string> folders, FolderOptions options, IProgress<FolderProgress>? progress, CancellationToken cancellationToken) =>
        Refresh(session, snapshot.FileStamps(), folders, options, progress, TimeProvider.System, cancellationToken);

    /// <summary>The same on a clock of the caller's.</summary>
    internal static FolderReport Refresh(
        IndexSession session, IEnumerable<KeyValuePair<string, FileStamp>> known, IReadOnlyList<string> folders, FolderOptions options,
        IProgress<FolderProgress>? progress, TimeProvider clock, CancellationToken cancellationToken)
    {
        var plan = FolderPlan.Make(known, folders, options, cancellationToken);
        var (added, updated, deleted) = (0, 0, plan.Gone.Count);
        List<FileNote> skipped = [.. plan.Skipped];
        var diagnostics = new List<FileNote>();
        session.UserData[FoldersEntry] = string.Join('\n', folders.Select(folder => new SourceFolder(folder).FullPath));
        foreach (var key in plan.Gone) session.Delete(key);

        var done = plan.Unchanged;
        var total = plan.Unchanged + plan.Read.Count;
        foreach (var (reading, result) in AddAhead(session, plan, options, clock, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(++done, total, reading.Key));
            if (result.Document is not { } document)
            {
                skipped.Add(new(reading.Key, result.Skipped.Reason));
                if (result.Skipped.IsUnknown || reading.IsNew) continue;
                session.Delete(reading.Key);
                deleted++;
                continue;
            }
            if (reading.IsNew) added++; else updated++;
            if (document.Diagnostics.Count > 0)
                diagnostics.Add(new(reading.Key, Messages.FileDiagnostics(document.Diagnostics[0].Message, document.Diagnostics.Count - 1)));
        }
        return new FolderReport(added, updated, deleted, plan.Unchanged, skipped, plan.OtherKinds, diagnostics);
    }

    // Files are read, decoded, cut and added on all cores, a few at a time, and told of in the plan's order. Which documents stand beside each other in the index
    // depends on who was first; what it answers does not: equal scores are ordered by key.
    private static IEnumerable<(FolderPlan.Reading Reading, Added Result)> AddAhead(
        IndexSession session, FolderPlan plan, FolderOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var mostAhead = 4 * Math.Min(Environment.ProcessorCount, 8);
        var ahead = new Queue<(FolderPlan.Reading Reading, Task<Added> Task)>();
        var bytesAhead = 0L;
        var next = 0;
        try
        {
            while (next < plan.Read.Count || ahead.Count > 0)
            {
                while (next < plan.Read.Count && ahead.Count < mostAhead && (ahead.Count == 0 || bytesAhead < MostBytesAhead))
                {
                    var reading = plan.Read[next++];
                    bytesAhead += reading.File.SizeBytes;
                    ahead.Enqueue((reading, Task.Run(() => Add(session, reading, options, clock), cancellationToken)));
                }
                var (first, task) = ahead.Peek();
                var result = task.GetAwaiter().GetResult();
                ahead.Dequeue();
                bytesAhead -= first.File.SizeBytes;
                yield return (first, result);
            }
        }
        finally
        {
            // Nothing may be added any more once the caller forgets or commits what was; what failed first has been told.
            Task.WhenAll(ahead.Select(one => one.Task)).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private static Added Add(IndexSession session, FolderPlan.Reading reading, FolderOptions options, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcTicks;
        if (!reading.Folder.TryRead(reading.File, options.LargestFileBytes, out var content, out var skipped)) return new(null, skipped);
        var document = DocumentReader.Read(reading.Key, content.Bytes);
        session.Add(document, session.Analyze(document), new FileStamp(content.Bytes.Length, content.ModifiedTicks, now));
        return new(document, default);
    }
}
