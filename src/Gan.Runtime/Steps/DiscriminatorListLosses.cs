using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The losses over the logits of several discriminators, as multi-scale and multi-period families have them: each discriminator's own loss, then their sum or mean.
/// </summary>
/// <remarks>
/// The logits of each discriminator have a shape of their own; its loss is the mean over them, so that a large map counts no more than a small one.
/// Sources: pix2pixHD, Wang 2018 (arXiv 1711.11585); MelGAN, Kumar 2019 (arXiv 1910.06711); HiFi-GAN, Kong 2020 (arXiv 2010.05646). All three take the sum.
/// </remarks>
public static class DiscriminatorListLosses
{
    /// <summary>L_D without penalties of all discriminators.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="realLogits">D_i(x), as for one discriminator.</param>
    /// <param name="fakeLogits">D_i(G(z)), as many.</param>
    /// <param name="reduction">Over the discriminators.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="ArgumentException">A list is null, empty or of another length, or logits are refused by the objective.</exception>
    public static Tensor DiscriminatorLoss(
        this IGanObjective objective, IReadOnlyList<Tensor> realLogits, IReadOnlyList<Tensor> fakeLogits, ListReduction reduction) =>
        Reduce(objective, realLogits, fakeLogits, reduction, (real, fake) => objective.DiscriminatorLoss(real, fake));

    /// <summary>The real half of L_D of all discriminators.</summary>
    /// <param name="objective">The objective; not a coupled one.</param>
    /// <param name="realLogits">D_i(x), as for one discriminator.</param>
    /// <param name="reduction">Over the discriminators.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="ArgumentException">The list is null or empty, or logits are refused by the objective.</exception>
    /// <exception cref="InvalidOperationException">The objective's loss has no halves.</exception>
    public static Tensor DiscriminatorRealLoss(this IGanObjective objective, IReadOnlyList<Tensor> realLogits, ListReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(realLogits);
        return Reduce(realLogits.Select(objective.DiscriminatorRealLoss), reduction);
    }

    /// <summary>The fake half of L_D of all discriminators.</summary>
    /// <param name="objective">The objective; not a coupled one.</param>
    /// <param name="fakeLogits">D_i(G(z)), as for one discriminator.</param>
    /// <param name="reduction">Over the discriminators.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="ArgumentException">The list is null or empty, or logits are refused by the objective.</exception>
    /// <exception cref="InvalidOperationException">The objective's loss has no halves.</exception>
    public static Tensor DiscriminatorFakeLoss(this IGanObjective objective, IReadOnlyList<Tensor> fakeLogits, ListReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(fakeLogits);
        return Reduce(fakeLogits.Select(objective.DiscriminatorFakeLoss), reduction);
    }

    /// <summary>L_G of all discriminators, for an objective that needs only the fake logits.</summary>
    /// <param name="objective">The objective; not a coupled one.</param>
    /// <param name="fakeLogits">D_i(G(z)), as for one discriminator.</param>
    /// <param name="reduction">Over the discriminators.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="ArgumentException">The list is null or empty, or logits are refused by the objective.</exception>
    /// <exception cref="InvalidOperationException">The objective is coupled: its loss needs the real logits too.</exception>
    public static Tensor GeneratorLoss(this IGanObjective objective, IReadOnlyList<Tensor> fakeLogits, ListReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(fakeLogits);
        return Reduce(fakeLogits.Select(logits => objective.GeneratorLoss(logits)), reduction);
    }

    /// <summary>L_G of all discriminators, for any objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="realLogits">D_i(x); their values are ignored unless the objective is coupled.</param>
    /// <param name="fakeLogits">D_i(G(z)), as many.</param>
    /// <param name="reduction">Over the discriminators.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="ArgumentException">A list is null, empty or of another length, or logits are refused by the objective.</exception>
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
