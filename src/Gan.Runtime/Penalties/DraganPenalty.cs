using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the DRAGAN penalty <c>Weight * E(||grad_y D(y)||_2 - Target)^2</c> at noisy real samples y = x + noise.</summary>
/// <remarks>The uniform noise is the noise of the authors' code. Source: Kodali, Abernethy, Hays and Kira 2017 (arXiv 1705.07215).</remarks>
public sealed class DraganPenalty : DiscriminatorPenalty
{
    private readonly double? scale;

    /// <summary>Initialises a new instance of the <see cref="DraganPenalty"/> class with a weight of 10, a target of 1 and uniform noise.</summary>
    public DraganPenalty()
        : base("Dragan", weight: 10)
    {
    }

    /// <summary>Gets or sets the gradient norm that is not penalised, finite and at least 0. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Target { get; init => field = Ranges.NotNegative(value); } = 1;

    /// <summary>Gets or sets the distribution of the noise. The default is <see cref="DraganNoise.Uniform"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public DraganNoise Noise { get; init => field = Ranges.Defined(value); } = DraganNoise.Uniform;

    /// <summary>
    /// Gets or sets the size of the noise, finite and positive. The default is 0.5 for uniform noise and 1 for Gaussian noise.
    /// </summary>
    /// <remarks>
    /// For uniform noise, it is the factor of <c>alpha * std(x) * U(0, 1)</c>, with one alpha ~ U(0, 1) per sample.
    /// For Gaussian noise, it is the variance c of <c>N(0, c * I)</c>, in squared units of x.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double Scale
    {
        get => scale ?? (Noise == DraganNoise.Gaussian ? 1 : NoisyReals.UsualScale);
        init => scale = Ranges.Positive(value);
    }

    /// <inheritdoc/>
    protected internal override void Prepare(DiscriminatorPass pass) => _ = pass.Real.TrackableInput;

    /// <inheritdoc/>
    protected internal override Tensor Expectation(DiscriminatorPass pass)
    {
        var gradient = pass.TrackedAt(PenaltyPoint.Real, NoisyReals.Draw(pass.Real.Input, Noise, Scale), "noisy").Gradient;
        return GradientNorms.SquaredExcess(GradientNorms.Of(gradient, GradientNorm.PerSample), Target, oneSided: false).mean();
    }
}
