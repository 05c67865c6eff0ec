using Gan.Runtime.Checks;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the reward <c>-Weight * E[mean (G(z) - G(z + delta))^2]</c>, delta ~ N(0, Deviation^2 I), for a generator whose samples differ at nearby latents. The mean is over the numbers of a sample.</summary>
/// <remarks>
/// <para>The step needs the generator: pass a <see cref="GeneratedBatch"/> in place of the samples. The term is never positive, and no bound limits it if the samples can be any numbers.</para>
/// <para>Source: Zhao et al. 2021 (the generator's part of zCR, arXiv 2002.04724).</para>
/// </remarks>
public sealed class LatentDiversityPenalty : GeneratorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="LatentDiversityPenalty"/> class with a weight of 0.5 and a deviation of 0.05.</summary>
    public LatentDiversityPenalty()
        : base("LatentDiversity", weight: 0.5)
    {
    }

    /// <summary>Gets or sets the standard deviation of each number of delta, finite and positive, in the units of the latents. The default is 0.05.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double Deviation { get; init => field = Ranges.Positive(value); } = 0.05;

    /// <inheritdoc/>
    protected internal override void Prepare(GeneratorPass pass)
    {
        LatentNeighbours.Check(pass);
        TensorChecks.FloatingPoint(pass.Fake, pass.FakeName);
    }

    /// <inheritdoc/>
    protected internal override Tensor Expectation(GeneratorPass pass) =>
        Precision.AtLeastFloat32(pass.Fake).sub(Precision.AtLeastFloat32(pass.Generate(LatentNeighbours.Draw(pass, Deviation)))).square().mean().neg();
}
