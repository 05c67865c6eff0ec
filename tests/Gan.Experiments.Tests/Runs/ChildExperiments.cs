using System.Diagnostics;
using Gan.Experiments.Tests.Checkpoints;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>The experiments of the test assembly as a program.</summary>
internal static class ChildExperiments
{
    public static IReadOnlyList<Experiment> All { get; } = [new LongExperiment(), new EndlessExperiment(), new SweptExperiment(), new UnmeasurableExperiment(), new DyingExperiment(), new HangingExperiment()];
}

/// <summary>All that has a state: a lazy penalty, one that carries averages, batch normalisation, dropout, an average of the weights. A run takes a few seconds.</summary>
public class LongExperiment : PlaneExperiment
{
    public override ExperimentSettings Settings => base.Settings with { Steps = 300, CheckpointEvery = 7, SampleEvery = 100 };

    public override IGanObjective CreateObjective(IReadOnlyDictionary<string, double> values) => new CarryingObjective();
}

/// <summary>Goes on until it is stopped, with a checkpoint then and none before.</summary>
public sealed class EndlessExperiment : LongExperiment
{
    public override ExperimentSettings Settings => base.Settings with { Steps = 1_000_000, CheckpointEvery = 1_000_000, SampleEvery = 1_000_000 };

    public override IReadOnlyList<Sweep> Sweeps { get; } = [new("Run", [1, 2, 3])];
}

/// <summary>Is not finite where it is measured.</summary>
public sealed class UnmeasurableExperiment : PlaneExperiment
{
    public override Tensor Latents(int count, Generator random) =>
        count == Settings.MetricSamples ? full([count, 4], double.NaN, ScalarType.Float32) : base.Latents(count, random);
}

/// <summary>Takes its process with it at its sixth step.</summary>
public sealed class DyingExperiment : PlaneExperiment
{
    private int made;

    public override Tensor Latents(int count, Generator random)
    {
        if (count == Settings.BatchSize && ++made == (5 * Settings.DiscriminatorSteps) + 1)
            Process.GetCurrentProcess().Kill();
        return base.Latents(count, random);
    }
}

/// <summary>Hangs in the step after its first checkpoint.</summary>
public sealed class HangingExperiment : PlaneExperiment
{
    private int made;

    public override Tensor Latents(int count, Generator random)
    {
        if (count == Settings.BatchSize && ++made == (Settings.CheckpointEvery * Settings.DiscriminatorSteps) + 1)
            Thread.Sleep(Timeout.Infinite);
        return base.Latents(count, random);
    }
}
