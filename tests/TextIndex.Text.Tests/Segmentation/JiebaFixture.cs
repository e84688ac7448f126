// SPDX-License-Identifier: MIT
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using TextIndex.Tests;

namespace TextIndex.Text.Tests.Segmentation;

/// <summary>Reads what the python scripts of Fixtures/jieba wrote.</summary>
internal static partial class JiebaFixture
{
    public static string ReadText(string name)
    {
        using var file = File.OpenRead(Repository.File("tests/TextIndex.Text.Tests/Fixtures/jieba/" + name));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    public static List<string[]> ReadLines(string name, int linesPerText) =>
        ReadText(name).TrimEnd('\n').Split('\n').Chunk(linesPerText).ToList();

    public static string Unescape(string line) =>
        Escaped().Replace(line, match => ((char)int.Parse(match.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    public static string Escape(string word)
    {
        var escaped = new StringBuilder();
        foreach (var unit in word)
        {
            if (unit is < ' ' or '\\' or (>= '\x7f' and <= '\xa0') or (>= '\u2000' and <= '\u200f') or (>= '\u2028' and <= '\u202f')
                or '\u180e' or '\u205f' or '\u2060' or '\ufeff' or '\u1680' || char.IsSurrogate(unit))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
            else escaped.Append(unit);
        }
        return escaped.ToString();
    }

    [GeneratedRegex(@"\\u[0-9A-F]{4}")]
    private static partial Regex Escaped();
}
