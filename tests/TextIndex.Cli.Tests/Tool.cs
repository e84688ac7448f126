// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Cli.Terminal;

namespace TextIndex.Cli.Tests;

/// <summary>The tool in a folder of its own, with a console and an environment of its own: nothing of the user's is read or written.</summary>
internal sealed class Tool : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("textindex-cli-").FullName;

    public Tool()
    {
        Folder = Directory.CreateDirectory(Path.Combine(_root, "work")).FullName;
        Cache = Path.Combine(_root, "cache");
        Variables = new() { ["XDG_CACHE_HOME"] = Cache, ["TERM"] = "xterm-256color" };
    }

    /// <summary>The current folder of the tool.</summary>
    public string Folder { get; }

    public string Cache { get; set; }

    public Dictionary<string, string> Variables { get; }

    public bool OutputIsTerminal { get; set; }

    public bool ErrorIsTerminal { get; set; }

    public int Columns { get; set; } = 80;

    public string Input { get; set; } = "";

    public CancellationToken Stopping { get; set; }

    public string Write(string path, string text, DateTime? modified = null)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        // Old enough not to be taken for a file that is being written.
        File.SetLastWriteTimeUtc(full, modified ?? new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        return full;
    }

    public ToolRun Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(arguments, Host(output, error));
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    public ConsoleHost Host(TextWriter output, TextWriter error) => new()
    {
        Input = new StringReader(Input),
        Output = output,
        Error = error,
        OutputIsTerminal = OutputIsTerminal,
        ErrorIsTerminal = ErrorIsTerminal,
        Columns = Columns,
        Environment = name => Variables.GetValueOrDefault(name),
        CurrentFolder = Folder,
        Stopping = Stopping,
    };

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

/// <summary>What a run of the tool gave.</summary>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    /// <summary>The objects of JSON Lines, each line held to be one whole object.</summary>
    public List<JsonElement> Objects() => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>The objects of one type.</summary>
    public List<JsonElement> Objects(string type) => Objects().FindAll(value => value.GetProperty("type").GetString() == type);
}

internal static class JsonFacts
{
    public static string[] Names(this JsonElement value) => [.. value.EnumerateObject().Select(field => field.Name)];

    public static string Text(this JsonElement value, string name) => value.GetProperty(name).GetString()!;

    public static int Number(this JsonElement value, string name) => value.GetProperty(name).GetInt32();

    /// <summary>What a span of the text holds.</summary>
    public static string At(this JsonElement span, string text) => text[span[0].GetInt32()..span[1].GetInt32()];
}
