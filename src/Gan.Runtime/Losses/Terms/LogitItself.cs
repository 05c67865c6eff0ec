using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>φ(t) = t: what a pass takes the mean of.</summary>
internal readonly struct LogitItself : ILossFormula
{
    public static bool HasLogarithm => false;

    public static bool HasConstantSlope => true;

    public double LogarithmWeight => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate<T>(T t, out T loss, out T unit, out T slope)
        where T : struct, ILanes<T> => (loss, unit, slope) = (t, T.All(0), T.All(1));

    public Tensor Loss(Tensor logit) => logit;

    public Tensor Slope(Tensor logit) => ones_like(logit);
}
