// SPDX-License-Identifier: MIT
using TextIndex.Indexing;
using TextIndex.Primitives;

namespace TextIndex.Cli.Sessions;

/// <summary>Tells on standard error what indexing could not take, or took although something was wrong with it.</summary>
internal static class FolderNotices
{
    public static void Tell(Invocation call, IReadOnlyList<string> folders, FolderReport report, int documents)
    {
        foreach (var note in report.Skipped) call.Notice(Messages.Skipped(note.Path, note.Message));
        foreach (var note in report.Diagnostics) call.Notice(Messages.Skipped(note.Path, note.Message));
        if (documents == 0 && report.Skipped.Count == 0) call.Notice(Messages.NothingToIndex(string.Join(", ", folders)));
    }
}
