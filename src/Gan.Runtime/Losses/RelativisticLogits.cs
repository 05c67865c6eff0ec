using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The differences of real and fake logits that a coupled loss is a function of.</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RelativisticLogits
{
    /// <summary>The relativistic pair: t = D(G(z)) - D(x), each fake logit against the real one at its place.</summary>
    /// <param name="realLogits">D(x), as for <see cref="LogitChecks.Prepare(Tensor, string)"/>.</param>
    /// <param name="fakeLogits">D(G(z)), of the same shape, device and dtype.</param>
    /// <param name="reduction">The reduction of the pairs' losses, whose mask covers pairs.</param>
    /// <returns>t, at least float32.</returns>
    /// <exception cref="ArgumentException">Logits are null, disposed, empty, sparse, not floating point, or differ in shape, device or dtype.</exception>
    public static Tensor Pair(Tensor realLogits, Tensor fakeLogits, LossReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(reduction);
        LogitChecks.SamePlace(realLogits, fakeLogits);
        if (!realLogits.shape.AsSpan().SequenceEqual(fakeLogits.shape))
        {
            throw new ArgumentException(
                $"A relativistic pair needs a real logit for each fake one: realLogits are {TensorChecks.Shape(realLogits)}, fakeLogits {TensorChecks.Shape(fakeLogits)}.",
                nameof(fakeLogits));
        }

        var (real, fake) = (Precision.AtLeastFloat32(realLogits), Precision.AtLeastFloat32(fakeLogits));
        return reduction.Covered(fake.sub(real));
    }

    /// <summary>Relativistic average: D̃(x) = D(x) - E D(G(z)) and D̃(G(z)) = D(G(z)) - E D(x), with the graph of the means.</summary>
    /// <param name="realLogits">D(x), as for <see cref="LogitChecks.Prepare(Tensor, string)"/>.</param>
    /// <param name="realReduction">That of the real logits: what its mask covers is not in E D(x).</param>
    /// <param name="fakeLogits">D(G(z)), of the same device and dtype; the shape may differ.</param>
    /// <param name="fakeReduction">That of the fake logits, likewise.</param>
    /// <returns>D̃(x) and D̃(G(z)), at least float32.</returns>
    /// <exception cref="ArgumentException">Logits are null, disposed, empty, sparse, not floating point, or differ in device or dtype; or a mask does not fit or leaves none.</exception>
    public static (Tensor Real, Tensor Fake) Average(Tensor realLogits, LossReduction realReduction, Tensor fakeLogits, LossReduction fakeReduction)
    {
        LogitChecks.SamePlace(realLogits, fakeLogits);
        var real = LogitChecks.Prepare(realLogits, nameof(realLogits), realReduction);
        var fake = LogitChecks.Prepare(fakeLogits, nameof(fakeLogits), fakeReduction);
        // Covered once more: an infinite slope at 0 less the mean would reach the other side through the mean.
        return (realReduction.Covered(real.sub(fakeReduction.MeanOf(fake))), fakeReduction.Covered(fake.sub(realReduction.MeanOf(real))));
    }
}
