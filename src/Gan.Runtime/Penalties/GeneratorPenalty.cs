using Gan.Dsl;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents a penalty of the generator's loss: <see cref="Penalty.Weight"/> times an expectation over the generated samples as a function of their latents.</summary>
/// <remarks>
/// Derive from this class to write a penalty of your own, and declare it with <see cref="PenaltyAttribute"/>. The instances of an objective share its penalties, so a penalty must not change:
/// state belongs in a <see cref="PenaltyState"/>.
/// </remarks>
public abstract class GeneratorPenalty : Penalty
{
    private protected GeneratorPenalty(string name, double weight)
        : base(name, weight)
    {
    }

    /// <summary>Initialises a new instance of the <see cref="GeneratorPenalty"/> class. Its <see cref="Penalty.Name"/> is the name of the derived class without the suffix Penalty.</summary>
    /// <param name="weight">The default of <see cref="Penalty.Weight"/>, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not finite.</exception>
    protected GeneratorPenalty(double weight)
        : base(weight)
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
        return TermOf(new GeneratorPass(fake, latents), fake).MoveToOuterDisposeScope();
    }

    /// <summary>Computes the penalty, like <see cref="Evaluate"/>, for a penalty that needs more than the samples.</summary>
    /// <param name="generated">The generated samples with their generator and its latents, which must require a gradient if the penalty differentiates in them.</param>
    /// <returns>A scalar with the graph to the parameters of G. If the weight is 0, it is zero.</returns>
    /// <exception cref="ArgumentException">The argument is null, or the samples or the latents do not fit the penalty.</exception>
    /// <exception cref="InvalidOperationException">The samples do not depend on the latents, or the generator returned no samples.</exception>
    public Tensor EvaluateWith(GeneratedBatch generated)
    {
        using var scope = NewDisposeScope();
        return TermOf(new GeneratorPass(generated), generated.Samples ?? generated.LatentsOrNull).MoveToOuterDisposeScope();
    }

    /// <summary>Checks the samples and the latents that the penalty uses. A step calls this method before it calls D.</summary>
    /// <remarks>The default implementation does nothing.</remarks>
    /// <param name="pass">The generated samples and their latents.</param>
    protected internal virtual void Prepare(GeneratorPass pass)
    {
    }

    /// <summary>Computes the expectation that the penalty multiplies by its weight.</summary>
    /// <param name="pass">The generated samples and their latents.</param>
    /// <returns>A floating-point scalar with the graph to the parameters of G. It belongs to the current dispose scope.</returns>
    protected internal abstract Tensor Expectation(GeneratorPass pass);

    private Tensor TermOf(GeneratorPass pass, Tensor? samples)
    {
        Prepare(pass);
        return Weight > 0 ? CheckedExpectation(pass).mul(Weight) : Nothing(samples);
    }

    /// <summary>The expectation of whatever class, one that users wrote too.</summary>
    internal Tensor CheckedExpectation(GeneratorPass pass) => Scalar(Expectation(pass));
}
