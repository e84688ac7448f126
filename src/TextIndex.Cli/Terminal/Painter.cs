// SPDX-License-Identifier: MIT
using System.Text;

namespace TextIndex.Cli.Terminal;

/// <summary>Writes text for people: in colour or not, wrapped to the terminal or not, and never a control character of a document.</summary>
internal sealed class Painter(TextWriter output, bool color, int columns)
{
    private const string Reset = "\e[0m";

    private Ink _ink;                        // what the terminal writes in now

    /// <summary>Width to fit into; <see cref="int.MaxValue"/> where the output is no terminal.</summary>
    public int Columns => columns;

    public bool Color => color;

    public void Write(string text, Ink ink = Ink.Plain) => WriteShown(Clean(text), ink);

    public void WriteLine()
    {
        Change(Ink.Plain);
        output.Write('\n');
    }

    public void WriteLine(string text, Ink ink = Ink.Plain)
    {
        Write(text, ink);
        WriteLine();
    }

    /// <summary>Writes pieces as one paragraph and ends its last line.</summary>
    /// <remarks>Breaks between Han characters and at blanks, never before closing punctuation or after an opening mark.</remarks>
    /// <param name="indent">Blanks before every line; before the first one only what is missing to it.</param>
    /// <param name="column">Where the first line stands already.</param>
    public void WriteWrapped(IEnumerable<Piece> pieces, int indent, int column = 0)
    {
        Blanks(indent - column);
        column = Math.Max(indent, column);
        var lineHasText = false;
        var blanks = 0;                      // written only when something follows them on the line
        foreach (var unit in Units(pieces))
        {
            if (unit is [{ Text: " " }]) { if (lineHasText) blanks++; continue; }
            var width = unit.Sum(piece => DisplayWidth.Of(piece.Text));
            if (lineHasText && column + blanks + width > columns)
            {
                WriteLine();
                Blanks(indent);
                (column, blanks) = (indent, 0);
            }
            if (blanks > 0) Change(Ink.Plain);
            Blanks(blanks);
            foreach (var piece in unit) WriteShown(piece.Text, piece.Ink);
            column += blanks + width;
            (lineHasText, blanks) = (true, 0);
        }
        WriteLine();
    }

    /// <summary>Text on one line with control characters made harmless: a document cannot speak to the terminal.</summary>
    /// <remarks>A run of white space that holds a line break or a tab becomes one blank, indents and blank lines with it.</remarks>
    public static string Clean(string text)
    {
        var clean = true;
        foreach (var c in text) clean &= !char.IsControl(c) && c is not ('\u2028' or '\u2029');
        if (clean) return text;
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i])) { shown.Append(char.IsControl(text[i]) ? '\uFFFD' : text[i]); continue; }
            var end = i + 1;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            var run = text.AsSpan(i, end - i);
            if (run.ContainsAnyExcept(' ', '\u3000', '\u00A0')) shown.Append(' ');
            else shown.Append(run);
            i = end - 1;
        }
        return shown.ToString();
    }

    private void WriteShown(string text, Ink ink)
    {
        Change(ink);
        output.Write(text);
    }

    private void Change(Ink ink)
    {
        if (!color || ink == _ink) return;
        if (_ink != Ink.Plain) output.Write(Reset);
        if (ink != Ink.Plain) output.Write(ink switch { Ink.Match => "\e[1;31m", Ink.Strong => "\e[1m", Ink.Place => "\e[35m", _ => "\e[2m" });
        _ink = ink;
    }

    private void Blanks(int count)
    {
        for (var i = 0; i < count; i++) output.Write(' ');
    }

    // A unit is what stays on one line: a word of letters, or one Han character with the closing marks after it and the opening marks before it.
    private static IEnumerable<List<Piece>> Units(IEnumerable<Piece> pieces)
    {
        var unit = new List<Piece>();
        bool lastOpens = false, lastIsLetter = false, lastIsBlank = false;
        foreach (var piece in pieces)
        {
            foreach (var rune in Clean(piece.Text).EnumerateRunes())
            {
                var isBlank = Rune.IsWhiteSpace(rune) && rune.Value is not (0xA0 or 0x3000);
                var isClosing = IsClosing(rune.Value);
                var isLetter = !isBlank && !isClosing && !IsOpening(rune.Value) && DisplayWidth.Of(rune) < 2;
                var joins = !isBlank && !lastIsBlank && (lastOpens || isClosing || (lastIsLetter && isLetter));
                if (unit.Count > 0 && !joins)
                {
                    yield return unit;
                    unit = [];
                }
                var shown = isBlank ? " " : rune.ToString();
                if (unit.Count > 0 && unit[^1].Ink == piece.Ink) unit[^1] = new Piece(unit[^1].Text + shown, piece.Ink);
                else unit.Add(new Piece(shown, piece.Ink));
                (lastOpens, lastIsLetter, lastIsBlank) = (IsOpening(rune.Value), isLetter, isBlank);
            }
        }
        if (unit.Count > 0) yield return unit;
    }

    // ASCII marks belong to the word that they stand in: 3.5%, a/b.txt, C++.
    private static bool IsOpening(int value) => value is '“' or '‘' or '「' or '『' or '《' or '〈' or '（' or '【' or '〔' or '«';

    private static bool IsClosing(int value) =>
        value is '”' or '’' or '」' or '』' or '》' or '〉' or '）' or '】' or '〕' or '»' or '，' or '。' or '、' or '；' or '：' or '！' or '？' or '…';
}
