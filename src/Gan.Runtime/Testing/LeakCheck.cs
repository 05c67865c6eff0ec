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
        Once(what, call);

        var before = Live();
        for (var i = 0; i < Calls; i++)
            Once(what, call);
        Expect($"after {Calls} calls of {what}", before);

        using (NewDisposeScope())
        {
            var result = call();
            Scalars.Alive(result, $"{what} in a dispose scope");
        }

        Expect($"after {what} in a dispose scope that has ended", before);
    }

    private static void Once(string what, Func<Tensor> call)
    {
        using var result = call();
        // What backward makes of a custom Function belongs to the scope around it.
        using var scope = NewDisposeScope();
        Scalars.Differentiate(result, what);
    }

    private static long Live() => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    private static void Expect(string when, long before)
    {
        var left = Live() - before;
        if (left != 0)
            throw new ObjectiveCheckException($"Tensors left alive {when}: expected 0, actual {left}.");
    }
}
