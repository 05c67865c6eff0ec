using static TorchSharp.torch;

namespace Gan.Runtime;

using ConditionalDiscriminator = nn.Module<Tensor, Tensor, Tensor>;

/// <summary>
/// The steps with a discriminator that takes a second input beside the samples: labels, a picture to translate, an embedding; D(x, c).
/// </summary>
/// <remarks>
/// The condition has whatever dtype and shape the discriminator wants, such as int64 labels [N]. The discriminator's step detaches it, as it does the
/// samples; the generator's step leaves it its graph, as it does the generated samples.
/// Sources: Mirza and Osindero 2014 (arXiv 1411.1784); Isola, Zhu, Zhou and Efros 2017 (arXiv 1611.07004).
/// </remarks>
public static class ConditionalSteps
{
    /// <summary>The discriminator's loss and the penalties that are due, with one condition for both batches: D(x, c) and D(G(z), c).</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples and conditions to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="condition">c, of the real and of the generated samples.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or has no gradient where a penalty needs one.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor real, Tensor fake, Tensor condition, long step = 0)
    {
        using var scope = NewDisposeScope();
        return DiscriminatorStep.Run(objective, new(Detached(discriminator, condition, nameof(condition)), real, fake), step);
    }

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
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">
    /// An argument is null, disposed or empty, or does not fit a penalty that is due; or such a penalty is at interpolates and the conditions are two tensors.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or has no gradient where a penalty needs one.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor real, Tensor fake, Tensor realCondition, Tensor fakeCondition, long step = 0)
    {
        if (ReferenceEquals(realCondition, fakeCondition))
            return objective.DiscriminatorTerms(discriminator, real, fake, realCondition, step);
        using var scope = NewDisposeScope();
        var atReal = Detached(discriminator, realCondition, nameof(realCondition));
        var atFake = Detached(discriminator, fakeCondition, nameof(fakeCondition));
        return DiscriminatorStep.Run(objective, new(atReal, atFake, real, fake), step);
    }

    /// <summary>The generator's loss of an objective that needs no real samples. The discriminator's parameters are frozen meanwhile.</summary>
    /// <param name="objective">The objective; not a coupled one.</param>
    /// <param name="discriminator">D, from samples and conditions to logits. It shares no parameter with the generator.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="condition">c, of the generated samples.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The objective is coupled, or the discriminator's output is no batch of logits.</exception>
    public static GeneratorTerms GeneratorTerms(this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor fake, Tensor condition)
    {
        using var scope = NewDisposeScope();
        return GeneratorStep.Run(objective, BoundDiscriminator.Of(discriminator, condition, nameof(condition)), real: null, new(fake));
    }

    /// <summary>The generator's loss of any objective, with one condition for both batches. The discriminator's parameters are frozen meanwhile.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples and conditions to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="condition">c, of the real and of the generated samples.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits.</exception>
    public static GeneratorTerms GeneratorTerms(this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor real, Tensor fake, Tensor condition)
    {
        using var scope = NewDisposeScope();
        var bound = BoundDiscriminator.Of(discriminator, condition, nameof(condition));
        return GeneratorStep.Run(objective, bound, new(bound, real, nameof(real)), new(fake));
    }

    /// <summary>The generator's loss of any objective, with a condition for each batch. The discriminator's parameters are frozen meanwhile.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples and conditions to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="realCondition">c, of the real samples.</param>
    /// <param name="fakeCondition">c', of the generated samples.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits.</exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor real, Tensor fake, Tensor realCondition, Tensor fakeCondition)
    {
        using var scope = NewDisposeScope();
        var atReal = BoundDiscriminator.Of(discriminator, realCondition, nameof(realCondition));
        return GeneratorStep.Run(objective, BoundDiscriminator.Of(discriminator, fakeCondition, nameof(fakeCondition)), new(atReal, real, nameof(real)), new(fake));
    }

    private static BoundDiscriminator Detached(ConditionalDiscriminator discriminator, Tensor? condition, string conditionName)
    {
        TensorChecks.NotEmpty(condition, conditionName);
        return BoundDiscriminator.Of(discriminator, condition.detach(), conditionName);
    }
}
