using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the moving average a of the path lengths, which is the state of <see cref="PathLengthPenalty"/>. It starts at 0, as in StyleGAN2.</summary>
/// <remarks>A batch whose mean is not finite does not change the average, so that a NaN in one step does not affect later steps.</remarks>
public sealed class PathLengthAverage : PenaltyState
{
    /// <summary>Initialises a new instance of the <see cref="PathLengthAverage"/> class, before the first step.</summary>
    public PathLengthAverage()
    {
    }

    /// <summary>Initialises a new instance of the <see cref="PathLengthAverage"/> class whose number an objective holds, for generated code.</summary>
    /// <param name="read">A function that returns the number.</param>
    /// <param name="write">A function that replaces the number.</param>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public PathLengthAverage(Func<CarriedNumbers> read, Action<CarriedNumbers> write)
        : base(read, write)
    {
    }

    /// <summary>Gets the average a, or 0 before the first step.</summary>
    public double Mean => Numbers[0];

    /// <inheritdoc/>
    protected internal override IReadOnlyList<string> Names => [nameof(Mean)];

    /// <inheritdoc/>
    protected internal override void Check(IReadOnlyList<double> numbers)
    {
        if (numbers[0] < 0)
            throw new ArgumentException($"{nameof(Mean)} is {numbers[0]:R}, but a length cannot be negative.");
    }

    /// <summary>What the average will be after one more batch.</summary>
    internal CarriedNumbers After(double batchMean, double decay) => new(double.IsFinite(batchMean) ? Mean + ((1 - decay) * (batchMean - Mean)) : Mean);

    /// <summary>The same of a mean that is on a device, without reading it.</summary>
    internal CarriedNumbers After(Tensor batchMean, double decay)
    {
        var mean = Numbers.At(0, batchMean.device);
        return new(where(batchMean.isfinite(), mean.add(batchMean.sub(mean).mul(1 - decay)), mean));
    }
}
