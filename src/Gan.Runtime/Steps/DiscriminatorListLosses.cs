using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Computes the losses of several discriminators, such as multi-scale and multi-period discriminators: the sum or mean of the losses of each discriminator.
/// </summary>
/// <remarks>
/// <para>The logits of each discriminator can have a shape of their own. Its loss is the mean over its logits, so a large logit map has the same weight as a small one.</para>
/// <para>Sources, which all take the sum: Wang et al. 2018 (pix2pixHD, arXiv 1711.11585); Kumar et al. 2019 (MelGAN, arXiv 1910.06711); Kong, Kim and Bae 2020 (HiFi-GAN, arXiv 2010.05646).</para>
/// </remarks>
public static class DiscriminatorListLosses
{
    /// <summary>Computes the loss L_D of all discriminators, without penalties.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="realLogits">The real logits D_i(x) of each discriminator.</param>
    /// <param name="fakeLogits">The fake logits D_i(G(z)) of each discriminator.</param>
    /// <param name="reduction">The reduction over the discriminators.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">The objective or a list is null, a list is empty, the lists have different lengths, or the objective does not accept the logits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is not a member of its enumeration.</exception>
    public static Tensor DiscriminatorLoss(
        this IGanObjective objective, IReadOnlyList<Tensor> realLogits, IReadOnlyList<Tensor> fakeLogits, ListReduction reduction) =>
        Reduce(objective, realLogits, fakeLogits, reduction, (real, fake) => objective.DiscriminatorLoss(real, fake));

    /// <summary>Computes the part of the loss L_D of all discriminators that comes from real samples.</summary>
    /// <param name="objective">The objective, which must not be coupled.</param>
    /// <param name="realLogits">The real logits D_i(x) of each discriminator.</param>
    /// <param name="reduction">The reduction over the discriminators.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">The objective or the list is null, the list is empty, or the objective does not accept the logits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is not a member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">The loss is not a sum of a real and a fake part.</exception>
    public static Tensor DiscriminatorRealLoss(this IGanObjective objective, IReadOnlyList<Tensor> realLogits, ListReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(realLogits);
        return Reduce(realLogits.Select(objective.DiscriminatorRealLoss), reduction);
    }

    /// <summary>Computes the part of the loss L_D of all discriminators that comes from fake samples.</summary>
    /// <param name="objective">The objective, which must not be coupled.</param>
    /// <param name="fakeLogits">The fake logits D_i(G(z)) of each discriminator.</param>
    /// <param name="reduction">The reduction over the discriminators.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">The objective or the list is null, the list is empty, or the objective does not accept the logits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is not a member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">The loss is not a sum of a real and a fake part.</exception>
    public static Tensor DiscriminatorFakeLoss(this IGanObjective objective, IReadOnlyList<Tensor> fakeLogits, ListReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(fakeLogits);
        return Reduce(fakeLogits.Select(objective.DiscriminatorFakeLoss), reduction);
    }

    /// <summary>Computes the generator's loss L_G against all discriminators from the fake logits, for an objective that is not coupled.</summary>
    /// <param name="objective">The objective, which must not be coupled.</param>
    /// <param name="fakeLogits">The fake logits D_i(G(z)) of each discriminator.</param>
    /// <param name="reduction">The reduction over the discriminators.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">The objective or the list is null, the list is empty, or the objective does not accept the logits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is not a member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">The objective is coupled: its loss needs the real logits too.</exception>
    public static Tensor GeneratorLoss(this IGanObjective objective, IReadOnlyList<Tensor> fakeLogits, ListReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(fakeLogits);
        return Reduce(fakeLogits.Select(logits => objective.GeneratorLoss(logits)), reduction);
    }

    /// <summary>Computes the generator's loss L_G against all discriminators, for any objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="realLogits">The real logits D_i(x) of each discriminator. Their values are ignored unless the objective is coupled.</param>
    /// <param name="fakeLogits">The fake logits D_i(G(z)) of each discriminator.</param>
    /// <param name="reduction">The reduction over the discriminators.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">The objective or a list is null, a list is empty, the lists have different lengths, or the objective does not accept the logits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is not a member of its enumeration.</exception>
    public static Tensor GeneratorLoss(
        this IGanObjective objective, IReadOnlyList<Tensor> realLogits, IReadOnlyList<Tensor> fakeLogits, ListReduction reduction) =>
        Reduce(objective, realLogits, fakeLogits, reduction, (real, fake) => objective.GeneratorLoss(real, fake));

    private static Tensor Reduce(
        IGanObjective objective, IReadOnlyList<Tensor> realLogits, IReadOnlyList<Tensor> fakeLogits, ListReduction reduction, Func<Tensor, Tensor, Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(realLogits);
        Lists.NotEmpty(fakeLogits);
        Lists.SameLength(realLogits, nameof(realLogits), fakeLogits, nameof(fakeLogits));
        return Reduce(realLogits.Zip(fakeLogits, loss), reduction);
    }

    private static Tensor Reduce(IEnumerable<Tensor> losses, ListReduction reduction)
    {
        using var scope = NewDisposeScope();
        return Lists.Reduce(losses, reduction).MoveToOuterDisposeScope();
    }
}
