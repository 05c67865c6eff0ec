using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// A GAN objective: the two players' losses, the discriminator's penalties, and the steps that put them together.
/// A class that declares <c>[GanObjective]</c> implements it by itself, so one training loop takes any objective.
/// </summary>
/// <remarks>
/// A logit is any real number t, never a probability. Logits have any shape; a loss is the mean over all their elements, a scalar
/// in the logits' dtype (float32 for half types). Every loss is minimised:
/// <code>
/// L_D = E[Real(D(x))] + E[Fake(D(G(z)))]        L_G = LossWeight * E[Generator(D(G(z)))]
/// </code>
/// Sources: Goodfellow 2014 (arXiv 1406.2661); Nagarajan and Kolter 2017 (arXiv 1706.04156); Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).
/// </remarks>
public interface IGanObjective
{
    /// <summary>Its name, formulas and options.</summary>
    ObjectiveInfo Info { get; }

    /// <summary>The factor of the generator's loss, already in what <c>GeneratorLoss</c> returns. The discriminator's loss never has it. Default 1.</summary>
    double LossWeight => 1;

    /// <summary>How losses and gradients are computed: the numbers are the same to rounding. It is no part of the objective's equality. Default <see cref="LossPath.Automatic"/>.</summary>
    LossPath LossPath => LossPath.Automatic;

    /// <summary>The hyperparameters with the values of this instance, in the order of declaration.</summary>
    IReadOnlyList<HyperparameterValue> Hyperparameters => [];

    /// <summary>The terms added to the discriminator's loss, in the order of declaration.</summary>
    IReadOnlyList<DiscriminatorPenalty> Penalties => [];

    /// <summary>The terms added to the generator's loss, in the order of declaration.</summary>
    IReadOnlyList<GeneratorPenalty> GeneratorPenalties => [];

    /// <summary>
    /// What the penalties carry from step to step, by the penalty's name and the number's: <c>LeCam.Real</c>. Finite numbers, to be saved with a checkpoint,
    /// as in JSON, and given back to <see cref="LoadState"/>. Empty for most objectives. It is no part of the objective's equality.
    /// </summary>
    IReadOnlyDictionary<string, double> State => ObjectiveState.Of(this);

    /// <summary>Takes over a saved <see cref="State"/>, all of it or, where it throws, nothing.</summary>
    /// <param name="state">What <see cref="State"/> of an objective with the same penalties returned.</param>
    /// <exception cref="ArgumentException">The state is null, lacks a number, has one that this objective does not know, or has one out of its range.</exception>
    void LoadState(IReadOnlyDictionary<string, double> state) => ObjectiveState.Load(this, state);

    /// <summary>L_D without penalties: E[Real(realLogits)] + E[Fake(fakeLogits)].</summary>
    /// <param name="realLogits">D(x), any shape, floating point, not empty.</param>
    /// <param name="fakeLogits">D(G(z)), the same device and dtype; its shape may differ unless the objective is coupled.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="ArgumentException">Logits are null, disposed, empty, not floating point, or on different devices or of different dtypes.</exception>
    Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits);

    /// <summary>L_D without penalties, by another reduction than the mean.</summary>
    /// <param name="realLogits">D(x), any shape, floating point, not empty.</param>
    /// <param name="fakeLogits">D(G(z)), the same device and dtype; its shape may differ unless the objective is coupled or the losses are not reduced.</param>
    /// <param name="reduction">Of real and of fake losses alike.</param>
    /// <returns>A scalar, or the losses one by one, with the graph.</returns>
    /// <exception cref="ArgumentException">As without a reduction; or its weights or mask do not fit.</exception>
    /// <exception cref="NotSupportedException">The objective, written by hand, has only the mean.</exception>
    Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) =>
        IsPlainMean(reduction) ? DiscriminatorLoss(realLogits, fakeLogits) : throw OnlyTheMean();

    /// <summary>L_D without penalties, with weights or masks of the real and of the fake logits.</summary>
    /// <param name="realLogits">D(x), any shape, floating point, not empty.</param>
    /// <param name="fakeLogits">D(G(z)), the same device and dtype.</param>
    /// <param name="realReduction">Of the real losses.</param>
    /// <param name="fakeReduction">Of the fake losses, of the same kind.</param>
    /// <returns>A scalar, or the losses one by one, with the graph.</returns>
    /// <exception cref="ArgumentException">As without a reduction; or the reductions are of two kinds, or their weights or masks do not fit.</exception>
    /// <exception cref="NotSupportedException">The objective, written by hand or a relativistic pair, has one reduction for both.</exception>
    Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        ReferenceEquals(realReduction, fakeReduction) ? DiscriminatorLoss(realLogits, fakeLogits, realReduction) : throw OneReduction();

    /// <summary>The real half of L_D, E[Real(realLogits)], where L_D is a sum of a real and a fake half.</summary>
    /// <param name="realLogits">D(x), any shape, floating point, not empty.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="InvalidOperationException">The objective has no such halves: it is coupled, or written by hand without them.</exception>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point.</exception>
    Tensor DiscriminatorRealLoss(Tensor realLogits) => throw new InvalidOperationException(
        $"The discriminator's loss of {Info.Name} has no separate real part: call DiscriminatorLoss(realLogits, fakeLogits).");

    /// <summary>The real half of L_D by another reduction than the mean, where L_D is a sum of a real and a fake half.</summary>
    /// <param name="realLogits">D(x), any shape, floating point, not empty.</param>
    /// <param name="reduction">Of the losses.</param>
    /// <returns>A scalar, or the losses one by one, with the graph.</returns>
    /// <exception cref="InvalidOperationException">The objective has no such halves: it is coupled, or written by hand without them.</exception>
    /// <exception cref="ArgumentException">As without a reduction; or its weights or mask do not fit.</exception>
    /// <exception cref="NotSupportedException">The objective, written by hand, has only the mean.</exception>
    Tensor DiscriminatorRealLoss(Tensor realLogits, LossReduction reduction) => IsPlainMean(reduction) ? DiscriminatorRealLoss(realLogits) : throw OnlyTheMean();

    /// <summary>The fake half of L_D, E[Fake(fakeLogits)], where L_D is a sum of a real and a fake half.</summary>
    /// <param name="fakeLogits">D(G(z)), any shape, floating point, not empty.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="InvalidOperationException">The objective has no such halves: it is coupled, or written by hand without them.</exception>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point.</exception>
    Tensor DiscriminatorFakeLoss(Tensor fakeLogits) => throw new InvalidOperationException(
        $"The discriminator's loss of {Info.Name} has no separate fake part: call DiscriminatorLoss(realLogits, fakeLogits).");

    /// <summary>The fake half of L_D by another reduction than the mean, where L_D is a sum of a real and a fake half.</summary>
    /// <param name="fakeLogits">D(G(z)), any shape, floating point, not empty.</param>
    /// <param name="reduction">Of the losses.</param>
    /// <returns>A scalar, or the losses one by one, with the graph.</returns>
    /// <exception cref="InvalidOperationException">The objective has no such halves: it is coupled, or written by hand without them.</exception>
    /// <exception cref="ArgumentException">As without a reduction; or its weights or mask do not fit.</exception>
    /// <exception cref="NotSupportedException">The objective, written by hand, has only the mean.</exception>
    Tensor DiscriminatorFakeLoss(Tensor fakeLogits, LossReduction reduction) => IsPlainMean(reduction) ? DiscriminatorFakeLoss(fakeLogits) : throw OnlyTheMean();

    /// <summary>L_G of an objective that needs only the fake logits: LossWeight * E[Generator(fakeLogits)].</summary>
    /// <param name="fakeLogits">D(G(z)), any shape, floating point, not empty.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="InvalidOperationException">The objective is coupled: its loss needs the real logits too.</exception>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point.</exception>
    Tensor GeneratorLoss(Tensor fakeLogits) => throw new InvalidOperationException(
        $"The generator's loss of {Info.Name} needs the real logits too: call GeneratorLoss(realLogits, fakeLogits).");

    /// <summary>L_G of an objective that needs only the fake logits, by another reduction than the mean.</summary>
    /// <param name="fakeLogits">D(G(z)), any shape, floating point, not empty.</param>
    /// <param name="reduction">Of the losses.</param>
    /// <returns>A scalar, or the losses one by one, with the graph.</returns>
    /// <exception cref="InvalidOperationException">The objective is coupled: its loss needs the real logits too.</exception>
    /// <exception cref="ArgumentException">As without a reduction; or its weights or mask do not fit.</exception>
    /// <exception cref="NotSupportedException">The objective, written by hand, has only the mean.</exception>
    Tensor GeneratorLoss(Tensor fakeLogits, LossReduction reduction) => IsPlainMean(reduction) ? GeneratorLoss(fakeLogits) : throw OnlyTheMean();

    /// <summary>L_G of any objective. One that is not coupled ignores the real logits.</summary>
    /// <param name="realLogits">D(x); ignored unless the objective is coupled.</param>
    /// <param name="fakeLogits">D(G(z)), any shape, floating point, not empty.</param>
    /// <returns>A scalar that carries the graph.</returns>
    /// <exception cref="ArgumentException">Logits that are used are null, disposed, empty or not floating point.</exception>
    Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits);

    /// <summary>L_G of any objective, by another reduction than the mean.</summary>
    /// <param name="realLogits">D(x); ignored unless the objective is coupled.</param>
    /// <param name="fakeLogits">D(G(z)), any shape, floating point, not empty.</param>
    /// <param name="reduction">Of the losses.</param>
    /// <returns>A scalar, or the losses one by one, with the graph.</returns>
    /// <exception cref="ArgumentException">As without a reduction; or its weights or mask do not fit.</exception>
    /// <exception cref="NotSupportedException">The objective, written by hand, has only the mean.</exception>
    Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) =>
        IsPlainMean(reduction) ? GeneratorLoss(realLogits, fakeLogits) : throw OnlyTheMean();

    /// <summary>L_G of any objective, with weights or masks of the real and of the fake logits.</summary>
    /// <param name="realLogits">D(x); ignored, with its reduction, unless the objective is coupled.</param>
    /// <param name="fakeLogits">D(G(z)), any shape, floating point, not empty.</param>
    /// <param name="realReduction">Of the real losses.</param>
    /// <param name="fakeReduction">Of the fake losses, of the same kind.</param>
    /// <returns>A scalar, or the losses one by one, with the graph.</returns>
    /// <exception cref="ArgumentException">As without a reduction; or the reductions are of two kinds, or their weights or masks do not fit.</exception>
    /// <exception cref="NotSupportedException">The objective, written by hand or a relativistic pair, has one reduction for both.</exception>
    Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        !Info.IsCoupled ? GeneratorLoss(fakeLogits, fakeReduction)
        : ReferenceEquals(realReduction, fakeReduction) ? GeneratorLoss(realLogits, fakeLogits, realReduction)
        : throw OneReduction();

    /// <summary>
    /// Whether <see cref="DiscriminatorGradients"/> and <see cref="GeneratorGradients"/> are the objective's own, in closed form. An objective written by hand has them from
    /// autograd's graph, which is no less work than the loss with its graph.
    /// </summary>
    bool HasLogitGradients => false;

    /// <summary>L_D without penalties, and its gradient in the logits, without a graph.</summary>
    /// <param name="realLogits">D(x), any shape, floating point, not empty.</param>
    /// <param name="fakeLogits">D(G(z)), the same device and dtype; its shape may differ unless the objective is coupled.</param>
    /// <param name="gradients">Takes the loss and the gradients.</param>
    /// <exception cref="ArgumentException">Logits are null, disposed, empty, not floating point, or on different devices or of different dtypes.</exception>
    void DiscriminatorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) => AutogradGradients.Discriminator(this, realLogits, fakeLogits, gradients);

    /// <summary>L_G, and its gradient in the logits, without a graph.</summary>
    /// <param name="realLogits">D(x); ignored unless the objective is coupled.</param>
    /// <param name="fakeLogits">D(G(z)), any shape, floating point, not empty.</param>
    /// <param name="gradients">Takes the loss and the gradients.</param>
    /// <exception cref="ArgumentException">Logits that are used are null, disposed, empty or not floating point.</exception>
    void GeneratorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) => AutogradGradients.Generator(this, realLogits, fakeLogits, gradients);

    /// <summary>
    /// The discriminator's loss and the penalties that are due, in one pass over D: D(x) and D(G(z)) are computed once and shared
    /// by the loss and by penalties at those points.
    /// </summary>
    /// <remarks>
    /// <c>Total = L_D + sum of Every * Weight * expectation</c>. The graph is kept for one <c>Total.backward()</c> and is freed with the terms.
    /// A penalty that is not due or has weight 0 is not built at all.
    /// </remarks>
    /// <param name="discriminator">D, from samples to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="step">The number of the training step, from 0, by which lazy penalties are due.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or has no gradient where a penalty needs one.</exception>
    DiscriminatorTerms DiscriminatorTerms(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, long step = 0) =>
        GanStep.Discriminator(this, discriminator, real, fake, step);

    /// <summary>The generator's loss of any objective. The discriminator's parameters are frozen meanwhile, so they get no gradient from it.</summary>
    /// <param name="discriminator">D, from samples to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or the objective has a penalty that needs the latents.</exception>
    GeneratorTerms GeneratorTerms(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake) =>
        GanStep.Generator(this, discriminator, real, fake);

    /// <summary>The generator's loss of an objective that needs no real samples. The discriminator's parameters are frozen meanwhile.</summary>
    /// <param name="discriminator">D, from samples to logits. It shares no parameter with the generator.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The objective is coupled or has a penalty that needs the latents, or the discriminator's output is no batch of logits.</exception>
    GeneratorTerms GeneratorTerms(nn.Module<Tensor, Tensor> discriminator, Tensor fake) => GanStep.Generator(this, discriminator, fake);

    /// <summary>
    /// Weight clipping, to be called after the discriminator's optimiser step: every floating-point parameter becomes <c>clamp(W, -limit, limit)</c>,
    /// in place, outside any graph, if the objective declares a limit; else nothing happens.
    /// </summary>
    /// <remarks>Source: Arjovsky, Chintala and Bottou 2017 (arXiv 1701.07875).</remarks>
    /// <param name="discriminator">D.</param>
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
