// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>What checking an index byte by byte found.</summary>
/// <param name="Files">Every file of the last commit, with its size and, where it is damaged, what is wrong.</param>
/// <param name="Problems">What is wrong beyond single files, such as a column that does not fit the text; empty when sound.</param>
/// <param name="Documents">Documents in the last commit; 0 where it cannot be read.</param>
public sealed record CheckReport(IReadOnlyList<CheckedFile> Files, IReadOnlyList<string> Problems, int Documents)
{
    /// <summary>True when every file is what was written.</summary>
    public bool Sound => Problems.Count == 0 && Files.All(file => file.Problem.Length == 0);
}

/// <summary>One file of an index.</summary>
/// <param name="Name">Its name in the index folder.</param>
/// <param name="SizeBytes">Its size; 0 where it is missing.</param>
/// <param name="Problem">What is wrong with it; empty when sound.</param>
public sealed record CheckedFile(string Name, long SizeBytes, string Problem);
