using Gan.Runtime;
using static TorchSharp.torch;

namespace CudaKernels;

/// <summary>A loss of one logit in float64, as the processor computes it, at logits that every type has exactly.</summary>
/// <param name="Arguments">What the kernel's formula has as numbers: the logarithm's weight and the hyperparameters' coefficients.</param>
/// <param name="Loss">φ(t).</param>
/// <param name="Slope">φ'(t).</param>
internal sealed record LossTable(IReadOnlyList<double> Arguments, IReadOnlyList<double> Loss, IReadOnlyList<double> Slope)
{
    /// <summary>Differences and deviations of logits up to 16 have a place here as well.</summary>
    public const double First = -32, Step = 1.0 / 16;

    public const int Count = 1025;

    public static unsafe LossTable Of(LogitLoss loss)
    {
        var logits = Enumerable.Range(0, Count).Select(static i => First + i * Step).ToArray();
        var (losses, slopes) = (new double[Count], new double[Count]);
        fixed (double* t = logits, l = losses, s = slopes)
            loss.OfLogits(new() { Logits = (nint)t, Count = Count, Losses = (nint)l, LossFactor = 1, Gradient = (nint)s, GradientFactor = 1 }, ScalarType.Float64);
        return new(loss.Trace.Arguments, losses, slopes);
    }

    public bool IsSameAs(LossTable other) => Arguments.SequenceEqual(other.Arguments) && Loss.SequenceEqual(other.Loss) && Slope.SequenceEqual(other.Slope);
}
