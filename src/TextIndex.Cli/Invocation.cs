// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Globalization;
using TextIndex.Cli.Terminal;
using TextIndex.Primitives;

namespace TextIndex.Cli;

/// <summary>One run of a command: its arguments, read and checked, and the ways it may speak.</summary>
internal sealed class Invocation
{
    private readonly ParseResult _parse;
    private readonly bool _quiet;

    public Invocation(ParseResult parse, ConsoleHost host, OptionsEverywhere everywhere)
    {
        (_parse, Host) = (parse, host);
        _quiet = Flag(everywhere.Quiet);
        Format = ReadFormat(everywhere.Format);
        var color = host.IsColored(Choice(everywhere.Color, "auto", "always", "never"));
        Painter = new Painter(host.Output, color, host.OutputIsTerminal ? Math.Max(20, host.Columns) : int.MaxValue);
    }

    public ConsoleHost Host { get; }

    public string CommandName => _parse.CommandResult.Command.Name;

    public OutputFormat Format { get; }

    /// <summary>Text for people.</summary>
    public Painter Painter { get; }

    public CancellationToken Stopping => Host.Stopping;

    /// <summary>Tells something that is no error on standard error, unless --quiet.</summary>
    public void Notice(string message)
    {
        if (_quiet) return;
        Host.Error.Write(message + "\n");
        Host.Error.Flush();
    }

    /// <summary>A line of progress; null where nobody would see it.</summary>
    public ProgressLine? NewProgress() => Host.ErrorIsTerminal && !_quiet ? new ProgressLine(Host.Error, Math.Max(20, Host.Columns)) : null;

    public string FullPath(string path) => Path.GetFullPath(path, Host.CurrentFolder);

    public bool Flag(Option<bool> option) => _parse.GetValue(option);

    public bool Has(Option option) => _parse.GetResult(option) is { Implicit: false };

    public string? Text(Option<string> option) => _parse.GetValue(option);

    public string Text(Argument<string> argument) => _parse.GetValue(argument) ?? "";

    public IReadOnlyList<string> List(Option<string[]> option) => _parse.GetValue(option) ?? [];

    public IReadOnlyList<string> List(Argument<string[]> argument) => _parse.GetValue(argument) ?? [];

    public int Number(Option<string> option, int fallback, int least = 0)
    {
        if (Text(option) is not { } text) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least) return number;
        throw new UsageException(Messages.ExpectedNumber(option.Name, least, text));
    }

    /// <summary>One of a few words; the first one where none is given.</summary>
    public string Choice(Option<string> option, params ReadOnlySpan<string> choices)
    {
        if (Text(option) is not { } text) return choices[0];
        foreach (var choice in choices) if (choice == text) return text;
        throw new UsageException(Messages.ExpectedOneOf(option.Name, string.Join(", ", choices!), text));
    }

    /// <summary>A day, or the first or last day of a month or a year (2022, 2022-07, 2022-07-20).</summary>
    public DateOnly? Day(Option<string> option, bool last)
    {
        if (Text(option) is not { } text) return null;
        var parts = text.Split('-');
        if (parts.Length is >= 1 and <= 3 && parts[0].Length == 4 && Part(parts, 0, 1, 9999) is { } year && Part(parts, 1, 1, 12) is { } month)
        {
            if (parts.Length == 1) return last ? new DateOnly(year, 12, 31) : new DateOnly(year, 1, 1);
            var days = DateTime.DaysInMonth(year, month);
            if (parts.Length == 2) return new DateOnly(year, month, last ? days : 1);
            if (Part(parts, 2, 1, days) is { } day) return new DateOnly(year, month, day);
        }
        throw new UsageException(Messages.ExpectedDay(option.Name, text));
    }

    private static int? Part(string[] parts, int at, int least, int most)
    {
        if (at >= parts.Length) return least;
        return int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
    }

    private OutputFormat ReadFormat(Option<string> option)
    {
        var format = Choice(option, "text", "json", "csv", "md");
        return format switch
        {
            "text" => OutputFormat.Text,
            "json" => OutputFormat.Json,
            _ => throw new UsageException(Messages.NoSuchFormatYet(CommandName, format)),
        };
    }
}
