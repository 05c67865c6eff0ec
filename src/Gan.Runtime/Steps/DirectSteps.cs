using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The steps with memory for logit gradients that is kept from step to step: nothing is allocated for the loss.</summary>
public static class DirectSteps
{
    /// <summary>The discriminator's step, see <see cref="GanStep.Discriminator"/>.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <param name="gradients">Takes the loss and the gradients; <see cref="Gan.Runtime.DiscriminatorTerms.Backward"/> must come before it is used again.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or has no gradient where a penalty needs one.</exception>
    public static DiscriminatorTerms DiscriminatorTerms(
        this IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, long step, LogitGradients gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        using var scope = NewDisposeScope();
        return DiscriminatorStep.Run(objective, new(BoundDiscriminator.Of(discriminator), real, fake), step, gradients);
    }

    /// <summary>The generator's step, see <see cref="GanStep.Generator(IGanObjective, nn.Module{Tensor, Tensor}, Tensor, Tensor)"/>.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient. Null is fine where it is not.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <param name="gradients">Takes the loss and the gradients; <see cref="Gan.Runtime.GeneratorTerms.Backward"/> must come before it is used again.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or the objective has a penalty that needs the latents.</exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor? real, Tensor fake, LogitGradients gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        using var scope = NewDisposeScope();
        var bound = BoundDiscriminator.Of(discriminator);
        return GeneratorStep.Run(objective, bound, new(bound, real, nameof(real)), new(fake), gradients);
    }
}
