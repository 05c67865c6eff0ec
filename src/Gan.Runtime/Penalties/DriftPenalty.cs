using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Drift: <c>Weight * E[D(x)^2]</c> at real samples x, the mean over every logit.</summary>
/// <remarks>
/// A critic's loss does not change when a constant is added to D; this keeps its real logits near 0. It limits no slope.
/// Source: Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196), whose epsilon_drift is 0.001.
/// </remarks>
public sealed class DriftPenalty : DiscriminatorPenalty
{
    /// <summary>Drift with the weight 0.001.</summary>
    public DriftPenalty()
        : base("Drift", weight: 0.001)
    {
    }

    internal override void Prepare(DiscriminatorPass pass) => _ = pass.Real.Input;

    internal override Tensor Expectation(DiscriminatorPass pass) => Precision.AtLeastFloat32(pass.Real.Logits).square().mean();
}
