using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Support;

/// <summary>Counts live tensors in the whole process.</summary>
public static class Live
{
    /// <summary>Asserts that repeating an action leaves as many tensors alive as there were.</summary>
    /// <remarks>TorchSharp 0.107 counts a tensor for ever that a <see cref="TorchSharp.Modules.Parameter"/> was made of, though it owns nothing any more: how many an action makes is told.</remarks>
    public static void AssertUnchanged(Action action, int parametersMade = 0)
    {
        action();
        Settle();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 5; i++)
            action();
        Assert.Equal(before + (5 * parametersMade), Tensor.TotalCount);
    }

    // What earlier tests dropped without disposing must not be collected in between.
    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
