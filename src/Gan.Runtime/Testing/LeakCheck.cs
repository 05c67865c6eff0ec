using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>Counts the tensors that a call leaves alive.</summary>
/// <remarks>The count is this thread's: tests that run beside it, and the garbage collector, do not disturb it.</remarks>
internal static class LeakCheck
{
    private const int Calls = 4;

    /// <param name="what">What is called, for the message.</param>
    /// <param name="call">Makes one scalar, which the check differentiates if it has a graph, and disposes.</param>
    public static void Run(string what, Func<Tensor> call)
    {
        // What is made once, on first use, is no leak.
        Once(call);

        var before = Live();
        for (var i = 0; i < Calls; i++)
            Once(call);
        Expect($"after {Calls} calls of {what}", before);

        using (NewDisposeScope())
        {
            var result = call();
            if (result.IsInvalid)
                throw new ObjectiveCheckException($"{what}: expected a live tensor inside the caller's dispose scope, actual a disposed one.");
        }

        Expect($"after {what} in a dispose scope that has ended", before);
    }

    private static void Once(Func<Tensor> call)
    {
        using var result = call();
        if (!result.requires_grad)
            return;
        // What backward makes of a custom Function belongs to the scope around it.
        using var scope = NewDisposeScope();
        result.backward();
    }

    private static long Live() => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    private static void Expect(string when, long before)
    {
        var left = Live() - before;
        if (left != 0)
            throw new ObjectiveCheckException($"Tensors left alive {when}: expected 0, actual {left}.");
    }
}
