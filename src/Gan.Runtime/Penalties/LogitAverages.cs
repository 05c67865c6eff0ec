using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the moving averages of the mean real and fake logits, which are the state of <see cref="LeCamPenalty"/>.</summary>
/// <remarks>
/// Over batches with the means m_1, ..., m_n, an average is <c>sum_i decay^(n-i) m_i / sum_i decay^(n-i)</c>, so it has no bias from a start value.
/// A batch whose mean is not finite does not change the averages, so that a NaN in one step does not affect later steps.
/// </remarks>
public sealed class LogitAverages : PenaltyState
{
    // Doubles count exactly up to here.
    private const double Countable = 1L << 53;

    /// <summary>Initialises a new instance of the <see cref="LogitAverages"/> class, before the first batch.</summary>
    public LogitAverages()
    {
    }

    /// <summary>Initialises a new instance of the <see cref="LogitAverages"/> class whose numbers an objective holds, for generated code.</summary>
    /// <param name="read">A function that returns the numbers.</param>
    /// <param name="write">A function that replaces the numbers.</param>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LogitAverages(Func<CarriedNumbers> read, Action<CarriedNumbers> write)
        : base(read, write)
    {
    }

    /// <summary>Gets the average a_R of the mean real logits, or 0 before the first batch.</summary>
    public double Real => Numbers[0];

    /// <summary>Gets the average a_F of the mean fake logits, or 0 before the first batch.</summary>
    public double Fake => Numbers[1];

    /// <summary>Gets the number of batches in the averages.</summary>
    public long Batches => (long)Numbers[2];

    /// <inheritdoc/>
    protected internal override IReadOnlyList<string> Names => [nameof(Real), nameof(Fake), nameof(Batches)];

    /// <inheritdoc/>
    protected internal override void Check(IReadOnlyList<double> numbers)
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
