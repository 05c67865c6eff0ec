using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the orthogonal penalty of the discriminator's weights: <c>Weight * sum_W ||W W^T * (1 - I)||^2</c>, or <c>Weight * sum_W ||W W^T - I||^2</c> if it is not <see cref="OffDiagonal"/>.
/// </summary>
/// <remarks>
/// <para>The sum is over the parameters with at least two dimensions, each as a matrix whose rows are its slices in dimension 0. For a convolution or a linear layer, a row is an output.
/// The first form makes the rows orthogonal, and the second one also makes their norms 1.</para>
/// <para>Sources: Brock, Lim, Ritchie and Weston 2017 (arXiv 1609.07093); Brock, Donahue and Simonyan 2019 (BigGAN, the form without the diagonal, arXiv 1809.11096).</para>
/// </remarks>
public sealed class OrthogonalPenalty : DiscriminatorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="OrthogonalPenalty"/> class with the settings of BigGAN: a weight of 0.0001, without the diagonal.</summary>
    public OrthogonalPenalty()
        : base("Orthogonal", weight: 1e-4)
    {
    }

    /// <summary>Gets or sets a value that indicates whether the norms of the rows are not penalised. The default is <see langword="true"/>.</summary>
    public bool OffDiagonal { get; init; } = true;

    /// <inheritdoc/>
    protected internal override Tensor Expectation(DiscriminatorPass pass) => OrthogonalWeights.Cost(pass.Module, OffDiagonal, "discriminator");
}
