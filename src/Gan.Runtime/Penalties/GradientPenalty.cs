using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the gradient penalty <c>Weight * E(||grad_y D(y)|| - Target)^2</c>, or <c>Weight * E max(0, ||grad_y D(y)|| - Target)^2</c> if it is <see cref="OneSided"/>,
/// or <c>Weight * E[Factor(D(y)) * Formula(||grad_y D(y)||)]</c> with a formula.
/// </summary>
/// <remarks>
/// <para>By default the points y are interpolates alpha * x + (1 - alpha) * G(z), with one alpha ~ U(0, 1) per sample.</para>
/// <para>
/// Sources: Gulrajani et al. 2017 (WGAN-GP, arXiv 1704.00028); Petzka, Fischer and Lukovnikov 2018 (WGAN-LP, the one-sided penalty, arXiv 1709.08894);
/// Thanh-Tung, Tran and Venkatesh 2019 (the zero-centred penalty, with a target of 0, arXiv 1902.03984).
/// With a formula: Wu et al. 2018 (WGAN-div, arXiv 1712.01026); Roth, Lucchi, Nowozin and Hofmann 2017 (arXiv 1705.09367); Zhou et al. 2019 (the largest slope, arXiv 1902.05687);
/// Adler and Lunz 2018 (dual norms, arXiv 1806.06621).
/// </para>
/// </remarks>
public sealed class GradientPenalty : DiscriminatorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="GradientPenalty"/> class with the settings of WGAN-GP: two-sided, at interpolates, a weight of 10, a target of 1, and one norm per sample.</summary>
    public GradientPenalty()
        : base("GradientPenalty", weight: 10)
    {
    }

    /// <summary>Gets or sets the gradient norm that is not penalised, finite and at least 0. The default is 1. It has no effect if there is a <see cref="Formula"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Target { get; init => field = Ranges.NotNegative(value); } = 1;

    /// <summary>Gets or sets a value that indicates whether only norms above <see cref="Target"/> are penalised. The default is <see langword="false"/>. It has no effect if there is a <see cref="Formula"/>.</summary>
    public bool OneSided { get; init; }

    /// <summary>
    /// Gets or sets a function that maps norms to their penalties, element by element. The default is <see langword="null"/>: then <see cref="Target"/> and <see cref="OneSided"/> give the penalty.
    /// </summary>
    /// <remarks>It must be built from operations that autograd can differentiate. At a gradient of zero, the derivative of the penalty is 0, whatever the slope of the function is there.</remarks>
    public Func<Tensor, Tensor>? Formula { get; init; }

    /// <summary>Gets or sets a function that maps the logits D(y), [N], to the factors of their penalties, element by element. The default is <see langword="null"/>, which means 1.</summary>
    /// <remarks>It must be built from operations that autograd can differentiate. The discriminator must return one logit per sample.</remarks>
    public Func<Tensor, Tensor>? Factor { get; init; }

    /// <summary>Gets or sets the points where the gradient is taken. The default is <see cref="PenaltyPoint.Interpolates"/>, for which real and fake batches must have the same shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public PenaltyPoint At { get; init => field = Ranges.Defined(value); } = PenaltyPoint.Interpolates;

    /// <summary>Gets or sets the dimensions that a norm is computed over. The default is <see cref="GradientNorm.PerSample"/>. For <see cref="GradientNorm.PerPixel"/>, a batch needs at least 3 dimensions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public GradientNorm Norm { get; init => field = Ranges.Defined(value); } = GradientNorm.PerSample;

    /// <summary>Gets or sets the order p of the norm <c>(sum_i |g_i|^p)^(1/p)</c>, at least 1. The default is 2. <see cref="double.PositiveInfinity"/> gives the largest absolute value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or not a number.</exception>
    public double Order { get; init => field = Ranges.OrderOfNorm(value); } = 2;

    /// <summary>Gets or sets the reduction over the gradients. The default is <see cref="PenaltyReduction.Mean"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public PenaltyReduction Reduce { get; init => field = Ranges.Defined(value); } = PenaltyReduction.Mean;

    /// <inheritdoc/>
    protected internal override void Prepare(DiscriminatorPass pass)
    {
        foreach (var batch in Batches(pass))
            GradientNorms.CheckShape(batch.TrackableInput, Norm, batch.ParameterName);
        if (At == PenaltyPoint.Interpolates)
            Interpolates.Check(pass);
        else if (At != PenaltyPoint.AroundReal)
            Array.ForEach(Batches(pass), static batch => batch.TrackGradient());
    }

    /// <inheritdoc/>
    protected internal override Tensor Expectation(DiscriminatorPass pass)
    {
        var costs = Array.ConvertAll(Points(pass), Costs);
        return Reduce == PenaltyReduction.Max
            ? costs.Select(static cost => cost.amax()).Aggregate(maximum)
            : costs.Select(static cost => cost.mean()).Aggregate(static (sum, mean) => sum.add(mean)) is var means && costs.Length > 1 ? means.div(costs.Length) : means;
    }

    /// <summary>The batches that it looks at.</summary>
    private DiscriminatorSample[] Batches(DiscriminatorPass pass) => At switch
    {
        PenaltyPoint.Real or PenaltyPoint.AroundReal => [pass.Real],
        PenaltyPoint.Fake => [pass.Fake],
        _ => [pass.Real, pass.Fake],
    };

    private DiscriminatorSample[] Points(DiscriminatorPass pass) => At switch
    {
        PenaltyPoint.Interpolates => [pass.TrackedAt(At, Interpolates.Draw(pass.Real.Input, pass.Fake.Input), "interpolated")],
        PenaltyPoint.AroundReal => [pass.TrackedAt(At, NoisyReals.Draw(pass.Real.Input), "noisy")],
        _ => Batches(pass),
    };

    private Tensor Costs(DiscriminatorSample sample)
    {
        var norms = GradientNorms.Of(sample.Gradient, Norm, Order);
        var costs = Formula is null ? GradientNorms.SquaredExcess(norms, Target, OneSided) : GradientNorms.Costs(norms, Formula);
        return Factor is null ? costs : costs.mul(FactorsOf(sample, Factor).reshape([costs.shape[0], .. Enumerable.Repeat(1L, (int)costs.dim() - 1)]));
    }

    private static Tensor FactorsOf(DiscriminatorSample sample, Func<Tensor, Tensor> factor)
    {
        var logits = Precision.AtLeastFloat32(sample.Logits);
        return logits.numel() == sample.Input.shape[0]
            ? Elementwise.Of(factor, logits.reshape(-1), nameof(Factor), "logits")
            : throw new InvalidOperationException($"The discriminator returned {TensorChecks.Shape(logits)} for {sample.Input.shape[0]} {sample.Name} samples: a factor needs one logit per sample.");
    }
}
