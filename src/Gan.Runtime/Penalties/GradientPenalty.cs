using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the gradient penalty <c>Weight * E(||grad_y D(y)||_2 - Target)^2</c> or, if it is <see cref="OneSided"/>, <c>Weight * E max(0, ||grad_y D(y)||_2 - Target)^2</c>.
/// </summary>
/// <remarks>
/// <para>By default the points y are interpolates alpha * x + (1 - alpha) * G(z), with one alpha ~ U(0, 1) per sample.</para>
/// <para>
/// Sources: Gulrajani et al. 2017 (WGAN-GP, arXiv 1704.00028); Petzka, Fischer and Lukovnikov 2018 (WGAN-LP, the one-sided penalty, arXiv 1709.08894);
/// Thanh-Tung, Tran and Venkatesh 2019 (the zero-centred penalty, with a target of 0, arXiv 1902.03984).
/// </para>
/// </remarks>
public sealed class GradientPenalty : DiscriminatorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="GradientPenalty"/> class with the settings of WGAN-GP: two-sided, at interpolates, a weight of 10, a target of 1, and one norm per sample.</summary>
    public GradientPenalty()
        : base("GradientPenalty", weight: 10)
    {
    }

    /// <summary>Gets or sets the gradient norm that is not penalised, finite and at least 0. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Target { get; init => field = Ranges.NotNegative(value); } = 1;

    /// <summary>Gets or sets a value that indicates whether only norms above <see cref="Target"/> are penalised. The default is <see langword="false"/>.</summary>
    public bool OneSided { get; init; }

    /// <summary>Gets or sets the points where the gradient is taken. The default is <see cref="PenaltyPoint.Interpolates"/>, for which real and fake batches must have the same shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public PenaltyPoint At { get; init => field = Ranges.Defined(value); } = PenaltyPoint.Interpolates;

    /// <summary>Gets or sets the dimensions that a norm is computed over. The default is <see cref="GradientNorm.PerSample"/>. For <see cref="GradientNorm.PerPixel"/>, a batch needs at least 3 dimensions.</summary>
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
