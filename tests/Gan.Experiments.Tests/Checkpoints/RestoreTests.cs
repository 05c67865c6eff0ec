using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.State;
using Gan.Experiments.Tests.Support;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

/// <summary>A state that does not fit is refused by a message that names the part and the tensor, and changes nothing.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void RefusesAnotherShape() => Refused(
        s => s.Add("net", nn.Linear(3, 4)), s => s.Add("net", nn.Linear(3, 5)), "does not fit net: weight has been saved as Float32 [4, 3], but is Float32 [5, 3]");

    [Fact]
    public void RefusesAnotherType() => Refused(
        s => s.Add("net", nn.Linear(3, 4)), s => s.Add("net", nn.Linear(3, 4, dtype: ScalarType.Float64)), "does not fit net: weight has been saved as Float32 [4, 3], but is Float64 [4, 3]");

    [Fact]
    public void RefusesATensorThatIsMissing() => Refused(
        s => s.Add("net", nn.Linear(3, 4, hasBias: false)), s => s.Add("net", nn.Linear(3, 4)), "does not fit net: The module has bias, but the saved state does not contain it");

    [Fact]
    public void RefusesATensorTooMany() => Refused(
        s => s.Add("net", nn.Linear(3, 4)), s => s.Add("net", nn.Linear(3, 4, hasBias: false)), "does not fit net: The saved state contains bias, but the module has no such parameter or buffer");

    [Fact]
    public void RefusesAnotherPart() => Refused(
        s => s.Add("net", nn.Linear(3, 4)).Add("extra", nn.Linear(1, 1)), s => s.Add("net", nn.Linear(3, 4)), "has extra, which this run does not: its parts are first, net");

    [Fact]
    public void RefusesAPartThatIsMissing() => Refused(
        s => s, s => s.Add("net", nn.Linear(3, 4)), "does not fit net: The module has weight, but the saved state does not contain it");

    [Fact]
    public void RefusesAnotherOptimizer() => Refused(
        s => s.Add("adam", optim.Adam(nn.Linear(3, 4).parameters())), s => s.Add("adam", new FusedAdam(nn.Linear(3, 4).parameters())), "does not fit adam: FusedAdam does not accept the saved state");

    [Fact]
    public void RefusesAnOptimizerOfAnotherShape() => Refused(
        s => s.Add("adam", new FusedAdam(nn.Linear(3, 4).parameters())), s => s.Add("adam", new FusedAdam(nn.Linear(4, 3).parameters())), "does not fit adam: FusedAdam does not accept the saved state");

    [Fact]
    public void RefusesAnOptimizerOfMoreParameters() => Refused(
        s => s.Add("adam", optim.Adam(nn.Linear(3, 4).parameters())), s => s.Add("adam", optim.Adam(nn.Linear(3, 4, hasBias: false).parameters())), "does not fit adam: Adam does not accept the saved state");

    [Fact]
    public void RefusesAnotherObjective() => Refused(
        s => s.Add("objective", new CarryingObjective()), s => s.Add("objective", new LogisticR1()), "does not fit objective: The state has LeCam");

    [Fact]
    public void RefusesAnotherState() => Refused(
        s => s.Add("noise", new Kept(zeros(5056, dtype: ScalarType.Byte))), s => s.Add("noise", new Generator(1)), "does not fit noise: The bytes are not a valid state of the Mersenne Twister");

    [Theory]
    [InlineData(5055, ScalarType.Byte)]
    [InlineData(5057, ScalarType.Byte)]
    [InlineData(5056, ScalarType.Int8)]
    [InlineData(0, ScalarType.Byte)]
    public void RefusesAStateOfAnotherSize(int size, ScalarType type) => Refused(
        s => s.Add("random", new Kept(zeros(size, dtype: type))), s => s.AddGlobalGenerator(), $"does not fit random: state has been saved as {type} [{size}], but is Byte [5056]");

    [Fact]
    public void RefusesNamesThatCannotBeHad()
    {
        using var net = nn.Linear(1, 1);
        var state = new TrainingState().Add("net", net);
        Assert.Throws<ArgumentException>(() => state.Add("net", net));
        Assert.Throws<ArgumentException>(() => state.Add("a.b", net));
        Assert.Throws<ArgumentException>(() => state.Add("", net));
        Assert.Throws<ArgumentNullException>(() => state.Add("other", (nn.Module)null!));
    }

    [Fact]
    public void RefusesACheckpointThatHasBeenDisposed()
    {
        using var net = nn.Linear(1, 1);
        var state = new TrainingState().Add("net", net);
        Checkpoint.Write(folder.File("run"), new(0, "", ""), state);
        var checkpoint = Checkpoint.Read(folder.File("run"));
        checkpoint.Dispose();
        Assert.Throws<ObjectDisposedException>(() => checkpoint.Restore(state));
    }

    [Fact]
    public void RefusesInfoThatIsNone()
    {
        var state = new TrainingState();
        Assert.Throws<ArgumentOutOfRangeException>(() => Checkpoint.Write(folder.File("run"), new(-1, "", ""), state));
        Assert.Throws<ArgumentNullException>(() => Checkpoint.Write(folder.File("run"), new(0, null!, ""), state));
        Assert.False(File.Exists(folder.File("run")));
    }

    private void Refused(Func<TrainingState, TrainingState> saved, Func<TrainingState, TrainingState> now, string message)
    {
        using var scope = NewDisposeScope();
        using var first = nn.Linear(2, 2);
        Checkpoint.Write(folder.File("run"), new(1, "", ""), saved(new TrainingState().Add("first", first)));
        using (no_grad())
            first.weight!.fill_(7);
        var state = now(new TrainingState().Add("first", first));
        var before = Bytes(state);
        var error = Assert.Throws<ArgumentException>(() => Checkpoint.Read(folder.File("run")).Restore(state));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(state));
    }

    private byte[] Bytes(TrainingState state)
    {
        Checkpoint.Write(folder.File("now"), new(1, "", ""), state);
        return File.ReadAllBytes(folder.File("now"));
    }

    private sealed class Kept(Tensor tensor) : IStatePart
    {
        public IReadOnlyDictionary<string, Tensor> Capture() => new Dictionary<string, Tensor> { ["state"] = tensor };

        public Action Restoring(IReadOnlyDictionary<string, Tensor> tensors) => () => { };
    }
}
