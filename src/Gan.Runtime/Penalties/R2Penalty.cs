using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>R2: <c>Weight * E||grad_x D(x)||^2</c> at generated samples x = G(z).</summary>
/// <remarks>
/// The papers' gamma is twice the weight. Zero-centred, so the game converges locally.
/// Source: Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).
/// </remarks>
public sealed class R2Penalty : DiscriminatorPenalty
{
    /// <summary>R2 with the weight 5, gamma 10.</summary>
    public R2Penalty()
        : base("R2", weight: 5)
    {
    }

    internal override void Prepare(DiscriminatorPass pass) => pass.Fake.TrackGradient();

    internal override Tensor Expectation(DiscriminatorPass pass) => GradientNorms.MeanSquare(pass.Fake.Gradient);
}
