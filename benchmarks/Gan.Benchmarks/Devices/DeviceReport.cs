using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>Compare the results of a device with the CPU's in float64: every objective of the catalogue, and a few steps of training with each.</summary>
internal static class DeviceReport
{
    /// <returns>Whether nothing failed.</returns>
    public static bool Print()
    {
        using var logits = zeros([64, 1], device: BenchmarkDevice.Current);
        Console.WriteLine($"On {BenchmarkDevice.Current}, losses take the path {Objectives.Logistic.Info.PathOf(logits, out var why)}, {why}.");
        Console.WriteLine();
        var findings = new Findings();
        new LossCheck(findings).Run();
        new TrainingCheck(findings).Run();
        return findings.Print();
    }
}
