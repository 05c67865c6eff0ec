using System.Text;
using Gan.Runtime;
using Spectre.Console;

namespace FashionGan.Tests;

public sealed class ProgressTests
{
    private static readonly Settings FortySteps = new(Objectives.Hinge, Steps: 40, Batch: 8, Seed: 1, Threads: 1, Data: "", Out: "");

    [Fact]
    public void WithoutATerminalEachTwentiethIsAPlainLine()
    {
        var output = new StringWriter();
        Show(new AnsiConsoleOutput(output));
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(20, lines.Length);
        Assert.Matches(@"^step 40/40  D 1\.250  G -0\.500  D\(x\) 0\.75  D\(G\(z\)\) -1\.00  \d+ images/s  0:00 left\r?$", lines[^1]);
        Assert.DoesNotContain('\e', output.ToString());
    }

    [Fact]
    public void ATerminalShowsABarThatReachesTheEnd()
    {
        var output = new StringWriter();
        Show(new Terminal(output));
        Assert.Contains("━━━━", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(" 100%  ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("step 40/40  D 1.250  G -0.500  D(x) 0.75  D(G(z)) -1.00", output.ToString(), StringComparison.Ordinal);
    }

    private static void Show(IAnsiConsoleOutput output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Detect, Out = output });
        Progress.Show(console, FortySteps, report =>
        {
            for (var step = 0; step < FortySteps.Steps; step++)
                report(new StepMetrics(step, LossD: 1.25f, Penalty: 0, LossG: -0.5f, RealLogit: 0.75f, FakeLogit: -1));
        });
    }

    private sealed class Terminal(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => 100;

        public int Height => 30;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
