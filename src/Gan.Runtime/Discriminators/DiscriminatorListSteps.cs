using static TorchSharp.torch;

namespace Gan.Runtime;

using Discriminators = IReadOnlyList<nn.Module<Tensor, Tensor>>;

/// <summary>The steps with several discriminators that see the same samples, as multi-scale and multi-period families have them.</summary>
/// <remarks>
/// Sources: pix2pixHD, Wang 2018 (arXiv 1711.11585); MelGAN, Kumar 2019 (arXiv 1910.06711); HiFi-GAN, Kong 2020 (arXiv 2010.05646). All three take the sum.
/// </remarks>
public static class DiscriminatorListSteps
{
    /// <summary>The discriminators' losses, each with its own pass and its own penalties.</summary>
    /// <param name="objective">The objective. LeCam is refused: its averages are those of one discriminator's logits.</param>
    /// <param name="discriminators">D_i, from samples to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="reduction">Over the discriminators' totals, their penalties included.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction no member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// A discriminator's output is no batch of logits, or has no gradient where a penalty needs one; or a penalty carries numbers from step to step and
    /// there are two discriminators or more.
    /// </exception>
    public static MultiDiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, Discriminators discriminators, Tensor real, Tensor fake, ListReduction reduction, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(discriminators);
        Ranges.Defined(reduction, nameof(reduction));
        if (discriminators.Count > 1 && objective.Penalties.FirstOrDefault(penalty => penalty is { Carried: not null, Weight: > 0 }) is { } stateful)
        {
            throw new InvalidOperationException(
                $"{stateful.Name} of {objective.Info.Name} carries averages of one discriminator's logits, not of {discriminators.Count}: give each discriminator an objective of its own.");
        }

        using var scope = NewDisposeScope();
        return new([.. discriminators.Select(discriminator => GanStep.Discriminator(objective, discriminator, real, fake, step))], reduction);
    }

    /// <summary>The generator's loss of an objective that needs no real samples. All discriminators' parameters are frozen meanwhile.</summary>
    /// <param name="objective">The objective; not a coupled one.</param>
    /// <param name="discriminators">D_i, from samples to logits. They share no parameter with the generator.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="reduction">Over the losses against the discriminators.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is no member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// The objective is coupled or has a penalty that needs the latents, or a discriminator's output is no batch of logits.
    /// </exception>
    public static MultiGeneratorTerms GeneratorTerms(this IGanObjective objective, Discriminators discriminators, Tensor fake, ListReduction reduction) =>
        Run(objective, discriminators, _ => null, reduction, new(fake));

    /// <summary>The generator's loss of any objective. All discriminators' parameters are frozen meanwhile.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminators">D_i, from samples to logits. They share no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="reduction">Over the losses against the discriminators.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is no member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">The objective has a penalty that needs the latents, or a discriminator's output is no batch of logits.</exception>
    public static MultiGeneratorTerms GeneratorTerms(this IGanObjective objective, Discriminators discriminators, Tensor real, Tensor fake, ListReduction reduction) =>
        Run(objective, discriminators, discriminator => new(discriminator, real, nameof(real)), reduction, new(fake));

    /// <summary>The generator's loss and the penalties that are due, of any objective. All discriminators' parameters are frozen meanwhile.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminators">D_i, from samples to logits. They share no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient.</param>
    /// <param name="fake">G(w), with its graph.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="reduction">Over the losses against the discriminators; the generator's penalties are added to what comes of it.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction no member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">A discriminator's output is no batch of logits, or the samples do not depend on the latents.</exception>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective, Discriminators discriminators, Tensor? real, Tensor fake, Tensor? latents, ListReduction reduction, long step) =>
        Run(objective, discriminators, discriminator => new(discriminator, real, nameof(real)), reduction, new(fake, latents, step));

    private static MultiGeneratorTerms Run(
        IGanObjective objective, Discriminators discriminators, Func<BoundDiscriminator, DiscriminatorSample?> atReal, ListReduction reduction, GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(discriminators);
        Ranges.Defined(reduction, nameof(reduction));
        _ = pass.Fake;
        var due = GeneratorStep.Due(objective, pass);

        using var scope = NewDisposeScope();
        using var frozen = new FrozenParameters(discriminators);
        var terms = discriminators.Select(BoundDiscriminator.Of)
            .Select(discriminator => GeneratorStep.Against(discriminator, objective, GeneratorStep.RealOf(objective, atReal(discriminator)), pass))
            .ToArray();
        var result = new MultiGeneratorTerms([.. terms.Select(term => term.Loss)], reduction, GeneratorStep.Terms(due, pass), terms.Select(term => term.FakeLogits), GeneratorStep.LatentsOf(due, pass));
        pass.Complete();
        return result;
    }
}
