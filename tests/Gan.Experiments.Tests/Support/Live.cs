using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Support;

/// <summary>Counts live tensors in the whole process.</summary>
public static class Live
{
    /// <summary>Asserts that repeating an action leaves as many tensors alive as there were.</summary>
    public static void AssertUnchanged(Action action)
    {
        action();
        Settle();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 5; i++)
            action();
        Assert.Equal(before, Tensor.TotalCount);
    }

    // What earlier tests dropped without disposing must not be collected in between.
    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
