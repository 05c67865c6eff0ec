using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Gradient penalty: <c>Weight * E(||grad D(y)||_2 - Target)^2</c>; with <see cref="OneSided"/>, <c>Weight * E max(0, ||grad D(y)||_2 - Target)^2</c>.
/// </summary>
/// <remarks>
/// At interpolates, y = alpha * x + (1 - alpha) * G(z) with one alpha ~ U(0, 1) a sample: WGAN-GP, Gulrajani 2017 (arXiv 1704.00028).
/// One-sided: WGAN-LP, Petzka 2018 (arXiv 1709.08894). Target 0: the zero-centred penalty, Thanh-Tung 2019 (arXiv 1902.03984).
/// </remarks>
public sealed class GradientPenalty : DiscriminatorPenalty
{
    /// <summary>The two-sided penalty of WGAN-GP: weight 10, target 1, at interpolates, one norm a sample.</summary>
    public GradientPenalty()
        : base("GradientPenalty", weight: 10)
    {
    }

    /// <summary>K, the norm that is not penalised. Finite, not negative; default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Target { get; init => field = Ranges.NotNegative(value); } = 1;

    /// <summary>Penalises only norms above <see cref="Target"/>.</summary>
    public bool OneSided { get; init; }

    /// <summary>Where the gradient is taken. Interpolates (the default) need real and fake batches of one shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public PenaltyPoint At { get; init => field = Ranges.Defined(value); } = PenaltyPoint.Interpolates;

    /// <summary>What one norm runs over: all of a sample (the default) or the channels, dimension 1, of samples with at least 3 dimensions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public GradientNorm Norm { get; init => field = Ranges.Defined(value); } = GradientNorm.PerSample;

    internal override void Prepare(DiscriminatorPass pass)
    {
        foreach (var batch in Batches(pass))
            GradientNorms.CheckShape(batch.TrackableInput, Norm, batch.Name);
        if (At == PenaltyPoint.Interpolates)
            Interpolates.Check(pass);
        else
            Batches(pass)[0].TrackGradient();
    }

    internal override Tensor Expectation(DiscriminatorPass pass)
    {
        var gradient = At == PenaltyPoint.Interpolates
            ? pass.TrackedAt(PenaltyPoint.Interpolates, Interpolates.Draw(pass.Real.Input, pass.Fake.Input), "interpolated").Gradient
            : Batches(pass)[0].Gradient;
        return GradientNorms.MeanSquaredExcess(GradientNorms.Of(gradient, Norm), Target, OneSided);
    }

    private DiscriminatorSample[] Batches(DiscriminatorPass pass) => At switch
    {
        PenaltyPoint.Real => [pass.Real],
        PenaltyPoint.Fake => [pass.Fake],
        _ => [pass.Real, pass.Fake],
    };
}
