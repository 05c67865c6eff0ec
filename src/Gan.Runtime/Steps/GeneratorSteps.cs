using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

using ConditionalDiscriminator = nn.Module<Tensor, Tensor, Tensor>;
using Discriminator = nn.Module<Tensor, Tensor>;

/// <summary>The generator's step against every kind of discriminator: with a condition or two, one network or several, whose parameters are frozen meanwhile.</summary>
/// <remarks>
/// <para>All have one shape: <c>GeneratorTerms(discriminator, real, fake, condition, latents, reduction, step, gradients)</c>, of which each has what its case needs. The real samples are
/// for coupled objectives, and may be null or left out for others; latents and step are for penalties on the generator, such as the path length; gradients may be left out.</para>
/// <para>Conditions and several discriminators are as in <see cref="DiscriminatorSteps"/>. The condition keeps its graph here, as the generated samples do.</para>
/// </remarks>
public static partial class GeneratorSteps
{
    /// <summary>The generator's loss of any objective, with memory for the gradients that is kept from step to step: nothing is allocated for the loss.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, Discriminator, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor? real, Tensor fake, LogitGradients? gradients) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator), real), new(fake), gradients);

    /// <summary>The generator's loss and the penalties that are due, of an objective that needs no real samples.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, Discriminator, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor fake, Tensor? latents, long step) =>
        GeneratorStep.Run(objective, Opponent.WithoutReal(BoundPair.Of(discriminator)), new(fake, latents, step));

    /// <summary>The generator's loss and the penalties that are due, of any objective: <c>Total = L_G + sum of Every * Weight * expectation</c>.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient. Null is fine where it is not.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">Takes the loss and the gradients; <see cref="Gan.Runtime.GeneratorTerms.Backward"/> must come before it is used again. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The discriminator's output is no batch of logits; the samples do not depend on the latents; the objective is coupled and the call has no real samples; or it has a penalty that
    /// needs the latents and the call has none.
    /// </exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor? real, Tensor fake, Tensor? latents, long step, LogitGradients? gradients = null) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator), real), new(fake, latents, step), gradients);

    /// <summary>The generator's loss of an objective that needs no real samples, with a conditional discriminator.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, ConditionalDiscriminator, Tensor, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor fake, Tensor condition) =>
        GeneratorStep.Run(objective, Opponent.WithoutReal(BoundPair.Of(discriminator, condition)), new(fake));

    /// <summary>The generator's loss of any objective, with a conditional discriminator and one condition for both batches.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, ConditionalDiscriminator, Tensor, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor? real, Tensor fake, Tensor condition, LogitGradients? gradients = null) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator, condition), real), new(fake), gradients);

    /// <summary>The generator's loss of any objective, with a conditional discriminator and a condition for each batch.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, ConditionalDiscriminator, Tensor, Tensor, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        ConditionalDiscriminator discriminator,
        Tensor? real,
        Tensor fake,
        Tensor realCondition,
        Tensor fakeCondition,
        LogitGradients? gradients = null) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator, realCondition, fakeCondition), real), new(fake), gradients);

    /// <summary>The generator's loss and the penalties that are due, of an objective that needs no real samples, with a conditional discriminator.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, ConditionalDiscriminator, Tensor, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor fake, Tensor condition, Tensor? latents, long step) =>
        GeneratorStep.Run(objective, Opponent.WithoutReal(BoundPair.Of(discriminator, condition)), new(fake, latents, step));

    /// <summary>The generator's loss and the penalties that are due, of any objective, with a conditional discriminator and one condition for both batches.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples and conditions to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient. Null is fine where it is not.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="condition">c, of the real and of the generated samples.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">Takes the loss and the gradients; <see cref="Gan.Runtime.GeneratorTerms.Backward"/> must come before it is used again. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The discriminator's output is no batch of logits; the samples do not depend on the latents; the objective is coupled and the call has no real samples; or it has a penalty that
    /// needs the latents and the call has none.
    /// </exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        ConditionalDiscriminator discriminator,
        Tensor? real,
        Tensor fake,
        Tensor condition,
        Tensor? latents,
        long step,
        LogitGradients? gradients = null) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator, condition), real), new(fake, latents, step), gradients);

    /// <summary>The generator's loss and the penalties that are due, of any objective, with a conditional discriminator and a condition for each batch.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples and conditions to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient. Null is fine where it is not.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="realCondition">c, of the real samples.</param>
    /// <param name="fakeCondition">c', of the generated samples.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">Takes the loss and the gradients; <see cref="Gan.Runtime.GeneratorTerms.Backward"/> must come before it is used again. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The discriminator's output is no batch of logits; the samples do not depend on the latents; the objective is coupled and the call has no real samples; or it has a penalty that
    /// needs the latents and the call has none.
    /// </exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        ConditionalDiscriminator discriminator,
        Tensor? real,
        Tensor fake,
        Tensor realCondition,
        Tensor fakeCondition,
        Tensor? latents,
        long step,
        LogitGradients? gradients = null) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator, realCondition, fakeCondition), real), new(fake, latents, step), gradients);
}
