using System.CommandLine;
using System.CommandLine.Parsing;

namespace Gan.Experiments;

/// <summary>Refuses what a parser takes for something that nobody meant.</summary>
internal static class ArgumentChecks
{
    /// <summary>An option that is not there would be taken for a name or a folder.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(static token => token.Value.StartsWith('-')) is { } option)
            result.AddError($"Unrecognized command or argument '{option.Value}'.");
    }

    /// <summary>An option of the default run that stands before a command would be dropped.</summary>
    /// <exception cref="UsageException">There is one.</exception>
    public static void RefuseBeforeCommand(ParseResult parsed, RunOptions options)
    {
        var command = parsed.CommandResult.Command;
        if (command is not RootCommand && options.All.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } early)
            throw new UsageException($"{early.Name} stands before {command.Name}: an option follows the command that it is for.");
    }
}
