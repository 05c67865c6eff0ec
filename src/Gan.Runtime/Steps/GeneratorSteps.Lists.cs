using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

using ConditionalDiscriminator = nn.Module<Tensor, Tensor, Tensor>;
using Discriminator = nn.Module<Tensor, Tensor>;

public static partial class GeneratorSteps
{
    /// <summary>The generator's loss of an objective that needs no real samples, against several discriminators.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, IReadOnlyList{Discriminator}, Tensor, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/param|/returns|/exception"/>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective, IReadOnlyList<Discriminator> discriminators, Tensor fake, ListReduction reduction) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.WithoutReal(BoundPair.Of(discriminator)), reduction, new(fake), gradients: null);

    /// <summary>The generator's loss of any objective, against several discriminators.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, IReadOnlyList{Discriminator}, Tensor, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/param|/returns|/exception"/>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        IReadOnlyList<Discriminator> discriminators,
        Tensor? real,
        Tensor fake,
        ListReduction reduction,
        IReadOnlyList<LogitGradients>? gradients = null) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.Of(BoundPair.Of(discriminator), real), reduction, new(fake), gradients);

    /// <summary>The generator's loss and the penalties that are due, of any objective, against several discriminators.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminators">D_i, from samples to logits. They share no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient. Null is fine where it is not.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="reduction">Over the losses against the discriminators; the generator's penalties are added to what comes of it.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">One for each discriminator, as for one discriminator. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due; or the gradients are not as many as the discriminators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction no member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// A discriminator's output is no batch of logits; the samples do not depend on the latents; the objective is coupled and the call has no real samples; or it has a penalty that
    /// needs the latents and the call has none.
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

    /// <summary>The generator's loss of an objective that needs no real samples, against several conditional discriminators.</summary>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, IReadOnlyList{ConditionalDiscriminator}, Tensor, Tensor, Tensor, Tensor, ListReduction, long, IReadOnlyList{LogitGradients})" path="/param|/returns|/exception"/>
    public static MultiGeneratorTerms GeneratorTerms(
        this IGanObjective objective, IReadOnlyList<ConditionalDiscriminator> discriminators, Tensor fake, Tensor condition, ListReduction reduction) =>
        GeneratorStep.Run(objective, discriminators, discriminator => Opponent.WithoutReal(BoundPair.Of(discriminator, condition)), reduction, new(fake), gradients: null);

    /// <summary>The generator's loss of any objective, against several conditional discriminators, with one condition for both batches.</summary>
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

    /// <summary>The generator's loss of any objective, against several conditional discriminators, with a condition for each batch.</summary>
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

    /// <summary>The generator's loss and the penalties that are due, of any objective, against several conditional discriminators, with one condition for both batches.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminators">D_i, from samples and conditions to logits. They share no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient. Null is fine where it is not.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="condition">c, of the real and of the generated samples.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="reduction">Over the losses against the discriminators; the generator's penalties are added to what comes of it.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">One for each discriminator, as for one discriminator. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due; or the gradients are not as many as the discriminators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction no member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// A discriminator's output is no batch of logits; the samples do not depend on the latents; the objective is coupled and the call has no real samples; or it has a penalty that
    /// needs the latents and the call has none.
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

    /// <summary>The generator's loss and the penalties that are due, of any objective, against several conditional discriminators, with a condition for each batch.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminators">D_i, from samples and conditions to logits. They share no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient. Null is fine where it is not.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="realCondition">c, of the real samples.</param>
    /// <param name="fakeCondition">c', of the generated samples.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="reduction">Over the losses against the discriminators; the generator's penalties are added to what comes of it.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">One for each discriminator, as for one discriminator. Null for tensors of the step's own.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due; or the gradients are not as many as the discriminators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the reduction no member of its enumeration.</exception>
    /// <exception cref="InvalidOperationException">
    /// A discriminator's output is no batch of logits; the samples do not depend on the latents; the objective is coupled and the call has no real samples; or it has a penalty that
    /// needs the latents and the call has none.
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
