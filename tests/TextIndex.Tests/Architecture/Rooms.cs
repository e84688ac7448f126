// SPDX-License-Identifier: MIT
namespace TextIndex.Tests.Architecture;

/// <summary>Which room of the library assemblies may use which: the table of ARCHITECTURE.md.</summary>
internal static class Rooms
{
    /// <summary>The room that may use all others and that no other may use.</summary>
    public const string Facade = "the facade";

    // Read top to bottom this is the data flow. A room may always use itself.
    private static readonly string[] Text = ["Primitives", "Documents", "Normalization", "Segmentation"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Primitives"] = [],
        ["Documents"] = ["Primitives"],
        ["Normalization"] = ["Primitives", "Documents"],
        ["Segmentation"] = ["Primitives", "Documents", "Normalization"],
        ["Jieba"] = ["Primitives", "Documents", "Segmentation"],
        ["Discovery"] = Text,
        ["Extraction"] = Text,
        ["Lac"] = Text,
        ["Storage"] = ["Primitives"],
        ["Analysis"] = Text,
        ["Codecs"] = ["Primitives", "Storage"],
        ["Indexing"] = [.. Text, "Analysis", "Codecs", "Storage"],
        ["Search"] = [.. Text, "Analysis", "Codecs", "Indexing"],
        ["Snippets"] = [.. Text, "Analysis", "Codecs", "Indexing", "Search"],
        ["Collections"] = [.. Text, "Extraction", "Indexing", "Search"],
    };

    public static IReadOnlyCollection<string> Names => MayUse.Keys;

    /// <summary>The room of a type or a namespace of ours (<c>Search</c>, <c>Extraction.Outlines</c>); empty for what is not ours.</summary>
    public static string Of(string fullName, bool isNamespace = false)
    {
        var parts = fullName.Split('.');
        if (!isNamespace) parts = parts[..^1];
        return parts switch
        {
            ["TextIndex"] => Facade,
            ["TextIndex", "Extraction", var part, ..] => "Extraction." + part,
            ["TextIndex", var room, ..] => room,
            _ => "",
        };
    }

    public static bool Knows(string room) => room == Facade || MayUse.ContainsKey(room.Split('.')[0]);

    /// <summary>Tells whether one room may use another.</summary>
    public static bool Allows(string user, string used)
    {
        if (user == used || user == Facade) return true;
        if (used == Facade) return false;
        var (outer, usedOuter) = (user.Split('.')[0], used.Split('.')[0]);
        if (outer != usedOuter) return MayUse[outer].Contains(usedOuter);
        // Inside Extraction: a part uses the outline and what all parts share (the room's own folder), never a sibling; what composes them stands in the root.
        return used is "Extraction" or "Extraction.Outlines";
    }
}
