using Gan.Experiments.Checkpoints.State;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Training;

/// <summary>All that trains in a run: networks, average, optimisers, objective and random numbers, made from a seed.</summary>
internal sealed class Players : IDisposable
{
    private readonly Experiment experiment;
    private readonly Stack<IDisposable> owned = [];

    /// <summary>Makes them. It seeds torch's own random numbers, of which weights, dropout and penalties' noise are made.</summary>
    /// <exception cref="Exception">What an experiment throws. Nothing that was made before remains.</exception>
    public Players(Experiment experiment, ExperimentSettings settings, IReadOnlyDictionary<string, double> sweep)
    {
        this.experiment = experiment;
        try
        {
            manual_seed(settings.Seed);
            Objective = experiment.CreateObjective(sweep);
            Generator = Own(experiment.CreateGenerator());
            Discriminator = Own(experiment.CreateDiscriminator());
            Seen = Own(new SeenSamples(settings.Augmentation, Discriminator, Objective));
            Drawn = Own(experiment.CreateGenerator());
            Drawn.eval();
            Random = Own(new Generator((ulong)settings.Seed, CPU));
            Average = settings.Average > 0 ? Own(new ExponentialMovingAverage(Generator, AverageDecay.Constant(settings.Average, rampUp: 10))) : null;
            OptimizerG = Own(new FusedAdam(Generator.parameters(), settings.GeneratorRate, settings.Beta1, settings.Beta2));
            OptimizerD = Own(new FusedAdam(Discriminator.parameters(), settings.DiscriminatorRate, settings.Beta1, settings.Beta2));
            using var fixedRandom = new Generator((ulong)settings.Seed + 1, CPU);
            using var scope = NewDisposeScope();
            FixedLatents = Own(experiment.Latents(SampleCount, fixedRandom).DetachFromDisposeScope());
            State = new TrainingState()
                .Add("generator", Generator).Add("discriminator", Discriminator)
                .Add("optimizer-g", OptimizerG).Add("optimizer-d", OptimizerD)
                .Add("objective", Objective).Add("latents", Random).AddGlobalGenerator();
            Seen.AddTo(State);
            if (Average is not null)
                State.Add("average", Average);
            Weights = new([("G", Generator), ("D", Discriminator), .. Average is null ? [] : new (string, nn.Module)[] { ("G", Average) }]);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Pictures in a sample grid.</summary>
    public const int SampleCount = 64;

    public IGanObjective Objective { get; }

    public nn.Module<Tensor, Tensor> Generator { get; }

    public nn.Module<Tensor, Tensor> Discriminator { get; }

    /// <summary>What D gets to see.</summary>
    public SeenSamples Seen { get; }

    public FusedAdam OptimizerG { get; }

    public FusedAdam OptimizerD { get; }

    public ExponentialMovingAverage? Average { get; }

    /// <summary>Where latents come from.</summary>
    public Generator Random { get; }

    /// <summary>Those of every sample grid.</summary>
    public Tensor FixedLatents { get; }

    public TrainingState State { get; }

    /// <summary>Sees whether those of G, D and the average are still finite.</summary>
    public FiniteWeights Weights { get; }

    // The weights that samples are drawn with, in a module of their own: G itself goes on training.
    private nn.Module<Tensor, Tensor> Drawn { get; }

    /// <summary>Latents for a batch, from the run's random numbers.</summary>
    public Tensor Latents(int count) => LatentsFrom(count, Random);

    public Tensor LatentsFrom(int count, Generator random) => experiment.Latents(count, random);

    /// <summary>What the averaged generator makes of latents, without a graph and without a trace in the training.</summary>
    public Tensor Draw(Tensor latents)
    {
        using var withoutGraph = no_grad();
        using var random = new KeptRandom();
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
        while (owned.TryPop(out var made))
            made.Dispose();
    }

    private T Own<T>(T made)
        where T : IDisposable
    {
        owned.Push(made);
        return made;
    }
}
