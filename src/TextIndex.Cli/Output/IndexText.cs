// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Indexing;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>What indexing did, for people.</summary>
internal static class IndexText
{
    public static void Write(Painter page, string index, FolderReport report, int documents, TimeSpan elapsed)
    {
        page.WriteLine(Messages.IndexSummary(documents, report.Added, report.Updated, report.Deleted, report.Unchanged, elapsed.TotalMilliseconds));
        page.WriteLine(Messages.IndexWritten(index), Ink.Faint);
    }
}
