using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the R1 penalty <c>Weight * E||grad_x D(x)||^2</c> at real samples x.
/// </summary>
/// <remarks>
/// The penalty is zero-centred: its minimum is at a gradient of zero, which makes training converge locally. The γ of the paper is twice the weight.
/// Source: Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).
/// </remarks>
public sealed class R1Penalty : DiscriminatorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="R1Penalty"/> class with a weight of 5, which is γ = 10.</summary>
    public R1Penalty()
        : base("R1", weight: 5)
    {
    }

    /// <summary>
    /// Gets or sets the step size σ of a finite-difference estimate <c>E[(D(x + σ * eps) - D(x))^2] / σ^2</c>, eps ~ N(0, I), of the expectation: finite and positive.
    /// The default is <see langword="null"/>, which means the exact gradient.
    /// </summary>
    /// <remarks>
    /// Use it for a discriminator without a second derivative. The estimate tends to the exact penalty as σ tends to 0, but its gradient with respect to the parameters is very noisy.
    /// float32 cannot resolve the difference if σ * ||grad D|| is less than a millionth of D.
    /// For any other discriminator, evaluate the exact penalty less often with <see cref="Penalty.Every"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double? FiniteDifference { get; init => field = value is { } sigma ? Ranges.Positive(sigma) : null; }

    /// <inheritdoc/>
    protected internal override void Prepare(DiscriminatorPass pass)
    {
        if (FiniteDifference is null)
            pass.Real.TrackGradient();
        else
            _ = pass.Real.TrackableInput;
    }

    /// <inheritdoc/>
    protected internal override Tensor Expectation(DiscriminatorPass pass) => FiniteDifference is { } sigma
        ? FiniteDifferences.MeanSquare(pass, pass.Real, PenaltyPoint.Real, sigma)
        : GradientNorms.MeanSquare(pass.Real.Gradient);
}
