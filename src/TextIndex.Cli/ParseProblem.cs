// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.CommandLine.Parsing;
using TextIndex.Primitives;

namespace TextIndex.Cli;

/// <summary>Says in the tool's own words why a command line cannot be read.</summary>
internal static class ParseProblem
{
    /// <exception cref="UsageException">Something on the command line cannot be read.</exception>
    public static void ThrowIfAny(ParseResult parse, Command root)
    {
        var command = parse.CommandResult.Command;
        if (command == root) throw new UsageException(NoCommand(parse, root));
        if (UnknownOption(parse) is { } option) throw new UsageException(Messages.NoSuchOption(option, command.Name));
        foreach (var error in parse.Errors) throw new UsageException(Told(error, parse, command));
        if (parse.UnmatchedTokens.Count > 0) throw new UsageException(Messages.OneTooMany(parse.UnmatchedTokens[0], command.Name));
    }

    private static string NoCommand(ParseResult parse, Command root)
    {
        var found = parse.UnmatchedTokens.Count > 0 ? parse.UnmatchedTokens[0] : parse.Tokens.Count > 0 ? parse.Tokens[0].Value : "";
        if (found.StartsWith('-')) return Messages.NeedsCommand;
        var nearest = root.Subcommands.MinBy(command => Distance(command.Name, found))!.Name;
        return Distance(nearest, found) <= 2 ? Messages.NoSuchCommandBut(found, nearest) : Messages.NoSuchCommand(found);
    }

    // The parser takes an option that it does not know for an argument. After -- everything is one.
    private static string? UnknownOption(ParseResult parse)
    {
        foreach (var token in parse.Tokens)
        {
            if (token.Type == TokenType.DoubleDash) return null;
            if (token.Type == TokenType.Argument && token.Value is ['-', var next, ..] && (next == '-' || char.IsAsciiLetter(next))) return token.Value;
        }
        return null;
    }

    private static string Told(ParseError error, ParseResult parse, Command command)
    {
        switch (error.SymbolResult)
        {
            case OptionResult { Option: var option, Tokens: var tokens }:
                if (option.ValueType == typeof(bool)) return Messages.TakesNoValue(option.Name);
                return tokens.Count == 0 ? Messages.NeedsValue(option.Name, option.HelpName ?? "") : Messages.GivenTwice(option.Name);
            default:
                if (parse.UnmatchedTokens.Count > 0) return Messages.OneTooMany(parse.UnmatchedTokens[0], command.Name);
                return Messages.ArgumentMissing(command.Name, command.Arguments[0].HelpName ?? command.Arguments[0].Name);
        }
    }

    // Levenshtein's distance, for the one word that was probably meant.
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
