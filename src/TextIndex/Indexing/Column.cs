// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Indexing;

/// <summary>A column of the caller's own: values beside the text, kept with each document, that searches filter and sort by.</summary>
/// <example><code>
/// var options = new SearchIndexOptions { Columns = [new Column("school", ColumnKind.Text), new Column("grade", ColumnKind.Integer)] };
/// </code></example>
/// <remarks>An index remembers its columns; a document need not have a value in each. Immutable; safe to share between threads.</remarks>
public sealed record Column
{
    private static readonly string[] Taken = ["title", "body", "source", "date", "key"];

    /// <summary>Names a column.</summary>
    /// <param name="name">A letter, then letters, digits and <c>_</c>; case matters. How queries call it: <c>grade:2</c>.</param>
    /// <param name="kind">What it holds.</param>
    /// <exception cref="ArgumentException">The name is none, or is one of title, body, source, date, key.</exception>
    public Column(string name, ColumnKind kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!char.IsLetter(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c == '_') || Taken.Contains(name))
            throw new ArgumentException(Messages.ColumnName(name), nameof(name));
        if (!Enum.IsDefined(kind)) throw new ArgumentOutOfRangeException(nameof(kind));
        (Name, Kind) = (name, kind);
    }

    /// <summary>How queries call it.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public ColumnKind Kind { get; }

    /// <summary>Name of its values in the index.</summary>
    internal string FieldName => "c." + Name;
}
