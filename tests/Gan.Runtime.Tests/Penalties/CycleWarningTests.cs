using System.Runtime.InteropServices;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

public class CycleWarningTests
{
    [Fact]
    public void Libtorch_warns_of_a_cycle()
    {
        var child = ChildProcess.Run(BackwardByHand);
        Assert.Equal(0, child.ExitCode);
        Assert.Contains("reference cycle", child.Errors);
    }

    [Fact]
    public void A_penalty_is_silent()
    {
        var child = ChildProcess.Run(PenaltyThenBackwardByHand, "GANDSL_BACKEND_CHECK=off");
        Assert.Equal((0, ""), (child.ExitCode, child.Errors));
    }

    [Fact]
    public void Other_warnings_are_not()
    {
        Assert.True(CycleWarning.TryFindLogLevel(out var level));
        var before = Marshal.ReadInt32(level);
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        new R1Penalty().Evaluate(discriminator, ones(1, 1, dtype: ScalarType.Float64), null);
        Assert.Equal((1, 1), (before, Marshal.ReadInt32(level)));
    }

    private static void BackwardByHand()
    {
        using var scope = NewDisposeScope();
        var x = ones(1).requires_grad_(true);
        autograd.backward([x.mul(x)], create_graph: true, retain_graph: true, inputs: [x]);
        x.grad = null;
    }

    private static void PenaltyThenBackwardByHand()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        new R1Penalty().Evaluate(discriminator, ones(1, 1, dtype: ScalarType.Float64), null).backward();
        BackwardByHand();
    }
}
