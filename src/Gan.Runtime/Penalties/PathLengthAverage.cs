namespace Gan.Runtime;

/// <summary>a, the moving average of the path lengths: the state of <see cref="PathLengthPenalty"/>. It starts at 0, as in StyleGAN2.</summary>
/// <remarks>A batch whose mean is not finite is left out: its term is NaN by itself, later ones are not.</remarks>
public sealed class PathLengthAverage : PenaltyState
{
    /// <summary>a.</summary>
    public double Mean { get; private set; }

    internal override IReadOnlyList<KeyValuePair<string, double>> Values => [new(nameof(Mean), Mean)];

    internal override Action Loading(IReadOnlyList<double> values) => values[0] >= 0
        ? () => Mean = values[0]
        : throw new ArgumentException($"{nameof(Mean)} is {values[0]:R}, but a length is not negative.");

    internal double After(double batchMean, double decay) => double.IsFinite(batchMean) ? Mean + (decay * (batchMean - Mean)) : Mean;

    internal void Become(double mean) => Mean = mean;
}
