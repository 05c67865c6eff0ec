using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>Represents the options of the training of a <see cref="FeatureClassifier"/>. The classifier of the library was trained with the defaults.</summary>
public sealed record ClassifierTrainingOptions
{
    /// <summary>Gets or sets the seed of the weights, the order of the samples and the augmentation. The default is 0.</summary>
    public long Seed { get; init; }

    /// <summary>Gets or sets the number of passes over the samples, at least 1. The default is 30.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Epochs
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 30;

    /// <summary>Gets or sets the number of samples per step, at least 1. The default is 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int BatchSize
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 64;

    /// <summary>Gets or sets the initial learning rate, finite and positive, which decays to 0 along half a cosine. The default is 3e-3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double LearningRate
    {
        get;
        init => field = Ranges.Positive(value);
    } = 3e-3;

    /// <summary>Gets or sets the decoupled weight decay, finite and at least 0. The default is 0.02.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double WeightDecay
    {
        get;
        init => field = Ranges.NotNegative(value);
    } = 0.02;

    /// <summary>Gets or sets the largest shift of an image in pixels, in each direction, from 0 to 14. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 14.</exception>
    public int Shift
    {
        get;
        init => field = value is >= 0 and <= 14 ? value : throw new ArgumentOutOfRangeException(nameof(Shift), value, "Shift must be from 0 to 14.");
    } = 1;

    /// <summary>Gets or sets the share of samples, at the end of the data set, that are held out, greater than 0 and less than 1. The default is 0.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than 0 and less than 1.</exception>
    public double HeldOut
    {
        get;
        init => field = Ranges.BetweenZeroAndOne(value);
    } = 0.2;
}
