// SPDX-License-Identifier: MIT
namespace TextIndex.Tests;

/// <summary>Finds files of the repository, and the measuring data that is never committed.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string File(string relative) => Path.Combine(Root, relative);

    /// <summary>Folder of the gold annotations (environment variable TEXTINDEX_GOLD); empty when unset.</summary>
    public static string Gold => Folder("TEXTINDEX_GOLD");

    /// <summary>Folder of the large corpora (environment variable TEXTINDEX_CORPORA); empty when unset.</summary>
    public static string Corpora => Folder("TEXTINDEX_CORPORA");

    /// <summary>True when the slow proofs are asked for: TEXTINDEX_SLOW=1.</summary>
    public static bool Slow => Environment.GetEnvironmentVariable("TEXTINDEX_SLOW") == "1";

    private static string Folder(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        return value is not null && Directory.Exists(value) ? value : "";
    }

    private static string FindRoot()
    {
        // Not CallerFilePath: a deterministic build maps source paths away.
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "TextIndex.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run from inside the repository");
    }
}

/// <summary>A test that needs the gold annotations and is skipped, with the reason, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoldFactAttribute : Xunit.FactAttribute
{
    public GoldFactAttribute()
    {
        if (Repository.Gold.Length == 0) Skip = "set TEXTINDEX_GOLD to the folder of the gold annotations to run this test";
    }
}

/// <summary>A test that needs the large corpora and is skipped, with the reason, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorporaFactAttribute : Xunit.FactAttribute
{
    public CorporaFactAttribute()
    {
        if (Repository.Corpora.Length == 0) Skip = "set TEXTINDEX_CORPORA to the folder of the large corpora to run this test";
    }
}
