// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Indexing;

// entry := line*          line := name ' ' ('text' | 'integer' | 'date') '\n'          in the order in which the index was told of them
/// <summary>The columns of an index, as its commits remember them. Immutable; safe to share between threads.</summary>
internal sealed class ColumnSet
{
    /// <summary>Commit user data: the columns.</summary>
    public const string Entry = "textindex.columns";

    public static readonly ColumnSet None = new([]);

    private static readonly string[] Kinds = ["text", "integer", "date"];

    private ColumnSet(IReadOnlyList<Column> all) => All = all;

    /// <summary>In the order in which the index was told of them.</summary>
    public IReadOnlyList<Column> All { get; }

    public bool TryGet(string name, [NotNullWhen(true)] out Column? column)
    {
        foreach (var candidate in All)
            if (candidate.Name == name) { column = candidate; return true; }
        column = null;
        return false;
    }

    /// <exception cref="ArgumentException">The index has no such column.</exception>
    public Column Get(string name, string parameter) => TryGet(name, out var column) ? column : throw new ArgumentException(Messages.NoSuchColumn(name), parameter);

    /// <summary>These columns and more.</summary>
    /// <exception cref="ArgumentException">One of them is there already with another kind.</exception>
    public ColumnSet With(IEnumerable<Column> more)
    {
        var all = new List<Column>(All);
        foreach (var column in more)
        {
            if (all.Find(known => known.Name == column.Name) is not { } known) all.Add(column);
            else if (known.Kind != column.Kind) throw new ArgumentException(Messages.ColumnOtherKind(column.Name, Kinds[(int)known.Kind], Kinds[(int)column.Kind]));
        }
        return all.Count == All.Count ? this : new ColumnSet(all);
    }

    /// <summary>Reads what a commit remembers.</summary>
    /// <exception cref="FormatException">It is not what <see cref="ToEntry"/> writes.</exception>
    public static ColumnSet Read(IDictionary<string, string> userData)
    {
        if (!userData.TryGetValue(Entry, out var entry) || entry.Length == 0) return None;
        var all = new List<Column>();
        foreach (var line in entry.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var kind = blank > 0 ? Array.IndexOf(Kinds, line[(blank + 1)..]) : -1;
            if (kind < 0) throw new FormatException($"columns: \"{line}\" names none");
            try
            {
                all.Add(new Column(line[..blank], (ColumnKind)kind));
            }
            catch (ArgumentException cause)
            {
                throw new FormatException($"columns: \"{line}\" names none", cause);
            }
        }
        return new ColumnSet(all);
    }

    /// <summary>What a commit remembers.</summary>
    public string ToEntry() => string.Concat(All.Select(column => $"{column.Name} {Kinds[(int)column.Kind]}\n"));
}
