// SPDX-License-Identifier: MIT
using TextIndex.Extraction;

namespace TextIndex.DataBuilder;

// A line that everybody knows is embedded only where a text of the package has it letter by letter: any book of the core, or a poem of the author that
// the list names. So no source comes from memory alone.
/// <summary>Lines with the texts that attest them.</summary>
internal sealed class LineWitnesses
{
    private readonly List<(string Author, string Line, string Letters)> _lines = [];
    private readonly Dictionary<string, List<int>> _byBeginning = new(StringComparer.Ordinal);
    private PoetryChapter?[] _witnesses = [];

    private const string NoSource = "?";

    /// <summary>Lines that no text has though the list says so.</summary>
    public IEnumerable<string> Unattested => _lines.Where((line, i) => _witnesses[i] is null && line.Author != NoSource).Select(line => $"{line.Author}={line.Line}");

    /// <summary>Lines of which the list says that no text has them, and none has.</summary>
    public IEnumerable<string> WithoutSource => _lines.Where((line, i) => _witnesses[i] is null && line.Author == NoSource).Select(line => line.Line);

    /// <summary>Lines in order, each with the first text that has it.</summary>
    public IEnumerable<(PoetryChapter Chapter, string Line)> Attested => _lines.Select((line, i) => (Chapter: _witnesses[i], line.Line)).Where(line => line.Chapter is not null).Select(line => (line.Chapter!, line.Line));

    public static LineWitnesses Read(string path)
    {
        var witnesses = new LineWitnesses();
        foreach (var row in File.ReadLines(path))
        {
            if (row.Length == 0 || row[0] == '#') continue;
            if (row.Split('=') is not [var author, var lines]) throw new FormatException($"{path}: expected \"author=line|line\", found \"{row}\".");
            foreach (var line in lines.Split('|'))
            {
                var letters = Letters(line);
                if (letters.Length < PassageLetters.AnchorLength) throw new FormatException($"{path}: \"{line}\" is too short.");
                if (!witnesses._byBeginning.TryGetValue(letters[..PassageLetters.AnchorLength], out var same)) witnesses._byBeginning.Add(letters[..PassageLetters.AnchorLength], same = []);
                same.Add(witnesses._lines.Count);
                witnesses._lines.Add((author, line, letters));
            }
        }
        witnesses._witnesses = new PoetryChapter?[witnesses._lines.Count];
        return witnesses;
    }

    /// <summary>Looks for the lines in a text.</summary>
    public void Look(PoetryChapter chapter, bool isCore)
    {
        var letters = Letters(chapter.Text);
        var beginnings = _byBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i + PassageLetters.AnchorLength <= letters.Length; i++)
        {
            if (!beginnings.TryGetValue(letters.AsSpan(i, PassageLetters.AnchorLength), out var lines)) continue;
            foreach (var line in lines)
                if (_witnesses[line] is null && (isCore || chapter.Name == _lines[line].Author) && letters.AsSpan(i).StartsWith(_lines[line].Letters)) _witnesses[line] = chapter;
        }
    }

    private static string Letters(string text) => string.Concat(text.Select(c => PassageLetters.Of[c]).Where(c => c != '\0'));
}
