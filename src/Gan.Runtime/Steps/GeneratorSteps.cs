using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

using ConditionalDiscriminator = nn.Module<Tensor, Tensor, Tensor>;
using Discriminator = nn.Module<Tensor, Tensor>;

/// <summary>Computes the generator's loss of a step against each kind of discriminator: unconditional or conditional, one network or several. The parameters of the discriminator are frozen meanwhile.</summary>
/// <remarks>
/// <para>Each overload takes the arguments that its case needs, in the order <c>(discriminator, real, fake, condition, latents, reduction, step, gradients)</c>. The real samples are
/// for coupled objectives; for others they can be null or left out. The latents and the step are for penalties of the generator, such as the path length penalty. The gradients are optional.</para>
/// <para>For conditions and several discriminators, see <see cref="DiscriminatorSteps"/>. In the generator's step, the condition keeps its graph, as the generated samples do.</para>
/// </remarks>
public static partial class GeneratorSteps
{
    /// <summary>Computes the generator's loss of any objective, with gradients in memory that is reused from step to step.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, Discriminator, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor? real, Tensor fake, LogitGradients? gradients) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator), real), new(fake), gradients);

    /// <summary>Computes the generator's loss and the penalties that are due, for an objective that is not coupled.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, Discriminator, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor fake, Tensor? latents, long step) =>
        GeneratorStep.Run(objective, Opponent.WithoutReal(BoundPair.Of(discriminator)), new(fake, latents, step));

    /// <summary>Computes the generator's loss and the penalties that are due, for any objective: <c>Total = L_G + sum of Every * Weight * expectation</c>.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples to logits. It must not share a parameter with the generator.</param>
    /// <param name="real">The real samples x, which get no gradient. They are ignored, and can be null, unless the objective is coupled.</param>
    /// <param name="fake">The generated samples G(z), with their graph.</param>
    /// <param name="latents">The latents w of shape [N, size] or [N, layers, size], which must require a gradient. They can be null if no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.GeneratorTerms.Backward"/> before it is used again.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The output of the discriminator is not a batch of logits, the samples do not depend on the latents, the objective is coupled and there are no real samples, or a penalty needs the latents and
    /// there are none.
    /// </exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor? real, Tensor fake, Tensor? latents, long step, LogitGradients? gradients = null) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator), real), new(fake, latents, step), gradients);

    /// <summary>Computes the generator's loss against a conditional discriminator, for an objective that is not coupled.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, ConditionalDiscriminator, Tensor, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor fake, Tensor condition) =>
        GeneratorStep.Run(objective, Opponent.WithoutReal(BoundPair.Of(discriminator, condition)), new(fake));

    /// <summary>Computes the generator's loss against a conditional discriminator, for any objective, with one condition for both batches: D(x, c) and D(G(z), c).</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, ConditionalDiscriminator, Tensor, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor? real, Tensor fake, Tensor condition, LogitGradients? gradients = null) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator, condition), real), new(fake), gradients);

    /// <summary>Computes the generator's loss against a conditional discriminator, for any objective, with a condition for each batch: D(x, c) and D(G(z), c').</summary>
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

    /// <summary>Computes the generator's loss against a conditional discriminator and the penalties that are due, for an objective that is not coupled.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, ConditionalDiscriminator, Tensor, Tensor, Tensor, Tensor, long, LogitGradients)" path="/param|/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor fake, Tensor condition, Tensor? latents, long step) =>
        GeneratorStep.Run(objective, Opponent.WithoutReal(BoundPair.Of(discriminator, condition)), new(fake, latents, step));

    /// <summary>Computes the generator's loss against a conditional discriminator and the penalties that are due, for any objective, with one condition for both batches: D(x, c) and D(G(z), c).</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples and conditions to logits. It must not share a parameter with the generator.</param>
    /// <param name="real">The real samples x, which get no gradient. They are ignored, and can be null, unless the objective is coupled.</param>
    /// <param name="fake">The generated samples G(z), with their graph.</param>
    /// <param name="condition">The condition c of both the real and the generated samples.</param>
    /// <param name="latents">The latents w of shape [N, size] or [N, layers, size], which must require a gradient. They can be null if no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.GeneratorTerms.Backward"/> before it is used again.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The output of the discriminator is not a batch of logits, the samples do not depend on the latents, the objective is coupled and there are no real samples, or a penalty needs the latents and
    /// there are none.
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

    /// <summary>Computes the generator's loss against a conditional discriminator and the penalties that are due, for any objective, with a condition for each batch: D(x, c) and D(G(z), c').</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples and conditions to logits. It must not share a parameter with the generator.</param>
    /// <param name="real">The real samples x, which get no gradient. They are ignored, and can be null, unless the objective is coupled.</param>
    /// <param name="fake">The generated samples G(z), with their graph.</param>
    /// <param name="realCondition">The condition c of the real samples.</param>
    /// <param name="fakeCondition">The condition c' of the generated samples.</param>
    /// <param name="latents">The latents w of shape [N, size] or [N, layers, size], which must require a gradient. They can be null if no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.GeneratorTerms.Backward"/> before it is used again.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The output of the discriminator is not a batch of logits, the samples do not depend on the latents, the objective is coupled and there are no real samples, or a penalty needs the latents and
    /// there are none.
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
