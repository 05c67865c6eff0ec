using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>All that trains in a run: networks, average, optimisers, objective and random numbers, made from a seed.</summary>
internal sealed class Players : IDisposable
{
    private readonly Experiment experiment;

    /// <summary>Makes them. It seeds torch's own random numbers, of which weights, dropout and penalties' noise are made.</summary>
    public Players(Experiment experiment, ExperimentSettings settings, IReadOnlyDictionary<string, double> sweep)
    {
        this.experiment = experiment;
        manual_seed(settings.Seed);
        Objective = experiment.CreateObjective(sweep);
        Generator = experiment.CreateGenerator();
        Discriminator = experiment.CreateDiscriminator();
        Drawn = experiment.CreateGenerator();
        Drawn.eval();
        Random = new Generator((ulong)settings.Seed, CPU);
        Average = settings.Average > 0 ? new(Generator, AverageDecay.Constant(settings.Average, rampUp: 10)) : null;
        OptimizerG = new FusedAdam(Generator.parameters(), settings.GeneratorRate, settings.Beta1, settings.Beta2);
        OptimizerD = new FusedAdam(Discriminator.parameters(), settings.DiscriminatorRate, settings.Beta1, settings.Beta2);
        using var fixedRandom = new Generator((ulong)settings.Seed + 1, CPU);
        using var scope = NewDisposeScope();
        FixedLatents = experiment.Latents(SampleCount, fixedRandom).DetachFromDisposeScope();
        State = new TrainingState()
            .Add("generator", Generator).Add("discriminator", Discriminator)
            .Add("optimizer-g", OptimizerG).Add("optimizer-d", OptimizerD)
            .Add("objective", Objective).Add("latents", Random).AddGlobalGenerator();
        if (Average is not null)
            State.Add("average", Average);
    }

    /// <summary>Pictures in a sample grid.</summary>
    public const int SampleCount = 64;

    public IGanObjective Objective { get; }

    public nn.Module<Tensor, Tensor> Generator { get; }

    public nn.Module<Tensor, Tensor> Discriminator { get; }

    public FusedAdam OptimizerG { get; }

    public FusedAdam OptimizerD { get; }

    public ExponentialMovingAverage? Average { get; }

    /// <summary>Where latents come from.</summary>
    public Generator Random { get; }

    /// <summary>Those of every sample grid.</summary>
    public Tensor FixedLatents { get; }

    public TrainingState State { get; }

    // The weights that samples are drawn with, in a module of their own: G itself goes on training.
    private nn.Module<Tensor, Tensor> Drawn { get; }

    /// <summary>Latents for a batch, from the run's random numbers.</summary>
    public Tensor Latents(int count) => LatentsFrom(count, Random);

    public Tensor LatentsFrom(int count, Generator random) => experiment.Latents(count, random);

    /// <summary>What the averaged generator makes of latents, without a graph.</summary>
    public Tensor Draw(Tensor latents)
    {
        using var withoutGraph = no_grad();
        return ForDrawing().call(latents);
    }

    /// <summary>The generator with the weights that samples are drawn with, in evaluation mode.</summary>
    public nn.Module<Tensor, Tensor> ForDrawing()
    {
        using var scope = NewDisposeScope();
        if (Average is not null)
            Average.CopyTo(Drawn);
        else
            Drawn.load_state_dict(Generator.state_dict());
        return Drawn;
    }

    public void Dispose()
    {
        FixedLatents.Dispose();
        OptimizerD.Dispose();
        OptimizerG.Dispose();
        Average?.Dispose();
        Random.Dispose();
        Drawn.Dispose();
        Discriminator.Dispose();
        Generator.Dispose();
    }
}
