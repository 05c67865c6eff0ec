using System.Globalization;
using SkiaSharp;
using static TorchSharp.torch;

namespace FashionGan.Tests;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WritesPicturesPlotAndNumbersAndSaysWhere()
    {
        var cli = Train("a", steps: 3);
        Assert.Equal((0, ""), (cli.ExitCode, cli.Errors));
        string[] paths = [.. new[] { "samples.png", "progress.png", "losses.png", "metrics.csv" }.Select(name => Path.Combine(folder.File("a"), name))];
        Assert.StartsWith("FashionObjective: L_D = E[softplus(-D(x))] + ", cli.Output, StringComparison.Ordinal);
        Assert.Equal(paths, cli.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^4..]);
        Assert.Equal((726, 726), Size(paths[0]));                       // 8 images of 28 pixels, gaps of 2, three times as large
        Assert.Equal((726, 3 * ((4 * 30) + 2)), Size(paths[1]));        // before each of the 3 steps, and after the last
        Assert.Equal((900, 500), Size(paths[2]));
        Assert.True(Colors(paths[0]) > 50, "the samples are blank");
        Assert.True(Colors(paths[2]) > 2, "the plot is blank");
    }

    [Fact]
    public void MetricsHaveOneRowAStep()
    {
        Train("a", steps: 5);
        var rows = File.ReadAllLines(Path.Combine(folder.File("a"), "metrics.csv"));
        Assert.Equal("step,loss_d,penalty,loss_g,logit_real,logit_fake", rows[0]);
        var numbers = rows.Skip(1).Select(row => row.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.Equal([0, 1, 2, 3, 4], numbers.Select(row => row[0]));
        Assert.All(numbers, row => Assert.All(row, value => Assert.True(double.IsFinite(value))));
        // Untrained logits are about 0, where each softplus is log 2.
        Assert.Equal(2 * Math.Log(2), numbers[0][1], 0.1);
        // R1 is evaluated at each fourth step.
        Assert.Equal([true, false, false, false, true], numbers.Select(row => row[2] > 0));
    }

    [Fact]
    public void TheSameSeedGivesTheSameRunAndAnotherSeedAnother()
    {
        Train("a", steps: 4, "--seed", "7");
        Train("b", steps: 4, "--seed", "7");
        Train("c", steps: 4, "--seed", "8");
        foreach (var name in new[] { "metrics.csv", "samples.png", "progress.png" })
        {
            Assert.Equal(Bytes("a", name), Bytes("b", name));
            Assert.NotEqual(Bytes("a", name), Bytes("c", name));
        }
    }

    [Theory]
    [InlineData("LogisticR1")]
    [InlineData("Hinge")]
    [InlineData("LeastSquares")]
    [InlineData("WassersteinGradientPenalty")]
    [InlineData("Wasserstein")]
    public void TrainsACatalogueObjective(string name)
    {
        var cli = Train("a", steps: 2, "--objective", name);
        Assert.Equal((0, ""), (cli.ExitCode, cli.Errors));
        Assert.DoesNotContain("NaN", File.ReadAllText(Path.Combine(folder.File("a"), "metrics.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void StoppingKeepsWhatThereIs()
    {
        using var stop = new CancellationTokenSource();
        // Without a terminal each twentieth of the steps is a line: the second one presses Ctrl-C.
        var output = new CancelAtLine(stop, "step 4/40");
        var cli = Cli.Run(output, stop.Token, Arguments("a", steps: 40));
        Assert.Equal((130, ""), (cli.ExitCode, cli.Errors));
        Assert.Equal(["losses.png", "metrics.csv", "progress.png", "samples.png"], Directory.GetFiles(folder.File("a")).Select(Path.GetFileName).Order());
        Assert.Equal(1 + 4, File.ReadAllLines(Path.Combine(folder.File("a"), "metrics.csv")).Length);
        Assert.Contains("metrics.csv", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void StoppingBeforeTheFirstStepStillWrites()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var cli = Cli.Run(stop.Token, Arguments("a", steps: 40));
        Assert.Equal((130, ""), (cli.ExitCode, cli.Errors));
        Assert.Equal(4, Directory.GetFiles(folder.File("a")).Length);
    }

    [Fact]
    public void AStepLeavesNoTensorBehind()
    {
        Assert.Equal(LeftBy(steps: 1), LeftBy(steps: 6));
    }

    // Not 0: each layer of TorchSharp leaves two tensors of its construction to the finalizer.
    private long LeftBy(int steps)
    {
        var before = Tensor.TotalCount;
        Train("a", steps);
        return Tensor.TotalCount - before;
    }

    private Cli Train(string name, int steps, params string[] more) => Cli.Run([.. Arguments(name, steps), .. more]);

    private string[] Arguments(string name, int steps) =>
        ["--steps", $"{steps}", "--batch", "8", "--threads", "1", "--out", folder.File(name)];

    private byte[] Bytes(string run, string name) => File.ReadAllBytes(Path.Combine(folder.File(run), name));

    private static (int Width, int Height) Size(string path)
    {
        using var picture = SKBitmap.Decode(path);
        return (picture.Width, picture.Height);
    }

    private static int Colors(string path)
    {
        using var picture = SKBitmap.Decode(path);
        return picture.Pixels.Distinct().Count();
    }

    private sealed class CancelAtLine(CancellationTokenSource stop, string start) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith(start, StringComparison.Ordinal) == true)
                stop.Cancel();
        }
    }
}
