// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Extraction.Names;

/// <summary>Names that a user knows: they are found wherever they stand, whatever their neighbours. Immutable and safe to share between threads.</summary>
/// <example><code>
/// var names = NameList.Load(new StringReader("白坪村 LOC\n老滕 PER"), "names.txt");
/// var found = NameExtractor.Extract(DocumentReader.Read("a.txt", "老滕住在白坪村。"), names);   // 老滕, 白坪村
/// </code></example>
public sealed class NameList
{
    /// <summary>No names.</summary>
    public static NameList Empty { get; } = new(new Dictionary<string, NameType>(StringComparer.Ordinal), Messages.NameGiven);

    private readonly Dictionary<string, NameType>.AlternateLookup<ReadOnlySpan<char>> _types;
    private readonly HashSet<char> _firsts = [];
    private readonly int _longest;

    private NameList(Dictionary<string, NameType> types, string why)
    {
        Why = why;
        _types = types.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in types.Keys)
        {
            _longest = Math.Max(_longest, name.Length);
            _firsts.Add(name[0]);
        }
    }

    /// <summary>Reads a list: a line a name, <c>name PER</c>, <c>name ORG</c> or <c>name LOC</c>.</summary>
    /// <param name="reader">The list; it is read to its end and not closed.</param>
    /// <param name="name">Name of the list, for the message of an error.</param>
    /// <exception cref="DictionaryFormatException">A line is not a name and a type.</exception>
    public static NameList Load(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        var types = new Dictionary<string, NameType>(StringComparer.Ordinal);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var text = line.AsSpan().Trim();
            if (text.IsEmpty || text[0] == '#') continue;
            var gap = text.LastIndexOfAny(' ', '\t');
            var type = gap < 0 ? null : text[(gap + 1)..] switch { "PER" => NameType.Person, "ORG" => NameType.Organization, "LOC" => (NameType?)NameType.Place, _ => null };
            if (type is null) throw new DictionaryFormatException(name, number, Messages.NameAndType, line);
            types[StudyText.Fold(text[..gap].Trim().ToString())] = type.Value;
        }
        return new NameList(types, Messages.NameGiven);
    }

    internal bool IsEmpty => _longest == 0;

    internal static NameList Of(Dictionary<string, NameType> types, string why) => new(types, why);

    /// <summary>What shows that these are names.</summary>
    internal string Why { get; }

    /// <summary>Length of the longest name at a place of a folded text; 0 for none.</summary>
    internal int LengthAt(ReadOnlySpan<char> folded, int at, out NameType type)
    {
        type = default;
        if (!_firsts.Contains(folded[at])) return 0;
        for (var length = Math.Min(_longest, folded.Length - at); length > 0; length--)
            if (_types.TryGetValue(folded.Slice(at, length), out type)) return length;
        return 0;
    }
}
