// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Text.RegularExpressions;
using TextIndex.Documents;
using Xunit;

namespace TextIndex.Tests.Architecture;

/// <summary>Holds the rooms to the table of ARCHITECTURE.md, in the compiled assemblies and in the source.</summary>
public partial class ArchitectureTests
{
    private static readonly Assembly Text = typeof(TextSpan).Assembly;
    private static readonly Assembly Index = typeof(SearchIndex).Assembly;
    private static readonly Assembly Lac = typeof(Lac.LacModel).Assembly;

    // Types that open, list or change files; Path only works on strings.
    private static readonly string[] FileTypes =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileSystemInfo", "System.IO.FileStream",
        "System.IO.RandomAccess", "System.IO.DriveInfo", "System.IO.FileSystemWatcher", "Microsoft.Win32.SafeHandles.SafeFileHandle",
        "Lucene.Net.Store.FSDirectory", "Lucene.Net.Store.MMapDirectory", "Lucene.Net.Store.NIOFSDirectory", "Lucene.Net.Store.SimpleFSDirectory",
    ];

    [Fact]
    public void Rooms_use_only_the_rooms_below_them()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var use in Uses(Text, Index, Lac))
        {
            var (user, used) = (Rooms.Of(use.User), Rooms.Of(use.Used));
            if (!Rooms.Knows(user)) { wrong.Add($"{user} is a room that Rooms does not know ({use.User})"); continue; }
            if (used.Length > 0 && Rooms.Knows(used) && !Rooms.Allows(user, used)) wrong.Add($"{use.User} uses {use.Used}");
        }
        Nothing.In(wrong);
    }

    [Fact]
    public void Sources_name_only_the_rooms_below_them()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var source in SourceFile.All("src/TextIndex", "src/TextIndex.Text", "src/TextIndex.Lac"))
        {
            var user = Rooms.Of(source.Namespace, isNamespace: true);
            foreach (Match name in RoomName().Matches(source.Code))
            {
                var used = Rooms.Of(name.Groups["full"].Value, isNamespace: true);
                if (Rooms.Knows(used) && used != Rooms.Facade && !Rooms.Allows(user, used)) wrong.Add($"{source.Path} names {name.Value}");
            }
            if (user != Rooms.Facade && FacadeUsing().IsMatch(source.Code)) wrong.Add($"{source.Path} has a using of the facade");
        }
        Nothing.In(wrong);
    }

    [Fact]
    public void A_use_against_the_flow_is_seen_however_it_is_written()
    {
        // The walk is proved on this assembly, where tests use every room: a guard that sees nothing would pass everything above.
        var uses = AssemblyUses.Of(typeof(ArchitectureTests).Assembly);
        var me = $"TextIndex.Tests.Architecture.{nameof(ArchitectureTests)}";
        Assert.Contains(uses, use => use.User == me && use.Used == "TextIndex.SearchIndex" && use.Member == "InMemory");   // through var, in a closure
        Assert.Contains(uses, use => use.User == me && use.Used == "TextIndex.Documents.TextSpan");                       // as a generic argument
        Assert.Contains(uses, use => use.User == me && use.Used == "TextIndex.Primitives.TextIndexException");            // as a catch
    }

    internal static Func<List<TextSpan>?> UsesOfManyKinds() => () =>
    {
        try { using var index = SearchIndex.InMemory(); return null; }
        catch (Primitives.TextIndexException) { return []; }
    };

    [Theory]
    [InlineData("Search", "Indexing", true)]
    [InlineData("Indexing", "Search", false)]
    [InlineData("Search", Rooms.Facade, false)]
    [InlineData(Rooms.Facade, "Collections", true)]
    [InlineData("Extraction.Themes", "Extraction.Outlines", true)]
    [InlineData("Extraction.Themes", "Extraction.Quotations", false)]
    [InlineData("Extraction.Quotations", "Extraction", true)]
    [InlineData("Extraction", "Extraction.Quotations", false)]
    [InlineData("Documents", "Normalization", false)]
    [InlineData("Storage", "Documents", false)]
    [InlineData("Lac", "Segmentation", true)]
    [InlineData("Segmentation", "Lac", false)]
    [InlineData("Lac", "Extraction", false)]
    public void The_table_answers_as_it_is_written(string user, string used, bool allowed) => Assert.Equal(allowed, Rooms.Allows(user, used));

    [Fact]
    public void The_text_assembly_uses_the_base_library_alone()
    {
        var foreign = AssemblyUses.References(Text).Where(name => !IsOfTheBaseLibrary(name)).ToList();
        Nothing.In(foreign);
    }

    [Fact]
    public void The_index_assembly_uses_the_text_assembly_Lucene_and_hashing_alone()
    {
        string[] allowed = ["TextIndex.Text", "Lucene.Net", "Lucene.Net.Analysis.Common", "J2N", "System.IO.Hashing"];
        var foreign = AssemblyUses.References(Index).Where(name => !allowed.Contains(name) && !IsOfTheBaseLibrary(name)).ToList();
        Nothing.In(foreign);
    }

    [Fact]
    public void The_lexical_analyser_uses_the_text_assembly_alone()
    {
        var foreign = AssemblyUses.References(Lac).Where(name => name != "TextIndex.Text" && !IsOfTheBaseLibrary(name)).ToList();
        Nothing.In(foreign);
    }

    [Fact]
    public void Only_storage_touches_files()
    {
        var wrong = Uses(Text, Index, Lac).Where(use => Rooms.Of(use.User) != "Storage" &&
            (FileTypes.Contains(use.Used) || use.Used.StartsWith("System.IO.MemoryMappedFiles.", StringComparison.Ordinal)
                || use is { Used: "System.IO.Path", Member: "GetTempPath" or "GetTempFileName" or "Exists" }));
        Nothing.In(wrong);
    }

    [Fact]
    public void The_library_never_prints_and_reads_no_clock_environment_or_culture()
    {
        var wrong = Uses(Text, Index, Lac).Where(use => Rooms.Of(use.User) != "Storage" &&
            (use.Used == "System.Console" ||
             use is { Used: "System.DateTime" or "System.DateTimeOffset", Member: "get_Now" or "get_UtcNow" or "get_Today" } ||
             use is { Used: "System.Environment", Member: "GetEnvironmentVariable" or "GetFolderPath" or "get_CurrentDirectory" } ||
             use is { Used: "System.Globalization.CultureInfo", Member: "get_CurrentCulture" or "get_CurrentUICulture" }));
        Nothing.In(wrong);
    }

    private static bool IsOfTheBaseLibrary(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));

    private static IEnumerable<TypeUse> Uses(params Assembly[] assemblies) => assemblies.SelectMany(AssemblyUses.Of);

    [GeneratedRegex(@"\b(?<full>TextIndex\.(?:Extraction\.[A-Z]\w+|[A-Z]\w+))")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"^\s*using\s+(static\s+)?TextIndex(\.SearchIndex\w*|\.ISearchIndex)?\s*;", RegexOptions.Multiline)]
    private static partial Regex FacadeUsing();
}
