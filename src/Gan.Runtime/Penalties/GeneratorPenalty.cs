using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>A term added to the generator's loss: <c>Weight</c> times an expectation over the generated samples as a function of their latents.</summary>
public abstract class GeneratorPenalty : Penalty
{
    private protected GeneratorPenalty(string name, double weight)
        : base(name, weight)
    {
    }

    /// <summary>
    /// The term by itself: <see cref="Penalty.Weight"/> times the expectation, without the factor of <see cref="Penalty.Every"/>. What a penalty carries
    /// from step to step stays as it is: the term is the one that the next step would have.
    /// </summary>
    /// <remarks>
    /// Latents that are no leaf, as those that a mapping network makes, keep the gradient of each backward pass from then on, as after <c>retain_grad</c>, which libtorch cannot undo.
    /// In a step, disposing the terms frees it.
    /// </remarks>
    /// <param name="fake">G(w), with its graph to the latents, samples in dimension 0.</param>
    /// <param name="latents">w, which requires a gradient: [N, size], or [N, layers, size] where each layer of G has its own.</param>
    /// <returns>A scalar with the graph to the generator's parameters; with weight 0 a plain zero.</returns>
    /// <exception cref="ArgumentException">A tensor is null, disposed, empty, not floating point, of a shape that does not fit, or has no gradient.</exception>
    /// <exception cref="InvalidOperationException">The samples do not depend on the latents.</exception>
    public Tensor Evaluate(Tensor fake, Tensor latents)
    {
        using var scope = NewDisposeScope();
        var pass = new GeneratorPass(fake, latents);
        Prepare(pass);
        var term = Weight > 0 ? Expectation(pass).mul(Weight) : Nothing(fake);
        return term.MoveToOuterDisposeScope();
    }

    /// <summary>Checks what it will use.</summary>
    internal abstract void Prepare(GeneratorPass pass);

    /// <summary>The expectation of the penalty's formula.</summary>
    internal abstract Tensor Expectation(GeneratorPass pass);
}
