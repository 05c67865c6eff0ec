using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>The options of the training of a <see cref="FeatureClassifier"/>. The defaults made the shipped one.</summary>
public sealed record ClassifierTrainingOptions
{
    /// <summary>The seed of weights, order and augmentation.</summary>
    public long Seed { get; init; }

    /// <summary>The passes over the samples, at least 1.</summary>
    public int Epochs
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 30;

    /// <summary>The samples of a step, at least 1.</summary>
    public int BatchSize
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 64;

    /// <summary>The learning rate of the first step, finite and positive; it falls to 0 as half a cosine.</summary>
    public double LearningRate
    {
        get;
        init => field = Ranges.Positive(value);
    } = 3e-3;

    /// <summary>The decoupled weight decay, finite and not negative.</summary>
    public double WeightDecay
    {
        get;
        init => field = Ranges.NotNegative(value);
    } = 0.02;

    /// <summary>By how many pixels images are shifted at most, each way, not negative and at most 14.</summary>
    public int Shift
    {
        get;
        init => field = value is >= 0 and <= 14 ? value : throw new ArgumentOutOfRangeException(nameof(Shift), value, "Shift must be from 0 to 14.");
    } = 1;

    /// <summary>The share of samples that is held out, the last ones, above 0 and below 1.</summary>
    public double HeldOut
    {
        get;
        init => field = Ranges.BetweenZeroAndOne(value);
    } = 0.2;
}
