// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Documents;

/// <summary>The block of <c>key: value</c> lines between two lines <c>---</c> at the very start of a text.</summary>
/// <remarks>A flat reading of our own: values are one line, in quotes or not; lists, nested keys and comments are passed over.</remarks>
internal sealed class FrontMatter
{
    private readonly List<(string Key, TextSpan Value)> _fields = [];

    /// <summary>Offset where the body starts: the line after the closing one; 0 where there is no front matter.</summary>
    public int BodyStart { get; private set; }

    /// <summary>What was wrong with the block; empty where nothing was.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Finds the value of the first of <paramref name="names"/> that the block holds; of length 0 where it holds none.</summary>
    public TextSpan Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            foreach (var (key, value) in _fields)
                if (key == name && value.Length > 0) return value;
        return default;
    }

    public static FrontMatter Read(string text)
    {
        var matter = new FrontMatter();
        if (text.Length == 0) return matter;
        var opening = TextLine.At(text, 0);
        if (opening.Content.In(text) != "---" || opening.IsIndented && text[0] != '\uFEFF') return matter;
        for (var at = opening.Next; at < text.Length;)
        {
            var line = TextLine.At(text, at);
            if (!line.IsIndented && line.Content.In(text) is "---" or "...")
            {
                // Two rules with nothing between them are decoration.
                if (matter._fields.Count > 0) matter.BodyStart = line.Next;
                return matter;
            }
            if (!matter.TryAdd(text, line)) break;
            at = line.Next;
        }
        if (matter._fields.Count > 0)
        {
            matter.Diagnostics.Add(new Diagnostic(opening.Content, Messages.FrontMatterNotClosed));
            matter._fields.Clear();
        }
        return matter;
    }

    /// <summary>Takes one line of the block; false where no front matter has such a line.</summary>
    private bool TryAdd(string text, TextLine line)
    {
        if (line.IsBlank || text[line.Content.Start] == '#') return true;
        if (line.IsIndented || text[line.Content.Start] == '-') return _fields.Count > 0;     // belongs to the key above it
        var content = text.AsSpan(line.Content.Start, line.Content.Length);
        var colon = content.IndexOfAny(':', '：');
        if (colon is < 1 or > 32) return false;
        var key = content[..colon].TrimEnd();
        foreach (var c in key)
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.')) return false;
        var value = TextLine.Trim(text, line.Content.Start + colon + 1, line.Content.End);
        _fields.Add((key.ToString().ToLowerInvariant(), Unquote(text, value)));
        return true;
    }

    private static TextSpan Unquote(string text, TextSpan value)
    {
        if (value.Length < 2 || text[value.Start] is not ('"' or '\'') || text[value.End - 1] != text[value.Start]) return value;
        return TextLine.Trim(text, value.Start + 1, value.End - 1);
    }
}
