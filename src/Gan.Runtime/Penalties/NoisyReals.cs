using Gan.Dsl;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>Points around the real samples, as DRAGAN has them.</summary>
internal static class NoisyReals
{
    /// <summary>The size of the uniform noise in the authors' code.</summary>
    public const double UsualScale = 0.5;

    public static Tensor Draw(Tensor real, DraganNoise noise = DraganNoise.Uniform, double scale = UsualScale) => real.add(noise == DraganNoise.Gaussian
        ? randn_like(real).mul(Math.Sqrt(scale))
        : rand_like(real).mul(Spread(real)).mul(scale).mul(SampleFactors.Draw(real)));

    // The population's deviation: the unbiased one is NaN for a single element.
    private static Tensor Spread(Tensor real) => Precision.AtLeastFloat32(real).std(unbiased: false).to(real.dtype);
}
