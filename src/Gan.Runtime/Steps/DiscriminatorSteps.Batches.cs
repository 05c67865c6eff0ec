using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

using ConditionalDiscriminator = nn.Module<Tensor, Tensor, Tensor>;
using Discriminator = nn.Module<Tensor, Tensor>;

// The steps that have more than the generated samples.
public static partial class DiscriminatorSteps
{
    /// <summary>Computes the discriminator's loss and the penalties that are due, including those that call the generator.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples to logits.</param>
    /// <param name="real">The real samples x, with the batch in dimension 0.</param>
    /// <param name="generated">The generated samples, or the generator and its latents. The generator gets no gradient.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.DiscriminatorTerms.Backward"/> before it is used again.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The output of a network is not what the step needs: a batch of samples or logits, with the gradient that a penalty takes.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, Discriminator discriminator, Tensor real, GeneratedBatch generated, long step = 0, LogitGradients? gradients = null) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator), real, generated), step, gradients);

    /// <summary>Computes the loss of a conditional discriminator and the penalties that are due, including those that call the generator, with a condition for each batch: D(x, c) and D(G(z), c').</summary>
    /// <remarks>Pass the same tensor twice for one condition of both batches. A penalty at interpolates needs one condition.</remarks>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">The discriminator D, which maps samples and conditions to logits.</param>
    /// <param name="real">The real samples x, with the batch in dimension 0.</param>
    /// <param name="generated">The generated samples, or the generator and its latents. The generator gets no gradient.</param>
    /// <param name="realCondition">The condition c of the real samples.</param>
    /// <param name="fakeCondition">The condition c' of the generated samples.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">The memory for the loss and the gradients, or null for memory of the step's own. Call <see cref="Gan.Runtime.DiscriminatorTerms.Backward"/> before it is used again.</param>
    /// <inheritdoc cref="DiscriminatorTerms(IGanObjective, Discriminator, Tensor, GeneratedBatch, long, LogitGradients)" path="/returns|/exception"/>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, ConditionalDiscriminator discriminator, Tensor real, GeneratedBatch generated, Tensor realCondition, Tensor fakeCondition, long step = 0, LogitGradients? gradients = null) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator, realCondition, fakeCondition, isDetached: true), real, generated), step, gradients);
}
