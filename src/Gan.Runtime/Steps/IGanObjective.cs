using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents a GAN objective: the losses of the discriminator D and the generator G, their penalties, and the steps that combine them.
/// </summary>
/// <remarks>
/// <para>The generator implements this interface in a class with a <c>[GanObjective]</c> attribute, so the same training loop takes any objective.</para>
/// <para>A logit is any real number t, never a probability. Both players minimise their losses:</para>
/// <code>
/// L_D = E[Real(D(x))] + E[Fake(D(G(z)))]        L_G = LossWeight * E[Generator(D(G(z)))]
/// </code>
/// <para>Logits can have any shape. A loss is the mean over all their elements: a scalar in the dtype of the logits, or in float32 for half types.</para>
/// <para>Sources: Goodfellow et al. 2014 (arXiv 1406.2661); Nagarajan and Kolter 2017 (arXiv 1706.04156); Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).</para>
/// </remarks>
public interface IGanObjective
{
    /// <summary>Gets the name, the formulas, the options and the analysis of the objective.</summary>
    ObjectiveInfo Info { get; }

    /// <summary>Gets the factor of the generator's loss, which the result of <c>GeneratorLoss</c> includes. The default is 1. It does not change the discriminator's loss.</summary>
    double LossWeight => 1;

    /// <summary>Gets the standard deviation of the Gaussian noise on real and generated samples in the steps of both players. The default is 0, which means no noise.</summary>
    /// <remarks>Source: Sønderby et al. 2017 (arXiv 1610.04490).</remarks>
    double InstanceNoise => 0;

    /// <summary>Gets the share of the generated samples, those with the highest logits, that the generator learns from in its step. The default is 1, which means all of them.</summary>
    /// <remarks>Source: Sinha, Zhao, Goyal, Raffel and Odena 2020 (arXiv 2002.06224).</remarks>
    double TopShare => 1;

    /// <summary>Gets the way in which losses and gradients are computed. The default is <see cref="LossPath.Automatic"/>.</summary>
    /// <remarks>The results of all paths agree up to rounding. Two objectives that differ only in their path are equal.</remarks>
    LossPath LossPath => LossPath.Automatic;

    /// <summary>Gets the hyperparameters and their values in this instance, in the order of their declaration, without those that change during training.</summary>
    IReadOnlyList<HyperparameterValue> Hyperparameters => [];

    /// <summary>Gets the hyperparameters that change during training, by a schedule or as a state, and their current values. It is empty for most objectives.</summary>
    IReadOnlyList<HyperparameterValue> Variables => [];

    /// <summary>Moves the schedules of hyperparameters to a step. <c>DiscriminatorTerms</c> does this with its own step. Without schedules, nothing changes.</summary>
    /// <param name="step">The number of the discriminator's step, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    void MoveTo(long step) => ArgumentOutOfRangeException.ThrowIfNegative(step);

    /// <summary>Gets the penalties added to the discriminator's loss, in the order of their declaration.</summary>
    IReadOnlyList<DiscriminatorPenalty> Penalties => [];

    /// <summary>Gets the penalties added to the generator's loss, in the order of their declaration.</summary>
    IReadOnlyList<GeneratorPenalty> GeneratorPenalties => [];

    /// <summary>
    /// Gets the numbers that the objective and its penalties carry from step to step, to be saved with a checkpoint and restored by <see cref="LoadState"/>. There are none for most objectives.
    /// </summary>
    /// <remarks>
    /// The key of a declared state is its name, with the value that the next step of the discriminator starts with. The keys of a penalty consist of its name and the name of a number, such as <c>LeCam.Real</c>. The numbers are finite, so that they can be saved as JSON.
    /// Two objectives that differ only in their state are equal.
    /// </remarks>
    IReadOnlyDictionary<string, double> State => ObjectiveState.Of(this);

    /// <summary>Restores a saved <see cref="State"/>. If the method throws, the state does not change.</summary>
    /// <param name="state">The <see cref="State"/> of an objective of the same type.</param>
    /// <exception cref="ArgumentException">The state is null, lacks a number, or contains a number that this objective does not have or that is out of range.</exception>
    void LoadState(IReadOnlyDictionary<string, double> state) => ObjectiveState.Load(this, state);

    /// <summary>Computes the discriminator's loss without penalties: <c>L_D = E[Real(realLogits)] + E[Fake(fakeLogits)]</c>.</summary>
    /// <param name="realLogits">The real logits D(x) of any shape, floating point and not empty.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)), of the same device and dtype. The shape can differ unless the objective is coupled.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">Logits are null, disposed, empty or not floating point, differ in device or dtype or, in a coupled objective, do not match in shape.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits);

    /// <summary>Computes the discriminator's loss L_D without penalties, with a reduction of the losses of the logits.</summary>
    /// <param name="realLogits">The real logits D(x) of any shape, floating point and not empty.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)), of the same device and dtype. The shape can differ unless the objective is coupled or the losses are not reduced.</param>
    /// <param name="reduction">The reduction of both the real and the fake losses.</param>
    /// <returns>A scalar or, without a reduction, the loss of each element, with its graph.</returns>
    /// <exception cref="ArgumentException">The reduction is null or does not fit the logits; or logits are null, disposed, empty or not floating point, or do not match.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    /// <exception cref="NotSupportedException">The objective is written by hand and supports only the mean.</exception>
    Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) =>
        IsPlainMean(reduction) ? DiscriminatorLoss(realLogits, fakeLogits) : throw OnlyTheMean();

    /// <summary>Computes the discriminator's loss L_D without penalties, with separate reductions, and thus separate weights and masks, of the real and the fake losses.</summary>
    /// <param name="realLogits">The real logits D(x) of any shape, floating point and not empty.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)), of the same device and dtype.</param>
    /// <param name="realReduction">The reduction of the real losses.</param>
    /// <param name="fakeReduction">The reduction of the fake losses, of the same kind.</param>
    /// <returns>A scalar or, without a reduction, the loss of each element, with its graph.</returns>
    /// <exception cref="ArgumentException">A reduction is null or does not fit its logits, or the reductions differ in kind; or logits are null, disposed, empty or not floating point, or do not match.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    /// <exception cref="NotSupportedException">The objective is a relativistic pair or is written by hand, and supports only one reduction for both.</exception>
    Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        ReferenceEquals(realReduction, fakeReduction) ? DiscriminatorLoss(realLogits, fakeLogits, realReduction) : throw OneReduction();

    /// <summary>Computes the part of the discriminator's loss that comes from real samples: <c>E[Real(realLogits)]</c>.</summary>
    /// <param name="realLogits">The real logits D(x) of any shape, floating point and not empty.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point.</exception>
    /// <exception cref="InvalidOperationException">The loss is not a sum of a real and a fake part, because the objective is coupled, or is written by hand without them.</exception>
    Tensor DiscriminatorRealLoss(Tensor realLogits) => throw new InvalidOperationException(
        $"The discriminator's loss of {Info.Name} has no separate real part: call DiscriminatorLoss(realLogits, fakeLogits).");

    /// <summary>Computes the part of the discriminator's loss that comes from real samples, with a reduction of the losses of the logits.</summary>
    /// <param name="realLogits">The real logits D(x) of any shape, floating point and not empty.</param>
    /// <param name="reduction">The reduction of the losses.</param>
    /// <returns>A scalar or, without a reduction, the loss of each element, with its graph.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point, or the reduction is null or does not fit them.</exception>
    /// <exception cref="InvalidOperationException">The loss is not a sum of a real and a fake part, because the objective is coupled, or is written by hand without them.</exception>
    /// <exception cref="NotSupportedException">The objective is written by hand and supports only the mean.</exception>
    Tensor DiscriminatorRealLoss(Tensor realLogits, LossReduction reduction) => IsPlainMean(reduction) ? DiscriminatorRealLoss(realLogits) : throw OnlyTheMean();

    /// <summary>Computes the part of the discriminator's loss that comes from fake samples: <c>E[Fake(fakeLogits)]</c>.</summary>
    /// <param name="fakeLogits">The fake logits D(G(z)) of any shape, floating point and not empty.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point.</exception>
    /// <exception cref="InvalidOperationException">The loss is not a sum of a real and a fake part, because the objective is coupled, or is written by hand without them.</exception>
    Tensor DiscriminatorFakeLoss(Tensor fakeLogits) => throw new InvalidOperationException(
        $"The discriminator's loss of {Info.Name} has no separate fake part: call DiscriminatorLoss(realLogits, fakeLogits).");

    /// <summary>Computes the part of the discriminator's loss that comes from fake samples, with a reduction of the losses of the logits.</summary>
    /// <param name="fakeLogits">The fake logits D(G(z)) of any shape, floating point and not empty.</param>
    /// <param name="reduction">The reduction of the losses.</param>
    /// <returns>A scalar or, without a reduction, the loss of each element, with its graph.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point, or the reduction is null or does not fit them.</exception>
    /// <exception cref="InvalidOperationException">The loss is not a sum of a real and a fake part, because the objective is coupled, or is written by hand without them.</exception>
    /// <exception cref="NotSupportedException">The objective is written by hand and supports only the mean.</exception>
    Tensor DiscriminatorFakeLoss(Tensor fakeLogits, LossReduction reduction) => IsPlainMean(reduction) ? DiscriminatorFakeLoss(fakeLogits) : throw OnlyTheMean();

    /// <summary>Computes the generator's loss of an objective that is not coupled: <c>L_G = LossWeight * E[Generator(fakeLogits)]</c>.</summary>
    /// <param name="fakeLogits">The fake logits D(G(z)) of any shape, floating point and not empty.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point.</exception>
    /// <exception cref="InvalidOperationException">The objective is coupled: its loss needs the real logits too.</exception>
    Tensor GeneratorLoss(Tensor fakeLogits) => throw new InvalidOperationException(
        $"The generator's loss of {Info.Name} needs the real logits too: call GeneratorLoss(realLogits, fakeLogits).");

    /// <summary>Computes the generator's loss L_G of an objective that is not coupled, with a reduction of the losses of the logits.</summary>
    /// <param name="fakeLogits">The fake logits D(G(z)) of any shape, floating point and not empty.</param>
    /// <param name="reduction">The reduction of the losses.</param>
    /// <returns>A scalar or, without a reduction, the loss of each element, with its graph.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point, or the reduction is null or does not fit them.</exception>
    /// <exception cref="InvalidOperationException">The objective is coupled: its loss needs the real logits too.</exception>
    /// <exception cref="NotSupportedException">The objective is written by hand and supports only the mean.</exception>
    Tensor GeneratorLoss(Tensor fakeLogits, LossReduction reduction) => IsPlainMean(reduction) ? GeneratorLoss(fakeLogits) : throw OnlyTheMean();

    /// <summary>Computes the generator's loss L_G of any objective.</summary>
    /// <param name="realLogits">The real logits D(x). They are ignored unless the objective is coupled.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)) of any shape, floating point and not empty.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">Logits that are used are null, disposed, empty or not floating point, or do not match.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits);

    /// <summary>Computes the generator's loss L_G of any objective, with a reduction of the losses of the logits.</summary>
    /// <param name="realLogits">The real logits D(x). They are ignored unless the objective is coupled.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)) of any shape, floating point and not empty.</param>
    /// <param name="reduction">The reduction of the losses.</param>
    /// <returns>A scalar or, without a reduction, the loss of each element, with its graph.</returns>
    /// <exception cref="ArgumentException">The reduction is null or does not fit the logits; or logits that are used are null, disposed, empty or not floating point, or do not match.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    /// <exception cref="NotSupportedException">The objective is written by hand and supports only the mean.</exception>
    Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) =>
        IsPlainMean(reduction) ? GeneratorLoss(realLogits, fakeLogits) : throw OnlyTheMean();

    /// <summary>Computes the generator's loss L_G of any objective, with separate reductions, and thus separate weights and masks, of the real and the fake losses.</summary>
    /// <param name="realLogits">The real logits D(x). They and their reduction are ignored unless the objective is coupled.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)) of any shape, floating point and not empty.</param>
    /// <param name="realReduction">The reduction of the real losses.</param>
    /// <param name="fakeReduction">The reduction of the fake losses, of the same kind.</param>
    /// <returns>A scalar or, without a reduction, the loss of each element, with its graph.</returns>
    /// <exception cref="ArgumentException">A reduction is null or does not fit its logits, or the reductions differ in kind; or logits that are used are null, disposed, empty or not floating point, or do not match.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    /// <exception cref="NotSupportedException">The objective is a relativistic pair or is written by hand, and supports only one reduction for both.</exception>
    Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        !Info.IsCoupled ? GeneratorLoss(fakeLogits, fakeReduction)
        : ReferenceEquals(realReduction, fakeReduction) ? GeneratorLoss(realLogits, fakeLogits, realReduction)
        : throw OneReduction();

    /// <summary>
    /// Gets a value that indicates whether the objective computes <see cref="DiscriminatorGradients"/> and <see cref="GeneratorGradients"/> in closed form.
    /// </summary>
    /// <remarks>The default is <see langword="false"/>: in an objective that is written by hand, autograd computes them, which saves no work.</remarks>
    bool HasLogitGradients => false;

    /// <summary>Computes the discriminator's loss L_D without penalties and its gradient with respect to the logits, without a graph.</summary>
    /// <param name="realLogits">The real logits D(x) of any shape, floating point and not empty.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)), of the same device and dtype. The shape can differ unless the objective is coupled.</param>
    /// <param name="gradients">The object that receives the loss and the gradients.</param>
    /// <exception cref="ArgumentException">The gradients are null; or logits are null, disposed, empty or not floating point, differ in device or dtype or, in a coupled objective, do not match in shape.</exception>
    /// <exception cref="ObjectDisposedException">The gradients have been disposed.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    void DiscriminatorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) => AutogradGradients.Discriminator(this, realLogits, fakeLogits, gradients);

    /// <summary>Computes the generator's loss L_G and its gradient with respect to the logits, without a graph.</summary>
    /// <param name="realLogits">The real logits D(x). They are ignored unless the objective is coupled.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)) of any shape, floating point and not empty.</param>
    /// <param name="gradients">The object that receives the loss and the gradients.</param>
    /// <exception cref="ArgumentException">The gradients are null; or logits that are used are null, disposed, empty or not floating point, or do not match.</exception>
    /// <exception cref="ObjectDisposedException">The gradients have been disposed.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    void GeneratorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) => AutogradGradients.Generator(this, realLogits, fakeLogits, gradients);

    /// <summary>
    /// Computes the discriminator's loss and the penalties that are due: <c>Total = L_D + sum of Every * Weight * expectation</c>.
    /// </summary>
    /// <remarks>
    /// The method computes D(x) and D(G(z)) once, for the loss and for the penalties at these points. The graph is kept for one <c>Total.backward()</c> and is freed with the terms.
    /// A penalty that is not due or has the weight 0 is not computed.
    /// </remarks>
    /// <param name="discriminator">The discriminator D, which maps samples to logits.</param>
    /// <param name="real">The real samples x, with the batch in dimension 0.</param>
    /// <param name="fake">The generated samples G(z), with the batch in dimension 0. The method detaches them, so the generator gets no gradient.</param>
    /// <param name="step">The number of the training step, from 0. It decides which lazy penalties are due.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The output of the discriminator is not a batch of logits, or does not have the gradient that a penalty needs.</exception>
    DiscriminatorTerms DiscriminatorTerms(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, long step = 0) =>
        GanStep.Discriminator(this, discriminator, real, fake, step);

    /// <summary>Computes the generator's loss of any objective. The parameters of the discriminator are frozen meanwhile and get no gradient.</summary>
    /// <param name="discriminator">The discriminator D, which maps samples to logits. It must not share a parameter with the generator.</param>
    /// <param name="real">The real samples x, which get no gradient. They are ignored unless the objective is coupled.</param>
    /// <param name="fake">The generated samples G(z), with their graph.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The output of the discriminator is not a batch of logits, or the objective has a penalty that needs the latents.</exception>
    GeneratorTerms GeneratorTerms(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake) =>
        GanStep.Generator(this, discriminator, real, fake);

    /// <summary>Computes the generator's loss of an objective that is not coupled. The parameters of the discriminator are frozen meanwhile and get no gradient.</summary>
    /// <param name="discriminator">The discriminator D, which maps samples to logits. It must not share a parameter with the generator.</param>
    /// <param name="fake">The generated samples G(z), with their graph.</param>
    /// <returns>The terms of the loss, in the caller's dispose scope if there is one. The caller disposes them.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The objective is coupled or has a penalty that needs the latents, or the output of the discriminator is not a batch of logits.</exception>
    GeneratorTerms GeneratorTerms(nn.Module<Tensor, Tensor> discriminator, Tensor fake) => GanStep.Generator(this, discriminator, fake);

    /// <summary>
    /// Clips each floating-point parameter of the discriminator in place, <c>W = clamp(W, -limit, limit)</c>, if the objective declares a limit. Call it after the discriminator's optimiser step.
    /// </summary>
    /// <remarks>An objective without a <c>[WeightClip]</c> does nothing. Source: Arjovsky, Chintala and Bottou 2017 (arXiv 1701.07875).</remarks>
    /// <param name="discriminator">The discriminator D.</param>
    /// <exception cref="ArgumentNullException">The discriminator is null.</exception>
    void ClipWeights(nn.Module discriminator)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        if (Info.WeightClip is { } limit)
            WeightClipping.Clip(discriminator, limit);
    }

    private static bool IsPlainMean(LossReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(reduction);
        return reduction is { Kind: nn.Reduction.Mean, Weights: null, Mask: null };
    }

    private NotSupportedException OneReduction() => new($"{Info.Name} has one reduction for real and fake losses: call the overload that takes one.");

    private NotSupportedException OnlyTheMean() => new($"{Info.Name} has its losses as means only: it does not implement the overload that takes a reduction.");
}
