// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace TextIndex.Tests.Architecture;

/// <summary>A C# file of the repository as the house rules see it.</summary>
internal sealed partial class SourceFile
{
    private SourceFile(string path, string text)
    {
        (Path, Text) = (path, text);
        Code = Comment().Replace(text, "");
        Namespace = FileNamespace().Match(Code).Groups[1].Value;
    }

    /// <summary>Path relative to the repository, with <c>/</c>.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The text without comments.</summary>
    public string Code { get; }

    /// <summary>The file-scoped namespace; empty where there is none.</summary>
    public string Namespace { get; }

    public int Lines => Text.Count(c => c == '\n');

    /// <summary>Name of the file up to its first dot: <c>PostingsDecoder</c> for PostingsDecoder.Vector256.cs.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>Types that stand at the outermost level, in order: name, whether public, how many lines to the next one.</summary>
    public IReadOnlyList<(string Name, bool Public, int Lines)> Types()
    {
        var found = TypeDeclaration().Matches(Code);
        return [.. found.Select((match, i) =>
        {
            var end = i + 1 < found.Count ? found[i + 1].Index : Code.Length;
            return (match.Groups["name"].Value, match.Value.Contains("public "), Code[match.Index..end].Trim().Count(c => c == '\n') + 1);
        })];
    }

    /// <summary>Every C# file below these folders of the repository, what the build makes aside.</summary>
    public static IEnumerable<SourceFile> All(params string[] folders) =>
        from folder in folders
        let root = Repository.File(folder)
        where Directory.Exists(root)
        from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let path = System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !path.Split('/').Any(part => part is "obj" or "bin")
        select new SourceFile(path, File.ReadAllText(file).ReplaceLineEndings("\n"));

    [GeneratedRegex(@"^\s*//.*$|\s//\s.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace\s+([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex FileNamespace();

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|readonly|ref|unsafe|partial)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+[\w<>?\[\]]+)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
