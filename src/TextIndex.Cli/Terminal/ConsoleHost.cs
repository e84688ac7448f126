// SPDX-License-Identifier: MIT
namespace TextIndex.Cli.Terminal;

/// <summary>What a command sees of the world outside: its streams and the facts that decide how it speaks. Tests give their own.</summary>
internal sealed record ConsoleHost
{
    public required TextReader Input { get; init; }

    /// <summary>Results. A <see cref="BrokenPipeException"/> from it ends the command quietly.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Messages and progress.</summary>
    public required TextWriter Error { get; init; }

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Width of the terminal in columns; a Han character takes two.</summary>
    public int Columns { get; init; } = 80;

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Folder that relative paths start from.</summary>
    public required string CurrentFolder { get; init; }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Decides whether text is coloured.</summary>
    /// <param name="choice">What --color says; null = auto.</param>
    public bool IsColored(string? choice) => choice switch
    {
        "always" => true,
        "never" => false,
        _ => OutputIsTerminal && string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb",
    };
}
