using System.CommandLine;
using System.CommandLine.Parsing;

namespace Gan.Experiments.Commands;

/// <summary>Refuses what a parser takes for something that nobody meant.</summary>
internal static class ArgumentChecks
{
    /// <summary>An option that is not there would be taken for a name or a folder.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(static token => token.Value.StartsWith('-')) is { } option)
            result.AddError($"Unrecognized command or argument '{option.Value}'.");
        else if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{result.Argument.Name} is empty: give {(result.Argument.Arity.MinimumNumberOfValues > 0 ? "the folder of a run" : "the name of an experiment, or leave it out")}.");
    }

    /// <summary>The empty text that an unset variable leaves is no path.</summary>
    public static void RefuseEmpty(OptionResult result)
    {
        if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{result.Option.Name} is empty: give a path, or leave it out.");
    }

    /// <summary>An option of the default run that stands before a command would be dropped.</summary>
    /// <exception cref="UsageException">There is one.</exception>
    public static void RefuseBeforeCommand(ParseResult parsed, RunOptions options)
    {
        var command = parsed.CommandResult.Command;
        if (command is not RootCommand && options.All.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } early)
            throw new UsageException($"{early.Name} is before {command.Name}: put an option after its command.");
    }
}
