using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>Instance noise: what D sees of a sample x is x + deviation * eps, eps ~ N(0, I).</summary>
internal static class SampleNoise
{
    /// <summary>Samples with noise; themselves where the deviation is 0.</summary>
    /// <exception cref="ArgumentException">They are not numbers that noise can be added to.</exception>
    public static Tensor On(Tensor samples, double deviation, string parameterName)
    {
        if (!(deviation > 0))
            return samples;
        TensorChecks.FloatingPoint(samples, parameterName);
        return samples.add(randn_like(samples), Precision.Reachable(deviation, samples.dtype));
    }
}
