using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>An objective whose losses look at real and fake logits together, as a relativistic one's do. On its own type it has no generator's loss of the fake logits alone.</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICoupledObjective : IGanObjective;
