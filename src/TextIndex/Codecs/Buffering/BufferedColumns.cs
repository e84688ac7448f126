// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs.Buffering;

/// <summary>Which columns the program that adds documents hands over in records: the field of the first one tells Lucene.Net where a document's record waits.</summary>
/// <param name="Buffer">Where they wait.</param>
/// <param name="Columns">The columns in the order of a record; the first one holds bytes.</param>
internal sealed record BufferedColumns(DocumentBuffer Buffer, IReadOnlyList<BufferedColumn> Columns)
{
    /// <summary>The field whose values are addresses; null where there are no columns.</summary>
    public string? Carrier => Columns.Count > 0 ? Columns[0].Name : null;
}

/// <summary>A column of a <see cref="DocumentRecord"/>.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="IsNumber">Numbers; else bytes.</param>
internal readonly record struct BufferedColumn(string Name, bool IsNumber);
