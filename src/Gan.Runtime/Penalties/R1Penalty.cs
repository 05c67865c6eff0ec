using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>R1: <c>Weight * E||grad_x D(x)||^2</c> at real samples x.</summary>
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

    internal override void Prepare(DiscriminatorPass pass) => pass.Real.TrackGradient();

    internal override Tensor Expectation(DiscriminatorPass pass) => GradientNorms.MeanSquare(pass.Real.Gradient);
}
