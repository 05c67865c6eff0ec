using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Gan.Runtime.Kernels;

/// <summary>(t - μ)² and its slope: what a variance, and its gradient, are made of.</summary>
/// <param name="mean">μ.</param>
internal readonly struct SquaredDeviation(double mean) : ILossFormula
{
    private readonly Coefficient mean = new(mean);

    public static bool HasLogarithm => false;

    public double LogarithmWeight => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate<T>(T t, out T loss, out T unit, out T slope)
        where T : struct, ILanes<T>
    {
        var deviation = t - T.All(mean);
        (loss, unit, slope) = (deviation * deviation, T.All(0), deviation + deviation);
    }

    public Tensor Loss(Tensor logit) => logit.sub(mean.Exact).square();

    public Tensor Slope(Tensor logit) => logit.sub(mean.Exact).mul(2);
}
