using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.State;
using Gan.Experiments.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

public sealed class CheckpointFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly Linear net = nn.Linear(2, 3);
    private readonly TrainingState state;

    public CheckpointFolderTests() => state = new TrainingState().Add("net", net);

    public void Dispose()
    {
        net.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public void KeepsTheLast()
    {
        var folder = new CheckpointFolder(temporary.File("new/run"), keep: 2);
        Assert.Empty(folder.Files);
        foreach (var step in new[] { 5, 10, 15 })
            Write(folder, step);
        Assert.Equal([temporary.File("new/run/step-000000000015.safetensors"), temporary.File("new/run/step-000000000010.safetensors")], folder.Files);
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
        Assert.Equal(15, Latest(folder));
    }

    [Fact]
    public void OrdersByStepNotByName()
    {
        var folder = new CheckpointFolder(temporary.Path);
        Write(folder, 999_999_999_999);
        Write(folder, 1_000_000_000_000);
        Assert.Equal(1_000_000_000_000, Latest(folder));
    }

    [Fact]
    public void UsesTheOneBeforeADamagedOneAndSaysSo()
    {
        var folder = new CheckpointFolder(temporary.Path);
        var whole = Write(folder, 1);
        var second = Write(folder, 2);
        var third = Write(folder, 3);
        Damage(second);
        File.WriteAllBytes(third, []);
        using var checkpoint = folder.ReadLatest(out var damaged);
        Assert.Equal(1, checkpoint.Info.Step);
        Assert.Equal(whole, checkpoint.Path);
        Assert.Equal([third, second], damaged.Select(d => d.Path));
        Assert.Contains($"{third} cannot be used: it holds 0 bytes", damaged[0].Reason, StringComparison.Ordinal);
        Assert.Contains($"{second} cannot be used: its checksum does not match its bytes", damaged[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatWasTakenBackLosesNothing()
    {
        // The one at 20 is damaged, the run goes on from 10: 15 must not be taken for older than 20 and removed.
        var folder = new CheckpointFolder(temporary.Path, keep: 1);
        Write(folder, 10);
        Damage(Write(folder, 20));
        Write(folder, 15);
        using (var checkpoint = folder.ReadLatest(out var damaged))
        {
            Assert.Equal(15, checkpoint.Info.Step);
            Assert.Single(damaged);
        }
        Write(folder, 20);
        Assert.Equal(20, Latest(folder));
        Assert.Single(folder.Files);
    }

    [Fact]
    public void IgnoresAndRemovesWhatWasLeftUnfinished()
    {
        var folder = new CheckpointFolder(temporary.Path);
        var whole = Write(folder, 1);
        var unfinished = temporary.File("step-000000000002.safetensors.tmp");
        File.WriteAllBytes(unfinished, File.ReadAllBytes(whole)[..100]);
        Assert.Equal(1, Latest(folder));
        Write(folder, 3);
        Assert.False(File.Exists(unfinished));
    }

    [Fact]
    public void LeavesOthersFilesAlone()
    {
        string[] others = ["step-1.safetensors", "step-000000000001.safetensors.bak", "weights.safetensors", "step-000000000x01.safetensors", "step--00000000001.safetensors", "notes.tmp"];
        foreach (var other in others)
            File.WriteAllText(temporary.File(other), "");
        var folder = new CheckpointFolder(temporary.Path, keep: 1);
        Write(folder, 1);
        Write(folder, 2);
        Assert.Equal(2, Latest(folder));
        Assert.All(others, other => Assert.True(File.Exists(temporary.File(other))));
    }

    [Fact]
    public void SaysThatThereIsNone()
    {
        var error = Assert.Throws<FileNotFoundException>(() => new CheckpointFolder(temporary.File("none")).ReadLatest(out _));
        Assert.Contains($"There is no checkpoint in {temporary.File("none")}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysThatNoneIsWhole()
    {
        var folder = new CheckpointFolder(temporary.Path);
        var paths = new[] { Write(folder, 1), Write(folder, 2) };
        Array.ForEach(paths, Damage);
        var error = Assert.Throws<InvalidDataException>(() => folder.ReadLatest(out _));
        Assert.All(paths, path => Assert.Contains($"{path} cannot be used", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void AFailedWriteLeavesWhatWasThere()
    {
        var folder = new CheckpointFolder(temporary.Path);
        Write(folder, 1);
        using var unknown = zeros(1, dtype: ScalarType.ComplexFloat32);
        using var module = new Buffered(unknown.clone());
        var error = Assert.Throws<ArgumentException>(() => folder.Write(new(2, "", ""), new TrainingState().Add("net", module)));
        Assert.Contains("net.buffer is ComplexFloat32", error.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(temporary.Path));
        Assert.Equal(1, Latest(folder));
    }

    [Fact]
    public void RefusesToKeepNone()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckpointFolder("run", keep: 0));
        Assert.Throws<ArgumentException>(() => new CheckpointFolder(" "));
    }

    private static void Damage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private string Write(CheckpointFolder folder, long step) => folder.Write(new(step, "", ""), state);

    private static long Latest(CheckpointFolder folder)
    {
        using var checkpoint = folder.ReadLatest(out var damaged);
        Assert.Empty(damaged);
        return checkpoint.Info.Step;
    }

    private sealed class Buffered : nn.Module
    {
        public Buffered(Tensor buffer)
            : base(nameof(Buffered)) => register_buffer("buffer", buffer);
    }
}
