using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>Whether memory stays flat while a small GAN trains and while a loss is computed over and over, and what a call leaves to the garbage collector.</summary>
internal static class MemoryReport
{
    private const int Readings = 10;
    private const int Calls = 1000;

    public static void Print(int steps)
    {
        using (var gan = new LibraryLoop(new StepSize("small", Channels: 1, Side: 28, Batch: 2, Width: 32), "R1/16"))
            Watch("training", steps, step => gan.Step(step));
        var (loss, shape) = (LossCase.Of("NonSaturating"), LogitSize.Of("64x1").Shape);
        using var bodies = new LossBodies(loss, Player.Discriminator, shape);
        foreach (var name in LossBodies.Names)
            Watch($"loss, {name}", steps, _ => bodies.Named(name)());

        Markdown.Head("a call", "managed bytes");
        foreach (var name in LossBodies.Names)
            Markdown.Row(name, $"{BytesOf(bodies.Named(name)):N0}");
    }

    private static void Watch(string name, int steps, Action<int> step)
    {
        Markdown.Head($"{name}: step", "resident, MB", "tensors");
        // From the first reading on nothing should grow: before it, everything is first of its kind.
        for (var i = 1; i <= steps; i++)
        {
            step(i);
            if (i % Math.Max(1, steps / Readings) == 0)
                Markdown.Row($"{i:N0}", $"{ProcessMemory.ResidentAfterTrim() / 1e6:0.0}", $"{Tensor.TotalCount}");
        }

        Console.WriteLine();
    }

    private static double BytesOf(Action call)
    {
        for (var i = 0; i < Calls; i++)
            call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
    }
}
