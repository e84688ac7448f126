// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using TextIndex.Cli.Commands;
using TextIndex.Cli.Terminal;
using TextIndex.Primitives;

namespace TextIndex.Cli;

/// <summary>The tool without its process: arguments in, text out, exit code back.</summary>
internal static class CommandLine
{
    /// <summary>Exit code: found, or done.</summary>
    public const int Found = 0;

    /// <summary>Exit code: nothing found; for <c>check</c>: damaged.</summary>
    public const int NothingFound = 1;

    /// <summary>Exit code: an error, told on standard error.</summary>
    public const int Failed = 2;

    // No response files (@name is a word like any other) and no bundles of one-letter options.
    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs one command.</summary>
    /// <returns>The exit code: 0, 1 or 2.</returns>
    public static int Run(IReadOnlyList<string> arguments, ConsoleHost host)
    {
        try
        {
            var code = Dispatch(arguments, host);
            host.Output.Flush();
            return code;
        }
        catch (BrokenPipeException)
        {
            return Found;
        }
        catch (Exception problem)
        {
            return Tell(problem, host);
        }
    }

    private static int Dispatch(IReadOnlyList<string> arguments, ConsoleHost host)
    {
        var everywhere = new OptionsEverywhere();
        var root = CommandTree.Build(everywhere);
        var parse = root.Parse(arguments, Parsing);
        var command = parse.CommandResult.Command;

        if (parse.GetResult(everywhere.Version) is { Implicit: false }) return WriteVersion(host);
        if (arguments.Count == 0 || parse.GetResult(everywhere.Help) is { Implicit: false })
        {
            HelpText.Write(host, command, everywhere, parse.Errors.Count == 0 ? parse.GetValue(everywhere.Color) : null);
            return Found;
        }
        ParseProblem.ThrowIfAny(parse, root);
        return ((CliCommand)command).Run(new Invocation(parse, host, everywhere));
    }

    private static int WriteVersion(ConsoleHost host)
    {
        host.Output.Write(Messages.Version(VersionText()) + "\n");
        return Found;
    }

    private static string VersionText()
    {
        var version = typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return version.Split('+')[0];
    }

    // What was written before the error stays written, and stands before it.
    private static int Tell(Exception problem, ConsoleHost host)
    {
        try
        {
            host.Output.Flush();
        }
        catch (IOException)
        {
            // The reader has gone as well; the error is what matters now.
        }
        host.Error.Write(MessageOf(problem) + "\n");
        host.Error.Flush();
        return Failed;
    }

    private static string MessageOf(Exception problem) => problem switch
    {
        UsageException or TextIndexException => problem.Message,
        OperationCanceledException => Messages.Stopped,
        UnauthorizedAccessException or IOException => Messages.CannotRead(problem.Message),
        _ => Messages.Unexpected(problem.ToString()),
    };
}
