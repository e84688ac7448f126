// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>The files of one index, and how it is called in messages.</summary>
internal readonly record struct IndexFiles(Lucene.Net.Store.Directory Directory, string Name);
