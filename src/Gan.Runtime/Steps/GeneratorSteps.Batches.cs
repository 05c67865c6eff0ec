using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

using ConditionalDiscriminator = nn.Module<Tensor, Tensor, Tensor>;
using Discriminator = nn.Module<Tensor, Tensor>;

// The steps that have more than the generated samples.
public static partial class GeneratorSteps
{
    /// <summary>Computes the generator's loss and the penalties that are due, including those that call the generator at other latents.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples to logits. It must not share a parameter with the generator.</param>
    /// <param name="real">The real samples x, which get no gradient. They are ignored, and can be null, unless the objective is coupled.</param>
    /// <param name="generated">The generated samples, or the generator and its latents, which must require a gradient if a penalty differentiates in them.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.GeneratorTerms.Backward"/> before it is used again.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The output of a network is not a batch of samples or logits, the samples do not depend on the latents, or the objective is coupled and there are no real samples.
    /// </exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor? real, GeneratedBatch generated, long step = 0, LogitGradients? gradients = null) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator), real), new(generated, step), gradients);

    /// <summary>Computes the generator's loss against a conditional discriminator and the penalties that are due, including those that call the generator at other latents.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples and conditions to logits. It must not share a parameter with the generator.</param>
    /// <param name="real">The real samples x, which get no gradient. They are ignored, and can be null, unless the objective is coupled.</param>
    /// <param name="generated">The generated samples, or the generator and its latents, which must require a gradient if a penalty differentiates in them.</param>
    /// <param name="realCondition">The condition c of the real samples.</param>
    /// <param name="fakeCondition">The condition c' of the generated samples. It can be the same tensor.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.GeneratorTerms.Backward"/> before it is used again.</param>
    /// <inheritdoc cref="GeneratorTerms(IGanObjective, Discriminator, Tensor, GeneratedBatch, long, LogitGradients)" path="/returns|/exception"/>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor? real, GeneratedBatch generated, Tensor realCondition, Tensor fakeCondition, long step = 0, LogitGradients? gradients = null) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator, realCondition, fakeCondition), real), new(generated, step), gradients);
}
