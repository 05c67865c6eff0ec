using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

using ConditionalDiscriminator = nn.Module<Tensor, Tensor, Tensor>;
using Discriminator = nn.Module<Tensor, Tensor>;

/// <summary>The discriminator's step of every kind of discriminator: with a condition or two, one network or several.</summary>
/// <remarks>
/// <para>All have one shape: <c>DiscriminatorTerms(discriminator, real, fake, condition, reduction, step, gradients)</c>, of which each has what its discriminator needs. The last two
/// may be left out.</para>
/// <para>A conditional discriminator takes a second input beside the samples, D(x, c): labels, a picture to translate, an embedding. It has whatever dtype and shape D wants, such as int64
/// labels [N], and is detached here, as the samples are. Sources: Mirza and Osindero 2014 (arXiv 1411.1784); Isola, Zhu, Zhou and Efros 2017 (arXiv 1611.07004).</para>
/// <para>Several discriminators see the same samples, as multi-scale and multi-period families do. Sources: pix2pixHD, Wang 2018 (arXiv 1711.11585); MelGAN, Kumar 2019
/// (arXiv 1910.06711); HiFi-GAN, Kong 2020 (arXiv 2010.05646). All three take the sum.</para>
/// </remarks>
public static class DiscriminatorSteps
{
    /// <summary>The discriminator's loss and the penalties that are due, with memory for the gradients that is kept from step to step: nothing is allocated for the loss.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">Takes the loss and the gradients; <see cref="Gan.Runtime.DiscriminatorTerms.Backward"/> must come before it is used again. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or has no gradient where a penalty needs one.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor real, Tensor fake, long step, LogitGradients? gradients) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator), real, fake), step, gradients);

    /// <summary>The discriminator's loss and the penalties that are due, with one condition for both batches: D(x, c) and D(G(z), c).</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples and conditions to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="condition">c, of the real and of the generated samples.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">Takes the loss and the gradients; <see cref="Gan.Runtime.DiscriminatorTerms.Backward"/> must come before it is used again. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or has no gradient where a penalty needs one.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor real, Tensor fake, Tensor condition, long step = 0, LogitGradients? gradients = null) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator, condition, isDetached: true), real, fake), step, gradients);

    /// <summary>
    /// The discriminator's loss and the penalties that are due, with a condition for each batch: D(x, c) and D(G(z), c'). A penalty at interpolates
    /// is refused: between the two conditions there is none.
    /// </summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples and conditions to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="realCondition">c, of the real samples.</param>
    /// <param name="fakeCondition">c', of the generated samples.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">Takes the loss and the gradients; <see cref="Gan.Runtime.DiscriminatorTerms.Backward"/> must come before it is used again. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">
    /// An argument is null, disposed or empty, or does not fit a penalty that is due; or such a penalty is at interpolates and the conditions are two tensors.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or has no gradient where a penalty needs one.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor real, Tensor fake, Tensor realCondition, Tensor fakeCondition, long step = 0, LogitGradients? gradients = null) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator, realCondition, fakeCondition, isDetached: true), real, fake), step, gradients);

    /// <summary>The discriminators' losses, each with its own pass and its own penalties.</summary>
    /// <param name="objective">The objective. LeCam is refused: its averages are those of one discriminator's logits.</param>
    /// <param name="discriminators">D_i, from samples to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="reduction">Over the discriminators' totals, their penalties included.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">One for each discriminator, as for one discriminator. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due; or the gradients are not as many as the discriminators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction no member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// A discriminator's output is no batch of logits, or has no gradient where a penalty needs one; or a penalty carries numbers from step to step and
    /// there are two discriminators or more.
    /// </exception>
    public static MultiDiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, IReadOnlyList<Discriminator> discriminators, Tensor real, Tensor fake, ListReduction reduction, long step = 0, IReadOnlyList<LogitGradients>? gradients = null) =>
        DiscriminatorStep.Run(objective, discriminators, discriminator => new(BoundPair.Of(discriminator), real, fake), reduction, step, gradients);

    /// <summary>The losses of conditional discriminators, each with its own pass and its own penalties, with one condition for both batches.</summary>
    /// <param name="objective">The objective. LeCam is refused: its averages are those of one discriminator's logits.</param>
    /// <param name="discriminators">D_i, from samples and conditions to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="condition">c, of the real and of the generated samples.</param>
    /// <param name="reduction">Over the discriminators' totals, their penalties included.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">One for each discriminator, as for one discriminator. Null for tensors of the step's own.</param>
    /// <inheritdoc cref="DiscriminatorTerms(IGanObjective, IReadOnlyList{Discriminator}, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/returns|/exception"/>
    public static MultiDiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective,
        IReadOnlyList<ConditionalDiscriminator> discriminators,
        Tensor real,
        Tensor fake,
        Tensor condition,
        ListReduction reduction,
        long step = 0,
        IReadOnlyList<LogitGradients>? gradients = null) =>
        DiscriminatorStep.Run(objective, discriminators, discriminator => new(BoundPair.Of(discriminator, condition, isDetached: true), real, fake), reduction, step, gradients);

    /// <summary>
    /// The losses of conditional discriminators, each with its own pass and its own penalties, with a condition for each batch. A penalty at interpolates is refused: between the two
    /// conditions there is none.
    /// </summary>
    /// <param name="objective">The objective. LeCam is refused: its averages are those of one discriminator's logits.</param>
    /// <param name="discriminators">D_i, from samples and conditions to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="realCondition">c, of the real samples.</param>
    /// <param name="fakeCondition">c', of the generated samples.</param>
    /// <param name="reduction">Over the discriminators' totals, their penalties included.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">One for each discriminator, as for one discriminator. Null for tensors of the step's own.</param>
    /// <inheritdoc cref="DiscriminatorTerms(IGanObjective, IReadOnlyList{Discriminator}, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/returns|/exception"/>
    public static MultiDiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective,
        IReadOnlyList<ConditionalDiscriminator> discriminators,
        Tensor real,
        Tensor fake,
        Tensor realCondition,
        Tensor fakeCondition,
        ListReduction reduction,
        long step = 0,
        IReadOnlyList<LogitGradients>? gradients = null) =>
        DiscriminatorStep.Run(objective, discriminators, discriminator => new(BoundPair.Of(discriminator, realCondition, fakeCondition, isDetached: true), real, fake), reduction, step, gradients);
}
