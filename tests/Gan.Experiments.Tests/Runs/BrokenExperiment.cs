using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A <see cref="PlaneExperiment"/> of which one thing can be broken.</summary>
internal sealed class BrokenExperiment : PlaneExperiment
{
    public Func<GanData>? Data { get; init; }

    public Func<IGanObjective>? Objective { get; init; }

    public Func<nn.Module<Tensor, Tensor>>? Generator { get; init; }

    public Func<nn.Module<Tensor, Tensor>>? Discriminator { get; init; }

    /// <summary>What happens before latents are made: their number is that of the batch, 64 for a sample grid, 100 for metrics.</summary>
    public Func<int, Tensor?> Before { get; init; } = static _ => null;

    public override string Name => nameof(PlaneExperiment);

    public override GanData CreateData() => Data?.Invoke() ?? base.CreateData();

    public override IGanObjective CreateObjective(IReadOnlyDictionary<string, double> values) => Objective?.Invoke() ?? base.CreateObjective(values);

    public override nn.Module<Tensor, Tensor> CreateGenerator() => Generator?.Invoke() ?? base.CreateGenerator();

    public override nn.Module<Tensor, Tensor> CreateDiscriminator() => Discriminator?.Invoke() ?? base.CreateDiscriminator();

    public override Tensor Latents(int count, Generator random) => Before(count) ?? base.Latents(count, random);
}
