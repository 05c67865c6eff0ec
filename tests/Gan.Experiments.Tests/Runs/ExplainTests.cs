using Gan.Experiments.Commands;
using Spectre.Console;

namespace Gan.Experiments.Tests.Runs;

/// <summary>What a program says of itself and of the compiler's messages, without a network.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter errors = new();

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "GAN*.md").Select(static path => Path.GetFileNameWithoutExtension(path))];

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheWholePageIsPrinted(string id)
    {
        Assert.Equal(0, Run("explain", id));
        // But for comments, which a renderer does not show either.
        var page = File.ReadLines(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md")).Where(static line => !line.StartsWith("<!--", StringComparison.Ordinal));
        Assert.Equal(string.Join('\n', page).TrimEnd(), output.ToString().ReplaceLineEndings("\n").TrimEnd());
    }

    [Theory]
    [InlineData("gan073")]
    [InlineData("73")]
    [InlineData("ganbuild002", "GANBUILD002")]
    [InlineData("GANLOAD001", "GANLOAD001")]
    public void TheNumberIsEnoughAndCaseDoesNotCount(string id, string full = "GAN073")
    {
        Assert.Equal(0, Run("explain", id));
        Assert.StartsWith($"# {full}: ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutANumberEachHasALine()
    {
        Assert.Equal(0, Run("explain"));
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(Pages.Count, lines.Length);
        Assert.Contains("GAN016: A formula calls an unknown function", lines);
    }

    [Fact]
    public void AnUnknownMessageIsAWrongArgument()
    {
        Assert.Equal(2, Run("explain", "GAN999"));
        Assert.Equal("error: There is no message GAN999. 'explain' without an id lists all messages.", errors.ToString().TrimEnd());
    }

    [Fact]
    public void TheVersionIsTheProgramsAndTheLibrarys()
    {
        Assert.Equal(0, Run("--version"));
        var version = typeof(ExplainTests).Assembly.GetName().Version!.ToString(3);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"Gan.Experiments.Tests {version}", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"Gan.Experiments {version}", lines[1], StringComparison.Ordinal);
    }

    private int Run(params string[] arguments)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        return new ExperimentCommands([], typeof(ExplainTests).Assembly, console, errors, CancellationToken.None).Run(arguments);
    }
}
