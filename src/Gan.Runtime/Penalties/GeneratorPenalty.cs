using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents a penalty of the generator's loss: <see cref="Penalty.Weight"/> times an expectation over the generated samples as a function of their latents.</summary>
public abstract class GeneratorPenalty : Penalty
{
    private protected GeneratorPenalty(string name, double weight)
        : base(name, weight)
    {
    }

    /// <summary>
    /// Computes the penalty: <see cref="Penalty.Weight"/> times the expectation, without the factor <see cref="Penalty.Every"/>.
    /// </summary>
    /// <remarks>
    /// <para>The method does not change the state of the penalty: it returns the value that the next step would have.</para>
    /// <para>Latents that are not a leaf, such as the output of a mapping network, keep the gradients of later backward passes, as after <c>retain_grad</c>, which libtorch cannot undo.
    /// In a step, disposing the terms frees these gradients.</para>
    /// </remarks>
    /// <param name="fake">The generated samples G(w), with their graph to the latents and with the batch in dimension 0.</param>
    /// <param name="latents">The latents w, which must require a gradient: of shape [N, size], or [N, layers, size] if each layer of G has latents of its own.</param>
    /// <returns>A scalar with the graph to the parameters of G. If the weight is 0, it is zero.</returns>
    /// <exception cref="ArgumentException">A tensor is null, disposed, empty or not floating point, its shape does not fit, or the latents do not require a gradient.</exception>
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
