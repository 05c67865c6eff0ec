using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// R1: <c>Weight * E||grad_x D(x)||^2</c> at real samples x; with <see cref="FiniteDifference"/> sigma,
/// <c>Weight * E[(D(x + sigma * eps) - D(x))^2] / sigma^2</c>, eps ~ N(0, I).
/// </summary>
/// <remarks>
/// The papers' gamma is twice the weight. Zero-centred, so the game converges locally.
/// Source: Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).
/// </remarks>
public sealed class R1Penalty : DiscriminatorPenalty
{
    /// <summary>R1 with the weight 5, gamma 10.</summary>
    public R1Penalty()
        : base("R1", weight: 5)
    {
    }

    /// <summary>
    /// sigma: estimates the gradient's norm by the difference of two logits, for a discriminator that has no second derivative. Its expectation tends to the
    /// exact term as sigma tends to 0, but its gradient in the parameters is very noisy: anywhere else the exact term, at each n-th step, is better.
    /// Finite and positive; float32 loses the difference where sigma * ||grad D|| is below a millionth of D. Null, the default: the exact gradient.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or not positive.</exception>
    public double? FiniteDifference { get; init => field = value is { } sigma ? Ranges.Positive(sigma) : null; }

    internal override void Prepare(DiscriminatorPass pass)
    {
        if (FiniteDifference is null)
            pass.Real.TrackGradient();
        else
            _ = pass.Real.TrackableInput;
    }

    internal override Tensor Expectation(DiscriminatorPass pass) => FiniteDifference is { } sigma
        ? FiniteDifferences.MeanSquare(pass, pass.Real, PenaltyPoint.Real, sigma)
        : GradientNorms.MeanSquare(pass.Real.Gradient);
}
