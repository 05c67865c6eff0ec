using Spectre.Console;

namespace FashionGan.Tests;

/// <summary>The sample's command line as a program without a terminal sees it.</summary>
internal sealed record Cli(int ExitCode, string Output, string Errors)
{
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Cli Run(params string[] arguments) => Run(CancellationToken.None, arguments);

    public static Cli Run(CancellationToken stop, params string[] arguments) => Run(new StringWriter(), stop, arguments);

    public static Cli Run(StringWriter output, CancellationToken stop, params string[] arguments)
    {
        var errors = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var code = CommandLine.Run(arguments, console, errors, stop);
        return new Cli(code, output.ToString(), errors.ToString());
    }
}
