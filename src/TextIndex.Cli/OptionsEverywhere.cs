// SPDX-License-Identifier: MIT
using System.CommandLine;
using TextIndex.Primitives;

namespace TextIndex.Cli;

/// <summary>The options that every command takes.</summary>
internal sealed class OptionsEverywhere
{
    public Option<string> Format { get; } = new("--format") { Description = Messages.HelpFormat, HelpName = "text|json", Recursive = true };

    public Option<string> Color { get; } = new("--color") { Description = Messages.HelpColor, HelpName = "auto|always|never", Recursive = true };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = Messages.HelpQuiet, Recursive = true };

    public Option<bool> Help { get; } = new("--help", "-h", "-?") { Description = Messages.HelpHelp, Recursive = true };

    public Option<bool> Version { get; } = new("--version") { Description = Messages.HelpVersion, Recursive = true };

    public IEnumerable<Option> All => [Format, Color, Quiet, Help, Version];
}
