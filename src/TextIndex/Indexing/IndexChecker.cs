// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>Stand-in until the storage room lands; take that room's file whole.</summary>
internal static class IndexChecker
{
    public static void VerifyFiles(Lucene.Net.Store.Directory directory, string name) { }

    public static CheckReport Check(Lucene.Net.Store.Directory directory, string name, CancellationToken cancellationToken) => new([], [], 0);
}
