using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

using ConditionalDiscriminator = nn.Module<Tensor, Tensor, Tensor>;
using Discriminator = nn.Module<Tensor, Tensor>;

public static partial class GeneratorSteps
{
    /// <summary>Computes the generator's loss against several discriminators, for an objective that is not coupled.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, IReadOnlyList{Discriminator}, Tensor, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/param|/returns|/exception"/>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective, IReadOnlyList<Discriminator> discriminators, Tensor fake, ListReduction reduction) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.WithoutReal(BoundPair.Of(discriminator)), reduction, new(fake), gradients: null);

    /// <summary>Computes the generator's loss against several discriminators, for any objective.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, IReadOnlyList{Discriminator}, Tensor, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/param|/returns|/exception"/>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        IReadOnlyList<Discriminator> discriminators,
        Tensor? real,
        Tensor fake,
        ListReduction reduction,
        IReadOnlyList<LogitGradients>? gradients = null) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.Of(BoundPair.Of(discriminator), real), reduction, new(fake), gradients);

    /// <summary>Computes the generator's loss against several discriminators and the penalties that are due, for any objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminators">The discriminators D_i, which map samples to logits. They must not share a parameter with the generator.</param>
    /// <param name="real">The real samples x, which get no gradient. They are ignored, and can be null, unless the objective is coupled.</param>
    /// <param name="fake">The generated samples G(z), with their graph.</param>
    /// <param name="latents">The latents w of shape [N, size] or [N, layers, size], which must require a gradient. They can be null if no penalty is due.</param>
    /// <param name="reduction">The reduction over the losses against the discriminators. The penalties of the generator are added to its result.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients of each discriminator, or null for memory of the step's own.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due; or the number of gradients differs from the number of discriminators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction is not a member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// The output of a discriminator is not a batch of logits, the samples do not depend on the latents, the objective is coupled and there are no real samples, or a penalty needs the latents and
    /// there are none.
    /// </exception>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        IReadOnlyList<Discriminator> discriminators,
        Tensor? real,
        Tensor fake,
        Tensor? latents,
        ListReduction reduction,
        long step,
        IReadOnlyList<LogitGradients>? gradients = null) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.Of(BoundPair.Of(discriminator), real), reduction, new(fake, latents, step), gradients);

    /// <summary>Computes the generator's loss against several conditional discriminators, for an objective that is not coupled.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, IReadOnlyList{ConditionalDiscriminator}, Tensor, Tensor, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/param|/returns|/exception"/>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective, IReadOnlyList<ConditionalDiscriminator> discriminators, Tensor fake, Tensor condition, ListReduction reduction) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.WithoutReal(BoundPair.Of(discriminator, condition)), reduction, new(fake), gradients: null);

    /// <summary>Computes the generator's loss against several conditional discriminators, for any objective, with one condition for both batches: D_i(x, c) and D_i(G(z), c).</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, IReadOnlyList{ConditionalDiscriminator}, Tensor, Tensor, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/param|/returns|/exception"/>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        IReadOnlyList<ConditionalDiscriminator> discriminators,
        Tensor? real,
        Tensor fake,
        Tensor condition,
        ListReduction reduction,
        IReadOnlyList<LogitGradients>? gradients = null) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.Of(BoundPair.Of(discriminator, condition), real), reduction, new(fake), gradients);

    /// <summary>Computes the generator's loss against several conditional discriminators, for any objective, with a condition for each batch: D_i(x, c) and D_i(G(z), c').</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, IReadOnlyList{ConditionalDiscriminator}, Tensor, Tensor, Tensor, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/param|/returns|/exception"/>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        IReadOnlyList<ConditionalDiscriminator> discriminators,
        Tensor? real,
        Tensor fake,
        Tensor realCondition,
        Tensor fakeCondition,
        ListReduction reduction,
        IReadOnlyList<LogitGradients>? gradients = null) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.Of(BoundPair.Of(discriminator, realCondition, fakeCondition), real), reduction, new(fake), gradients);

    /// <summary>Computes the generator's loss against several conditional discriminators and the penalties that are due, for any objective, with one condition for both batches: D_i(x, c) and D_i(G(z), c).</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminators">The discriminators D_i, which map samples and conditions to logits. They must not share a parameter with the generator.</param>
    /// <param name="real">The real samples x, which get no gradient. They are ignored, and can be null, unless the objective is coupled.</param>
    /// <param name="fake">The generated samples G(z), with their graph.</param>
    /// <param name="condition">The condition c of both the real and the generated samples.</param>
    /// <param name="latents">The latents w of shape [N, size] or [N, layers, size], which must require a gradient. They can be null if no penalty is due.</param>
    /// <param name="reduction">The reduction over the losses against the discriminators. The penalties of the generator are added to its result.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients of each discriminator, or null for memory of the step's own.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due; or the number of gradients differs from the number of discriminators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction is not a member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// The output of a discriminator is not a batch of logits, the samples do not depend on the latents, the objective is coupled and there are no real samples, or a penalty needs the latents and
    /// there are none.
    /// </exception>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        IReadOnlyList<ConditionalDiscriminator> discriminators,
        Tensor? real,
        Tensor fake,
        Tensor condition,
        Tensor? latents,
        ListReduction reduction,
        long step,
        IReadOnlyList<LogitGradients>? gradients = null) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.Of(BoundPair.Of(discriminator, condition), real), reduction, new(fake, latents, step), gradients);

    /// <summary>Computes the generator's loss against several conditional discriminators and the penalties that are due, for any objective, with a condition for each batch: D_i(x, c) and D_i(G(z), c').</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminators">The discriminators D_i, which map samples and conditions to logits. They must not share a parameter with the generator.</param>
    /// <param name="real">The real samples x, which get no gradient. They are ignored, and can be null, unless the objective is coupled.</param>
    /// <param name="fake">The generated samples G(z), with their graph.</param>
    /// <param name="realCondition">The condition c of the real samples.</param>
    /// <param name="fakeCondition">The condition c' of the generated samples.</param>
    /// <param name="latents">The latents w of shape [N, size] or [N, layers, size], which must require a gradient. They can be null if no penalty is due.</param>
    /// <param name="reduction">The reduction over the losses against the discriminators. The penalties of the generator are added to its result.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients of each discriminator, or null for memory of the step's own.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due; or the number of gradients differs from the number of discriminators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction is not a member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// The output of a discriminator is not a batch of logits, the samples do not depend on the latents, the objective is coupled and there are no real samples, or a penalty needs the latents and
    /// there are none.
    /// </exception>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        IReadOnlyList<ConditionalDiscriminator> discriminators,
        Tensor? real,
        Tensor fake,
        Tensor realCondition,
        Tensor fakeCondition,
        Tensor? latents,
        ListReduction reduction,
        long step,
        IReadOnlyList<LogitGradients>? gradients = null) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.Of(BoundPair.Of(discriminator, realCondition, fakeCondition), real), reduction, new(fake, latents, step), gradients);
}
