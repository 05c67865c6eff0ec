using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the latent consistency penalty <c>Weight * E(D(G(z)) - D(G(z + delta)))^2</c>, delta ~ N(0, Deviation^2 I).</summary>
/// <remarks>
/// <para>The step needs the generator: pass a <see cref="GeneratedBatch"/> in place of the samples. The generator gets no gradient. The penalty and the loss share D(G(z)).</para>
/// <para>Source: Zhao et al. 2021 (the discriminator's part of zCR, arXiv 2002.04724).</para>
/// </remarks>
public sealed class LatentConsistencyPenalty : DiscriminatorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="LatentConsistencyPenalty"/> class with a weight of 20 and a deviation of 0.05.</summary>
    public LatentConsistencyPenalty()
        : base("LatentConsistency", weight: 20)
    {
    }

    /// <summary>Gets or sets the standard deviation of each number of delta, finite and positive, in the units of the latents. The default is 0.05.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double Deviation { get; init => field = Ranges.Positive(value); } = 0.05;

    /// <inheritdoc/>
    protected internal override void Prepare(DiscriminatorPass pass)
    {
        LatentNeighbours.Check(pass);
        _ = pass.Fake.Input;
    }

    /// <inheritdoc/>
    protected internal override Tensor Expectation(DiscriminatorPass pass)
    {
        var near = pass.At(PenaltyPoint.Fake, pass.Generate(LatentNeighbours.Draw(pass, Deviation)), "neighbouring");
        near.Noise = pass.Fake.Noise;
        return Precision.AtLeastFloat32(pass.Fake.Logits).sub(Precision.AtLeastFloat32(near.Logits)).square().mean();
    }
}
