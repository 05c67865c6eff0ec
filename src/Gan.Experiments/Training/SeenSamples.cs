using Gan.Dsl;
using Gan.Experiments.Checkpoints.State;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Training;

/// <summary>What the discriminator gets to see of the samples: all, or what an augmentation leaves. Its random numbers are torch's own.</summary>
internal sealed class SeenSamples : IDisposable
{
    private readonly AugmentationSettings? settings;
    private readonly AugmentedDiscriminator? augmented;
    private readonly PseudoAugmentation? pseudo;

    /// <param name="settings">The augmentation; null: there is none.</param>
    /// <param name="discriminator">D, which is disposed with this where it sees changed images.</param>
    /// <param name="objective">What it learns by.</param>
    /// <exception cref="ArgumentException">The objective has a penalty that would compare two different changes.</exception>
    public SeenSamples(AugmentationSettings? settings, nn.Module<Tensor, Tensor> discriminator, IGanObjective objective)
    {
        (this.settings, Discriminator) = (settings, discriminator);
        if (settings is null)
            return;
        if (settings.Policy != AugmentationPolicy.DiffAugment)
            Probability = settings.Every > 0 ? new(settings.Probability, settings.Target, settings.Samples, settings.Every) : new(settings.Probability);
        if (settings.Policy == AugmentationPolicy.Pseudo)
        {
            pseudo = new(Probability!);
            return;
        }

        if (objective.Penalties.FirstOrDefault(static penalty => penalty is { Weight: > 0 } and (R1Penalty { FiniteDifference: not null } or R2Penalty { FiniteDifference: not null })) is { } difference)
            throw new ArgumentException($"{difference.Name} of {objective.Info.Name} is a finite difference of two calls of D, which the augmentation {settings.Policy} would change in two ways: leave out FiniteDifference, or the augmentation.", nameof(objective));
        Discriminator = augmented = new(discriminator, Probability is null ? new DiffAugment() : new AdaAugment(Probability));
    }

    /// <summary>D for the steps of both players.</summary>
    public nn.Module<Tensor, Tensor> Discriminator { get; }

    /// <summary>p; null where the augmentation has none.</summary>
    public AugmentationProbability? Probability { get; }

    /// <summary>p where it changes while the run trains; null where it does not.</summary>
    public AugmentationProbability? Adaptive => settings is { IsAdaptive: true } ? Probability : null;

    /// <summary>What D gets as real.</summary>
    public Tensor Real(Tensor real, Tensor fake) => pseudo?.call(real, fake) ?? real;

    /// <summary>Adds what changes while the run trains.</summary>
    public void AddTo(TrainingState state)
    {
        if (Adaptive is { } probability)
            state.Add("augmentation", new NumbersPart(() => probability.State, probability.LoadState));
    }

    public void Dispose()
    {
        augmented?.Dispose();
        pseudo?.Dispose();
    }
}
