namespace Gan.Runtime;

/// <summary>The moving averages of the mean real and the mean fake logit: the state of <see cref="LeCamPenalty"/>.</summary>
/// <remarks>
/// Over the batches m_1 ... m_n the average is <c>sum of decay^(n-i) m_i, over sum of decay^(n-i)</c>: the first batch's is its own mean, and no made-up
/// start has a part in it. A batch whose mean is not finite is left out: its loss is NaN by itself, later ones are not.
/// </remarks>
public sealed class LogitAverages : PenaltyState
{
    // Doubles count exactly up to here.
    private const double Countable = 1L << 53;

    private double real;
    private double fake;
    private long batches;

    /// <summary>a_R, the average of the mean real logit; 0 before the first batch.</summary>
    public double Real => real;

    /// <summary>a_F, the average of the mean fake logit; 0 before the first batch.</summary>
    public double Fake => fake;

    /// <summary>The number of batches in the averages.</summary>
    public long Batches => batches;

    internal override IReadOnlyList<KeyValuePair<string, double>> Values => [new(nameof(Real), real), new(nameof(Fake), fake), new(nameof(Batches), batches)];

    internal override Action Loading(IReadOnlyList<double> values)
    {
        var count = values[2];
        if (count < 0 || count > Countable || count != Math.Floor(count))
            throw new ArgumentException($"{nameof(Batches)} is {count:R}, but counts batches.");
        return () => (real, fake, batches) = (values[0], values[1], (long)count);
    }

    /// <summary>What the averages will be after one more batch.</summary>
    internal LogitAverages After(double realMean, double fakeMean, double decay)
    {
        if (!double.IsFinite(realMean) || !double.IsFinite(fakeMean))
            return this;
        var share = (1 - decay) / (1 - Math.Pow(decay, batches + 1));
        return new() { real = real + (share * (realMean - real)), fake = fake + (share * (fakeMean - fake)), batches = batches + 1 };
    }

    internal void Become(LogitAverages next) => (real, fake, batches) = (next.real, next.fake, next.batches);
}
