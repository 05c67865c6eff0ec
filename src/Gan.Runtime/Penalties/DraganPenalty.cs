using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>DRAGAN: <c>Weight * E(||grad D(x + noise)||_2 - Target)^2</c> around real samples x.</summary>
/// <remarks>Source: Kodali, Abernethy, Hays and Kira 2017 (arXiv 1705.07215). The uniform noise is that of the authors' code, which goes a random part alpha of the way from x to its noisy copy.</remarks>
public sealed class DraganPenalty : DiscriminatorPenalty
{
    private readonly double? scale;

    /// <summary>DRAGAN with the weight 10, the target 1 and uniform noise.</summary>
    public DraganPenalty()
        : base("Dragan", weight: 10)
    {
    }

    /// <summary>K, the norm that is not penalised. Finite, not negative; default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Target { get; init => field = Ranges.NotNegative(value); } = 1;

    /// <summary>The noise that is added. Default: uniform, scaled by the batch's own standard deviation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public DraganNoise Noise { get; init => field = Ranges.Defined(value); } = DraganNoise.Uniform;

    /// <summary>
    /// The size of the noise, finite and positive. Uniform: the factor of <c>alpha * std(x) * U(0, 1)</c>, with one alpha ~ U(0, 1) a sample, by default 0.5.
    /// Gaussian: the variance c of <c>N(0, c * I)</c>, in squared units of x, by default 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or not positive.</exception>
    public double Scale
    {
        get => scale ?? (Noise == DraganNoise.Gaussian ? 1 : 0.5);
        init => scale = Ranges.Positive(value);
    }

    internal override void Prepare(DiscriminatorPass pass) => _ = pass.Real.TrackableInput;

    internal override Tensor Expectation(DiscriminatorPass pass)
    {
        var real = pass.Real.Input;
        var noise = Noise == DraganNoise.Gaussian
            ? randn_like(real).mul(Math.Sqrt(Scale))
            : rand_like(real).mul(Spread(real)).mul(Scale).mul(SampleFactors.Draw(real));
        var gradient = pass.TrackedAt(PenaltyPoint.Real, real.add(noise), "noisy").Gradient;
        return GradientNorms.MeanSquaredExcess(GradientNorms.Of(gradient, GradientNorm.PerSample), Target, oneSided: false);
    }

    // The population's deviation: the unbiased one is NaN for a single element.
    private static Tensor Spread(Tensor real) => Precision.AtLeastFloat32(real).std(unbiased: false).to(real.dtype);
}
