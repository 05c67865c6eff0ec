using System.ComponentModel;
using static TorchSharp.torch;

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

    /// <summary>Averages before the first batch.</summary>
    public LogitAverages()
    {
    }

    /// <summary>The averages whose numbers an objective holds, for generated code.</summary>
    /// <param name="read">Reads the numbers.</param>
    /// <param name="write">Replaces them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LogitAverages(Func<CarriedNumbers> read, Action<CarriedNumbers> write)
        : base(read, write)
    {
    }

    /// <summary>a_R, the average of the mean real logit; 0 before the first batch.</summary>
    public double Real => Numbers[0];

    /// <summary>a_F, the average of the mean fake logit; 0 before the first batch.</summary>
    public double Fake => Numbers[1];

    /// <summary>The number of batches in the averages.</summary>
    public long Batches => (long)Numbers[2];

    internal override IReadOnlyList<string> Names => [nameof(Real), nameof(Fake), nameof(Batches)];

    internal override void Check(IReadOnlyList<double> numbers)
    {
        var count = numbers[2];
        if (count < 0 || count > Countable || count != Math.Floor(count))
            throw new ArgumentException($"{nameof(Batches)} is {count:R}, but must be a number of batches.");
    }

    /// <summary>What the averages will be after one more batch: real, fake, batches.</summary>
    internal CarriedNumbers After(double realMean, double fakeMean, double decay)
    {
        if (!double.IsFinite(realMean) || !double.IsFinite(fakeMean))
            return Numbers;
        var share = (1 - decay) / (1 - Math.Pow(decay, Batches + 1));
        return new(Real + (share * (realMean - Real)), Fake + (share * (fakeMean - Fake)), Batches + 1);
    }

    /// <summary>The same of means that are on a device, without reading them.</summary>
    internal CarriedNumbers After(Tensor realMean, Tensor fakeMean, double decay)
    {
        var (real, fake, batches) = (Numbers.At(0, realMean.device), Numbers.At(1, realMean.device), Numbers.At(2, realMean.device));
        var isFinite = realMean.isfinite().logical_and(fakeMean.isfinite());
        var next = batches.add(1);
        var share = next.mul(Math.Log(decay)).expm1().reciprocal().mul(decay - 1);
        return new(Moved(real, realMean), Moved(fake, fakeMean), where(isFinite, next, batches));

        Tensor Moved(Tensor average, Tensor mean) => where(isFinite, average.add(mean.sub(average).mul(share)), average);
    }
}
