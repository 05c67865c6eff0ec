using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The two players' steps: from samples to terms whose total is differentiated, each with a gradient for its own player alone.</summary>
public static class GanStep
{
    /// <summary>
    /// The discriminator's loss and the penalties that are due, in one pass over D: D(x) and D(G(z)) are computed once and shared
    /// by the loss and by penalties at those points.
    /// </summary>
    /// <remarks>
    /// <c>Total = L_D + sum of Every * Weight * expectation</c>. The graph is kept for one <c>Total.backward()</c> and is freed with the terms.
    /// A penalty that is not due or has weight 0 is not built at all.
    /// </remarks>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples to logits.</param>
    /// <param name="real">x, samples in dimension 0.</param>
    /// <param name="fake">G(z). Detached here: the generator gets no gradient.</param>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not fit a penalty that is due.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or has no gradient where a penalty needs one.</exception>
    public static DiscriminatorTerms Discriminator(IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, long step) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator), real, fake), step);

    /// <summary>The generator's loss of any objective. The discriminator's parameters are frozen meanwhile, so they get no gradient from it.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D, from samples to logits. It shares no parameter with the generator.</param>
    /// <param name="real">x; ignored unless the objective is coupled, then without a gradient.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument that is used is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output is no batch of logits, or the objective has a penalty that needs the latents.</exception>
    public static GeneratorTerms Generator(IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator), real), new(fake));

    /// <summary>The generator's loss of an objective that needs no real samples. The discriminator's parameters are frozen meanwhile.</summary>
    /// <param name="objective">The objective; not a coupled one.</param>
    /// <param name="discriminator">D, from samples to logits. It shares no parameter with the generator.</param>
    /// <param name="fake">G(z), with its graph.</param>
    /// <returns>The terms, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty.</exception>
    /// <exception cref="InvalidOperationException">The objective is coupled or has a penalty that needs the latents, or the discriminator's output is no batch of logits.</exception>
    public static GeneratorTerms Generator(IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor fake) =>
        GeneratorStep.Run(objective, Opponent.WithoutReal(BoundPair.Of(discriminator)), new(fake));


    /// <summary>Weight clipping: every floating-point parameter becomes <c>clamp(W, -limit, limit)</c>, in place, outside any graph.</summary>
    /// <remarks>To be called after the discriminator's optimiser step. Source: Arjovsky, Chintala and Bottou 2017 (arXiv 1701.07875).</remarks>
    /// <param name="discriminator">D.</param>
    /// <param name="limit">c, finite and positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite or not positive.</exception>
    public static void ClipWeights(nn.Module discriminator, double limit)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        Ranges.Positive(limit, nameof(limit));

        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        foreach (var parameter in discriminator.parameters())
        {
            if (TensorChecks.IsFloatingPoint(parameter))
                Precision.ClampTo(parameter, limit);
        }
    }
}
