using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Gan.Runtime.Kernels;

/// <summary>exp(t - s), which is its own slope: what a logarithm of a sum of exponentials, and its gradient, are made of.</summary>
/// <param name="shift">s.</param>
internal readonly struct ShiftedExponential(double shift) : ILossFormula
{
    private readonly Coefficient shift = new(shift);

    public static bool HasLogarithm => false;

    public double LogarithmWeight => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate<T>(T t, out T loss, out T unit, out T slope)
        where T : struct, ILanes<T>
    {
        loss = T.Exp(t - T.All(shift));
        (unit, slope) = (T.All(0), loss);
    }

    public Tensor Loss(Tensor logit) => logit.sub(shift.Exact).exp();

    public Tensor Slope(Tensor logit) => Loss(logit);
}
