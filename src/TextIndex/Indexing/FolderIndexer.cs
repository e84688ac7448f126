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

    private readonly record struct Prepared(Document? Document, (AnalyzedText Title, AnalyzedText Body) Analyzed, FileStamp Stamp, SkippedFile Skipped);

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
        foreach (var (reading, prepared) in PrepareAhead(session, plan, options, clock, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(++done, total, reading.Key));
            if (prepared.Document is not { } document)
            {
                skipped.Add(new(reading.Key, prepared.Skipped.Reason));
                if (prepared.Skipped.IsUnknown || reading.IsNew) continue;
                session.Delete(reading.Key);
                deleted++;
                continue;
            }
            session.Add(document, prepared.Analyzed, prepared.Stamp);
            if (reading.IsNew) added++; else updated++;
            if (document.Diagnostics.Count > 0)
                diagnostics.Add(new(reading.Key, Messages.FileDiagnostics(document.Diagnostics[0].Message, document.Diagnostics.Count - 1)));
        }
        return new FolderReport(added, updated, deleted, plan.Unchanged, skipped, plan.OtherKinds, diagnostics);
    }

    // Files are read, decoded and cut a few ahead on the other cores, and handed over in the plan's order: the index does not depend on who was first.
    private static IEnumerable<(FolderPlan.Reading Reading, Prepared Prepared)> PrepareAhead(
        IndexSession session, FolderPlan plan, FolderOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var mostAhead = 4 * Math.Min(Environment.ProcessorCount, 8);
        var ahead = new Queue<(FolderPlan.Reading Reading, Task<Prepared> Task)>();
        var bytesAhead = 0L;
        var next = 0;
        while (next < plan.Read.Count || ahead.Count > 0)
        {
            while (next < plan.Read.Count && ahead.Count < mostAhead && (ahead.Count == 0 || bytesAhead < MostBytesAhead))
            {
                var reading = plan.Read[next++];
                bytesAhead += reading.File.SizeBytes;
                ahead.Enqueue((reading, Task.Run(() => Prepare(session, reading, options, clock), cancellationToken)));
            }
            var (first, task) = ahead.Dequeue();
            var prepared = task.GetAwaiter().GetResult();
            bytesAhead -= first.File.SizeBytes;
            yield return (first, prepared);
        }
    }

    private static Prepared Prepare(IndexSession session, FolderPlan.Reading reading, FolderOptions options, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcTicks;
        if (!reading.Folder.TryRead(reading.File, options.LargestFileBytes, out var content, out var skipped)) return new(null, default, default, skipped);
        var document = DocumentReader.Read(reading.Key, content.Bytes);
        return new(document, session.Analyze(document), new FileStamp(content.Bytes.Length, content.ModifiedTicks, now), default);
    }
}
