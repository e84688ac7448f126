// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Text.RegularExpressions;
using TextIndex.Documents;
using Xunit;

namespace TextIndex.Tests.Architecture;

/// <summary>Holds the source files to the rules of the house that a compiler does not know.</summary>
public partial class HouseRulesTests
{
    private const int LongestFile = 600, LongestCompanion = 40;

    private static readonly string[] TakenNames = ["Segment", "Directory", "Path", "Range", "Lock", "Buffer", "TextIndex"];

    private static IEnumerable<SourceFile> Everything => SourceFile.All("src", "tests", "benchmarks");

    [Fact]
    public void Every_file_states_its_licence_on_the_first_line() =>
        Nothing.In(Everything.Where(file => !file.Text.StartsWith("// SPDX-License-Identifier: MIT\n", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        Nothing.In(Everything.Where(file => file.Lines > LongestFile).Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void A_file_is_named_after_its_main_type()
    {
        var wrong = new List<string>();
        foreach (var file in SourceFile.All("src"))
        {
            var types = file.Types();
            if (types.Count == 0) continue;                                   // Program.cs: statements alone
            if (file.Name != "Program" && types.All(type => type.Name != file.Name)) wrong.Add($"{file.Path} holds no {file.Name}");
            foreach (var type in types.Where(type => type.Public && type.Name != file.Name && type.Lines > LongestCompanion))
                wrong.Add($"{file.Path}: {type.Name} ({type.Lines} lines) is no small companion; give it its own file");
        }
        Nothing.In(wrong);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var wrong = new List<string>();
        foreach (var file in SourceFile.All("src/TextIndex", "src/TextIndex.Text", "src/TextIndex.Lac"))
        {
            var folders = file.Path.Split('/')[2..^1];
            if (folders is ["Primitives", "Messages"]) folders = ["Primitives"];     // parts of one type
            var root = file.Path.StartsWith("src/TextIndex.Lac/", StringComparison.Ordinal) ? "TextIndex.Lac" : "TextIndex";
            var expected = string.Join('.', [root, .. folders]);
            if (file.Namespace.Length > 0 && file.Namespace != expected) wrong.Add($"{file.Path}: namespace {file.Namespace}, folder says {expected}");
        }
        Nothing.In(wrong);
    }

    [Fact]
    public void No_type_has_a_name_that_everybody_else_has_taken()
    {
        var types = new[] { typeof(TextSpan).Assembly, typeof(SearchIndex).Assembly, typeof(Lac.LacModel).Assembly }.SelectMany(assembly => assembly.GetTypes());
        Nothing.In(types.Where(type => TakenNames.Contains(type.Name.Split('`')[0])).Select(type => type.FullName));
    }

    [Fact]
    public void No_test_is_skipped_for_good() =>
        Nothing.In(SourceFile.All("tests").Where(file => SkippedForGood().IsMatch(file.Code)).Select(file => file.Path));

    [Fact]
    public void Package_versions_stand_in_one_place()
    {
        var wrong = Projects().Where(project => PinnedHere().IsMatch(File.ReadAllText(project))).ToList();
        Nothing.In(wrong);
    }

    internal static IEnumerable<string> Projects() =>
        new[] { "src", "tests", "benchmarks" }.Select(Repository.File).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Where(project => !project.Replace('\\', '/').Split('/').Any(part => part is "bin" or "obj"));

    [GeneratedRegex("\\[(Fact|Theory)\\(.*Skip *= *\"")]
    private static partial Regex SkippedForGood();

    [GeneratedRegex("<PackageReference[^>]*\\bVersion(Override)?=")]
    private static partial Regex PinnedHere();
}
