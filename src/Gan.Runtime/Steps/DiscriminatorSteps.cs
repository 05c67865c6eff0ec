using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

using ConditionalDiscriminator = nn.Module<Tensor, Tensor, Tensor>;
using Discriminator = nn.Module<Tensor, Tensor>;

/// <summary>Computes the discriminator's loss of a step for each kind of discriminator: unconditional or conditional, one network or several.</summary>
/// <remarks>
/// <para>Each overload takes the arguments that its discriminator needs, in the order <c>(discriminator, real, fake, condition, reduction, step, gradients)</c>. The last two are optional.</para>
/// <para>A conditional discriminator D(x, c) takes a condition beside the samples: labels, an image to translate, an embedding. The condition has the dtype and shape that D expects, such as int64
/// labels [N], and is detached, as the samples are. Sources: Mirza and Osindero 2014 (arXiv 1411.1784); Isola, Zhu, Zhou and Efros 2017 (arXiv 1611.07004).</para>
/// <para>Several discriminators, such as multi-scale and multi-period discriminators, get the same samples. Sources, which all take the sum: Wang et al. 2018 (pix2pixHD, arXiv 1711.11585);
/// Kumar et al. 2019 (MelGAN, arXiv 1910.06711); Kong, Kim and Bae 2020 (HiFi-GAN, arXiv 2010.05646).</para>
/// </remarks>
public static partial class DiscriminatorSteps
{
    /// <summary>Computes the discriminator's loss and the penalties that are due, with gradients in memory that is reused from step to step.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples to logits.</param>
    /// <param name="real">The real samples x, with the batch in dimension 0.</param>
    /// <param name="fake">The generated samples G(z), with the batch in dimension 0. The method detaches them, so the generator gets no gradient.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.DiscriminatorTerms.Backward"/> before it is used again.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The output of the discriminator is not a batch of logits, or does not have the gradient that a penalty needs.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor real, Tensor fake, long step, LogitGradients? gradients) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator), real, fake), step, gradients);

    /// <summary>Computes the loss of a conditional discriminator and the penalties that are due, with one condition for both batches: D(x, c) and D(G(z), c).</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples and conditions to logits.</param>
    /// <param name="real">The real samples x, with the batch in dimension 0.</param>
    /// <param name="fake">The generated samples G(z), with the batch in dimension 0. The method detaches them, so the generator gets no gradient.</param>
    /// <param name="condition">The condition c of both the real and the generated samples.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.DiscriminatorTerms.Backward"/> before it is used again.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The output of the discriminator is not a batch of logits, or does not have the gradient that a penalty needs.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor real, Tensor fake, Tensor condition, long step = 0, LogitGradients? gradients = null) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator, condition, isDetached: true), real, fake), step, gradients);

    /// <summary>
    /// Computes the loss of a conditional discriminator and the penalties that are due, with a condition for each batch: D(x, c) and D(G(z), c').
    /// </summary>
    /// <remarks>A penalty at interpolates is not possible, because there is no condition between c and c'.</remarks>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples and conditions to logits.</param>
    /// <param name="real">The real samples x, with the batch in dimension 0.</param>
    /// <param name="fake">The generated samples G(z), with the batch in dimension 0. The method detaches them, so the generator gets no gradient.</param>
    /// <param name="realCondition">The condition c of the real samples.</param>
    /// <param name="fakeCondition">The condition c' of the generated samples.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.DiscriminatorTerms.Backward"/> before it is used again.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">
    /// An argument is null, disposed or empty, or does not fit a penalty that is due; or such a penalty is at interpolates, and the conditions are two different tensors.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The output of the discriminator is not a batch of logits, or does not have the gradient that a penalty needs.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor real, Tensor fake, Tensor realCondition, Tensor fakeCondition, long step = 0, LogitGradients? gradients = null) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator, realCondition, fakeCondition, isDetached: true), real, fake), step, gradients);

    /// <summary>Computes the losses of several discriminators and the penalties that are due, each discriminator with its own pass and penalties.</summary>
    /// <param name="objective">The objective. It cannot have a LeCam penalty, whose averages belong to the logits of one discriminator.</param>
    /// <param name="discriminators">The discriminators D_i, which map samples to logits.</param>
    /// <param name="real">The real samples x, with the batch in dimension 0.</param>
    /// <param name="fake">The generated samples G(z), with the batch in dimension 0. The method detaches them, so the generator gets no gradient.</param>
    /// <param name="reduction">The reduction over the totals of the discriminators, including their penalties.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients of each discriminator, or null for memory of the step's own.</param>
    /// <returns>The terms of the losses, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due; or the number of gradients differs from the number of discriminators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction is not a member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// The output of a discriminator is not a batch of logits, or does not have the gradient that a penalty needs; or a penalty carries a state from step to step, and
    /// there is more than one discriminator.
    /// </exception>
    public static MultiDiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, IReadOnlyList<Discriminator> discriminators, Tensor real, Tensor fake, ListReduction reduction, long step = 0, IReadOnlyList<LogitGradients>? gradients = null) =>
        DiscriminatorStep.Run(objective, discriminators, discriminator => new(BoundPair.Of(discriminator), real, fake), reduction, step, gradients);

    /// <summary>Computes the losses of several conditional discriminators and the penalties that are due, with one condition for both batches: D_i(x, c) and D_i(G(z), c).</summary>
    /// <param name="objective">The objective. It cannot have a LeCam penalty, whose averages belong to the logits of one discriminator.</param>
    /// <param name="discriminators">The discriminators D_i, which map samples and conditions to logits.</param>
    /// <param name="real">The real samples x, with the batch in dimension 0.</param>
    /// <param name="fake">The generated samples G(z), with the batch in dimension 0. The method detaches them, so the generator gets no gradient.</param>
    /// <param name="condition">The condition c of both the real and the generated samples.</param>
    /// <param name="reduction">The reduction over the totals of the discriminators, including their penalties.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients of each discriminator, or null for memory of the step's own.</param>
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
    /// Computes the losses of several conditional discriminators and the penalties that are due, with a condition for each batch: D_i(x, c) and D_i(G(z), c').
    /// </summary>
    /// <remarks>A penalty at interpolates is not possible, because there is no condition between c and c'.</remarks>
    /// <param name="objective">The objective. It cannot have a LeCam penalty, whose averages belong to the logits of one discriminator.</param>
    /// <param name="discriminators">The discriminators D_i, which map samples and conditions to logits.</param>
    /// <param name="real">The real samples x, with the batch in dimension 0.</param>
    /// <param name="fake">The generated samples G(z), with the batch in dimension 0. The method detaches them, so the generator gets no gradient.</param>
    /// <param name="realCondition">The condition c of the real samples.</param>
    /// <param name="fakeCondition">The condition c' of the generated samples.</param>
    /// <param name="reduction">The reduction over the totals of the discriminators, including their penalties.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients of each discriminator, or null for memory of the step's own.</param>
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
