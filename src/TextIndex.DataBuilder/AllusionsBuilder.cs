// SPDX-License-Identifier: MIT
using System.Text;
using System.Text.RegularExpressions;
using TextIndex.Extraction;

namespace TextIndex.DataBuilder;

/// <summary>Writes Data/classics.bin as a <see cref="PassageStore"/>: the core of npm chinese-poetry, well-known lines of its other poems, and the idioms of npm cnchar-idiom.</summary>
internal static partial class AllusionsBuilder
{
    /// <summary>Builds the blob.</summary>
    /// <param name="poetry">The package chinese-poetry.</param>
    /// <param name="idioms">The package cnchar-idiom.</param>
    /// <param name="knownLines">Which lines everybody knows: <c>AUTHOR=LINE|LINE</c>, one author a line, none for lines of the core, <c>?</c> for lines that no text has.</param>
    /// <param name="output">The file to write.</param>
    /// <returns>False where a line stands in no text of the package by that author: then nothing is written.</returns>
    public static bool Build(string poetry, string idioms, string knownLines, string output)
    {
        var core = PoetryPackage.Core(poetry).ToList();
        var lines = LineWitnesses.Read(knownLines);
        foreach (var chapter in core) lines.Look(chapter, isCore: true);
        foreach (var chapter in PoetryPackage.Poems(poetry)) lines.Look(chapter, isCore: false);
        foreach (var line in lines.Unattested) Console.Error.WriteLine($"not attested: {line}");
        if (lines.Unattested.Any()) return false;

        var writer = new PassageStoreWriter();
        foreach (var (chapter, line) in lines.Attested) writer.Add(chapter.Work, chapter.Name, PassageKind.Line, line);
        writer.Add("", "", PassageKind.Line, string.Join('\n', lines.WithoutSource));
        foreach (var chapter in core) writer.Add(chapter.Work, chapter.Name, chapter.Kind, chapter.Text);
        var phrases = IdiomPattern().Matches(File.ReadAllText(Path.Combine(idioms, "cnchar.idiom.min.js"))).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        writer.Add("", "", PassageKind.Idiom, string.Join('\n', phrases));
        var bytes = writer.ToBytes(sampled: true);
        File.WriteAllBytes(output, bytes);
        Console.WriteLine($"{output}: {core.Count} chapters, {lines.Attested.Count()} lines in {lines.Attested.Select(l => l.Chapter).Distinct().Count()} chapters, {lines.WithoutSource.Count()} lines without a source, {phrases.Count} idioms and sayings, {bytes.Length} bytes");
        return true;
    }

    // Four characters, or more with or without a comma; the rest of the file is code.
    [GeneratedRegex("\"([\u4E00-\u9FFF]{4}|[\u4E00-\u9FFF]{5,9}|[\u4E00-\u9FFF]{2,9}，[\u4E00-\u9FFF]{2,9}(?:，[\u4E00-\u9FFF]{2,9})*)\"")]
    private static partial Regex IdiomPattern();
}
