// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>Reads bytes or a string into a <see cref="Document"/>: encoding, front matter, title, date, author, source, paragraphs.</summary>
/// <remarks>Never fails on text. Safe to share between threads.</remarks>
public static class DocumentReader
{
    /// <summary>Reads a file's bytes.</summary>
    /// <param name="key">The document's key, for files the path relative to the folder, with <c>/</c>.</param>
    /// <param name="bytes">The whole file.</param>
    public static Document Read(string key, ReadOnlySpan<byte> bytes) => throw new NotImplementedException();

    /// <summary>Reads a text that is already decoded.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="text">The whole text; a front matter at its head is read as such.</param>
    public static Document Read(string key, string text) => throw new NotImplementedException();
}
