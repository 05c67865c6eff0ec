using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>Represents an objective whose losses compare real logits with fake ones, such as a relativistic objective. Its type has no <c>GeneratorLoss</c> of the fake logits alone.</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICoupledObjective : IGanObjective;
