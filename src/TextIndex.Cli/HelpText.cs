// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Text;
using TextIndex.Cli.Commands;
using TextIndex.Cli.Terminal;
using TextIndex.Primitives;

namespace TextIndex.Cli;

/// <summary>Writes the help of the tool or of one command: what it does, how it is called, examples.</summary>
internal static class HelpText
{
    private const int Widest = 100;

    public static void Write(ConsoleHost host, Command command, OptionsEverywhere everywhere, string? color)
    {
        var page = new Painter(host.Output, host.IsColored(color), Math.Clamp(host.Columns, 40, Widest));
        page.WriteWrapped([new(command.Description ?? "")], 0);
        page.WriteLine();
        page.WriteLine(Messages.HelpUsage, Ink.Strong);
        page.WriteWrapped([new(Usage(command))], 2);

        if (command is CliCommand { Details: { Length: > 0 } details })
        {
            page.WriteLine();
            page.WriteWrapped([new(details)], 0);
        }
        Table(page, Messages.HelpCommands, command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description ?? "")));
        Table(page, Messages.HelpArguments, command.Arguments.Select(argument => (argument.HelpName ?? argument.Name, argument.Description ?? "")));
        Table(page, Messages.HelpOptions, command.Options.Except(everywhere.All).Where(option => !option.Hidden).Select(Row));
        Table(page, Messages.HelpEverywhere, everywhere.All.Select(Row));

        page.WriteLine();
        page.WriteLine(Messages.HelpExamples, Ink.Strong);
        foreach (var example in command is CliCommand own ? own.Examples : CommandTree.Examples) page.WriteLine("  " + example);
    }

    private static (string, string) Row(Option option)
    {
        var names = option.Name;
        foreach (var alias in option.Aliases) if (alias.Length == 2 && alias != "-?") names += ", " + alias;
        return (option.HelpName is { Length: > 0 } value ? $"{names} {value}" : names, option.Description ?? "");
    }

    private static string Usage(Command command)
    {
        var usage = new StringBuilder("textindex");
        if (command is not CliCommand) return usage.Append(' ').Append(Messages.HelpCommandWord).ToString();
        usage.Append(' ').Append(command.Name);
        foreach (var argument in command.Arguments)
        {
            var name = argument.HelpName ?? argument.Name;
            var many = argument.Arity.MaximumNumberOfValues > 1 ? "…" : "";
            usage.Append(' ').Append(argument.Arity.MinimumNumberOfValues > 0 ? name + many : $"[{name}{many}]");
        }
        return usage.Append(' ').Append(Messages.HelpOptionsWord).ToString();
    }

    private static void Table(Painter page, string heading, IEnumerable<(string Name, string Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        page.WriteLine();
        page.WriteLine(heading, Ink.Strong);
        var column = Math.Min(30, 4 + all.Max(row => DisplayWidth.Of(row.Name)));
        foreach (var (name, description) in all)
        {
            page.Write("  " + name);
            var used = 2 + DisplayWidth.Of(name);
            if (used + 2 > column) { page.WriteLine(); used = 0; }
            page.WriteWrapped([new(description)], column, used);
        }
    }
}
