using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The generator's steps of an objective with a penalty on the generator, such as the path length: they need the latents and the step's number.</summary>
public static class PathLengthSteps
{
    /// <summary>The generator's loss and the penalties that are due, of an objective that needs no real samples.</summary>
    /// <remarks><c>Total = L_G + sum of Every * Weight * expectation</c>. The discriminator's parameters are frozen meanwhile.</remarks>
    /// <param name="objective">The objective; not a coupled one.</param>
    /// <param name="discriminator">D, from samples to logits. It shares no parameter with the generator.</param>
    /// <param name="fake">G(w), with its graph.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The objective is coupled, the discriminator's output is no batch of logits, or the samples do not depend on the latents.
    /// </exception>
    public static GeneratorTerms GeneratorTerms(this IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor fake, Tensor? latents, long step)
    {
        using var scope = NewDisposeScope();
        return GeneratorStep.Run(objective, BoundDiscriminator.Of(discriminator), real: null, new(fake, latents, step));
    }

    /// <summary>The generator's loss and the penalties that are due, of any objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient.</param>
    /// <param name="fake">G(w), with its graph.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or the samples do not depend on the latents.</exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, Tensor? latents, long step)
    {
        using var scope = NewDisposeScope();
        var bound = BoundDiscriminator.Of(discriminator);
        return GeneratorStep.Run(objective, bound, new(bound, real, nameof(real)), new(fake, latents, step));
    }

    /// <summary>The generator's loss and the penalties that are due, of an objective that needs no real samples, with a conditional discriminator.</summary>
    /// <param name="objective">The objective; not a coupled one.</param>
    /// <param name="discriminator">D, from samples and conditions to logits. It shares no parameter with the generator.</param>
    /// <param name="fake">G(w), with its graph.</param>
    /// <param name="condition">c, of the generated samples.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The objective is coupled, the discriminator's output is no batch of logits, or the samples do not depend on the latents.
    /// </exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, nn.Module<Tensor, Tensor, Tensor> discriminator, Tensor fake, Tensor condition, Tensor? latents, long step)
    {
        using var scope = NewDisposeScope();
        return GeneratorStep.Run(objective, BoundDiscriminator.Of(discriminator, condition, nameof(condition)), real: null, new(fake, latents, step));
    }

    /// <summary>The generator's loss and the penalties that are due, of any objective, with a conditional discriminator and one condition for both batches.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples and conditions to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient.</param>
    /// <param name="fake">G(w), with its graph.</param>
    /// <param name="condition">c, of the real and of the generated samples.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or the samples do not depend on the latents.</exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective, nn.Module<Tensor, Tensor, Tensor> discriminator, Tensor real, Tensor fake, Tensor condition, Tensor? latents, long step)
    {
        using var scope = NewDisposeScope();
        var bound = BoundDiscriminator.Of(discriminator, condition, nameof(condition));
        return GeneratorStep.Run(objective, bound, new(bound, real, nameof(real)), new(fake, latents, step));
    }

    /// <summary>The generator's loss and the penalties that are due, of any objective, with a conditional discriminator and a condition for each batch.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples and conditions to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient.</param>
    /// <param name="fake">G(w), with its graph.</param>
    /// <param name="realCondition">c, of the real samples.</param>
    /// <param name="fakeCondition">c', of the generated samples.</param>
    /// <param name="latents">w, which requires a gradient: [N, size] or [N, layers, size]. Null is fine where no penalty is due.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or the samples do not depend on the latents.</exception>
    public static GeneratorTerms GeneratorTerms(
        this IGanObjective objective,
        nn.Module<Tensor, Tensor, Tensor> discriminator,
        Tensor real,
        Tensor fake,
        Tensor realCondition,
        Tensor fakeCondition,
        Tensor? latents,
        long step)
    {
        using var scope = NewDisposeScope();
        var atReal = BoundDiscriminator.Of(discriminator, realCondition, nameof(realCondition));
        return GeneratorStep.Run(
            objective, BoundDiscriminator.Of(discriminator, fakeCondition, nameof(fakeCondition)), new(atReal, real, nameof(real)), new(fake, latents, step));
    }
}
