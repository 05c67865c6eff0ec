using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(17)]
    public void ARunThatIsResumedEndsAsOneThatWasNotStopped(int stop)
    {
        using var whole = new SampleRun(1);
        whole.Train(20);
        var expected = whole.Fingerprint();

        using (var first = new SampleRun(1))
        {
            first.Train(stop);
            Checkpoint.Write(folder.File("run"), first.Info, first.State);
        }
        using var second = new SampleRun(2);
        second.Train(3);
        using (var scope = NewDisposeScope())
            second.Resume(Checkpoint.Read(folder.File("run")));
        second.Train(20 - stop);
        Assert.Equal(expected, second.Fingerprint());
    }

    [Fact]
    public void WritingDoesNotDisturbTheRun()
    {
        using var whole = new SampleRun(1);
        whole.Train(6);
        var expected = whole.Fingerprint();
        using var written = new SampleRun(1);
        for (var step = 0; step < 6; step++)
        {
            Checkpoint.Write(folder.File("run"), written.Info, written.State);
            written.Train(1);
        }
        Assert.Equal(expected, written.Fingerprint());
    }

    [Fact]
    public void TheSameStateMakesTheSameBytes()
    {
        using var run = new SampleRun(1);
        run.Train(2);
        Checkpoint.Write(folder.File("first"), run.Info, run.State);
        Checkpoint.Write(folder.File("second"), run.Info, run.State);
        Assert.Equal(File.ReadAllBytes(folder.File("first")), File.ReadAllBytes(folder.File("second")));
    }

    [Fact]
    public void NoPartMayBeMissing()
    {
        using var run = new SampleRun(1);
        run.Train(5);
        Checkpoint.Write(folder.File("run"), run.Info, run.State);
        using var file = Safetensors.Read(folder.File("run"));
        using var other = new SampleRun(2);
        var parts = file.Tensors.Keys.Select(name => name.Split('.')[0]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["average", "discriminator", "discriminatorOptimizer", "generator", "generatorOptimizer", "noise", "objective", "random"], parts);
        var before = other.Fingerprint();
        foreach (var part in parts)
        {
            var error = Assert.Throws<ArgumentException>(() => other.State.Restore(file.Tensors.Where(t => !t.Key.StartsWith(part + ".", StringComparison.Ordinal)).ToDictionary()));
            Assert.Contains($"does not fit {part}:", error.Message, StringComparison.Ordinal);
            Assert.Equal(before, other.Fingerprint());
        }
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var run = new SampleRun(1);
        run.Train(2);
        Live.AssertUnchanged(() =>
        {
            Checkpoint.Write(folder.File("run"), run.Info, run.State);
            using (var checkpoint = Checkpoint.Read(folder.File("run")))
                run.Resume(checkpoint);
            using (NewDisposeScope())
                run.Resume(Checkpoint.Read(folder.File("run")));
        });
        run.Train(1);
    }

    [Fact]
    public void TheTextsComeBack()
    {
        using var run = new SampleRun(1);
        var info = new CheckpointInfo(long.MaxValue, "{ \"name\": \"Füchse\", \"lr\": 1e-4 }\r\n", CodeVersion.Of(typeof(ResumeTests).Assembly));
        Checkpoint.Write(folder.File("run"), info, run.State);
        using var checkpoint = Checkpoint.Read(folder.File("run"));
        Assert.Equal(info, checkpoint.Info);
        Assert.Equal(folder.File("run"), checkpoint.Path);
    }

    [Fact]
    public void TheCodeIsTheUsersAndTheLibraries()
    {
        var assembly = typeof(ResumeTests).Assembly;
        var lines = CodeVersion.Of(assembly).Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.StartsWith($"Gan.Experiments.Tests {assembly.GetName().Version!.ToString(3)}", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(assembly.ManifestModule.ModuleVersionId.ToString(), lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("TorchSharp 0.107.0", StringComparison.Ordinal));
    }
}
