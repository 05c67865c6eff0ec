using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the drift penalty <c>Weight * E[D(x)^2]</c>, the mean over every real logit.</summary>
/// <remarks>
/// The loss of a critic does not change if a constant is added to D. This penalty keeps its real logits near 0. It does not limit the slope of D.
/// Source: Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196), where the weight is called epsilon_drift.
/// </remarks>
public sealed class DriftPenalty : DiscriminatorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="DriftPenalty"/> class with a weight of 0.001.</summary>
    public DriftPenalty()
        : base("Drift", weight: 0.001)
    {
    }

    /// <inheritdoc/>
    protected internal override void Prepare(DiscriminatorPass pass) => _ = pass.Real.Input;

    /// <inheritdoc/>
    protected internal override Tensor Expectation(DiscriminatorPass pass) => Precision.AtLeastFloat32(pass.Real.Logits).square().mean();
}
