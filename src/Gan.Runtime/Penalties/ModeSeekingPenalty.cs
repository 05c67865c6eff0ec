using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the mode seeking term <c>Weight / (E|G(z1) - G(z2)| / E|z1 - z2| + 0.00001)</c>, which is small if samples of different latents differ. The means are over all numbers of the batch.</summary>
/// <remarks>
/// <para>The pairs are the samples i and i + N/2 of the batch. If N is odd, the last sample has no pair. For a conditional generator, give both samples of a pair the same condition.
/// The latents get no gradient from the term.</para>
/// <para>Source: Mao, Lee, Tseng, Ma and Yang 2019 (MSGAN, arXiv 1903.05628). The paper maximises the ratio of the distances. The authors' code minimises its inverse with a weight of 1, as here.</para>
/// </remarks>
public sealed class ModeSeekingPenalty : GeneratorPenalty
{
    /// <summary>What the authors' code adds to the ratio.</summary>
    private const double Smallest = 1e-5;

    /// <summary>Initialises a new instance of the <see cref="ModeSeekingPenalty"/> class with a weight of 1.</summary>
    public ModeSeekingPenalty()
        : base("ModeSeeking", weight: 1)
    {
    }

    /// <inheritdoc/>
    protected internal override void Prepare(GeneratorPass pass)
    {
        TensorChecks.FloatingPoint(pass.Fake, pass.FakeName);
        TensorChecks.FloatingPoint(pass.Latents, pass.LatentsName);
        if (pass.Fake.dim() == 0 || pass.Latents.dim() == 0 || pass.Fake.shape[0] != pass.Latents.shape[0])
            throw new ArgumentException($"Each sample needs its latents: the samples are {TensorChecks.Shape(pass.Fake)}, the latents are {TensorChecks.Shape(pass.Latents)}.", pass.LatentsName);
        if (pass.Fake.shape[0] < 2)
            throw new ArgumentException("Mode seeking compares two samples of a batch, but the batch has one.", pass.FakeName);
    }

    /// <inheritdoc/>
    protected internal override Tensor Expectation(GeneratorPass pass)
    {
        var ofLatents = Distance(pass.Latents.detach());
        // Equal samples of equal latents cost nothing.
        return ofLatents.div(Distance(pass.Fake).add(ofLatents.mul(Smallest)).clamp_min(finfo(ofLatents.dtype).tiny));
    }

    /// <summary>The mean absolute difference of the pairs.</summary>
    private static Tensor Distance(Tensor batch)
    {
        var half = batch.shape[0] / 2;
        var numbers = Precision.AtLeastFloat32(batch);
        return numbers.narrow(0, 0, half).sub(numbers.narrow(0, half, half)).abs().mean();
    }
}
