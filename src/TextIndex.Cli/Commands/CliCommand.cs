// SPDX-License-Identifier: MIT
using System.CommandLine;

namespace TextIndex.Cli.Commands;

/// <summary>One command: its arguments and options, its help, and what it does.</summary>
internal abstract class CliCommand(string name, string summary) : Command(name, summary)
{
    /// <summary>What a person should know besides the summary; may be empty.</summary>
    public virtual string Details => "";

    /// <summary>Command lines to copy.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">What was asked for cannot be done.</exception>
    public abstract int Run(Invocation call);

    protected Option<string> TextOption(string name, string value, string help) => Added(new Option<string>(name) { Description = help, HelpName = value });

    protected Option<string[]> ListOption(string name, string value, string help) =>
        Added(new Option<string[]>(name) { Description = help, HelpName = value, Arity = ArgumentArity.OneOrMore });

    protected Option<bool> FlagOption(string name, string help) => Added(new Option<bool>(name) { Description = help });

    /// <summary>An option of a later version: known, so that it can be answered, and not in the help.</summary>
    protected Option<bool> LaterOption(string name) => Added(new Option<bool>(name) { Hidden = true });

    protected Argument<string> OneArgument(string name, string help) => Added(new Argument<string>(name) { Description = help, HelpName = name, Arity = ArgumentArity.ExactlyOne });

    protected Argument<string[]> ManyArguments(string name, string help, bool required = false) =>
        Added(new Argument<string[]>(name) { Description = help, HelpName = name, Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore });

    private T Added<T>(T symbol) where T : Symbol
    {
        if (symbol is Option option) Options.Add(option);
        if (symbol is Argument argument) Arguments.Add(argument);
        return symbol;
    }
}
