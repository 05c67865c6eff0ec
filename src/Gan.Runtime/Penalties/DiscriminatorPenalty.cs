using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// A term added to the discriminator's loss: <c>Weight</c> times an expectation over the discriminator's logits or over its gradient in its input.
/// </summary>
/// <remarks>
/// The gradient of a sample is that of the sum of all its logits. All samples and points are detached from the generator,
/// so only the discriminator learns from the term. The term can be differentiated in the discriminator's parameters, also where a gradient is zero.
/// </remarks>
public abstract class DiscriminatorPenalty : Penalty
{
    private protected DiscriminatorPenalty(string name, double weight)
        : base(name, weight)
    {
    }

    /// <summary>
    /// The term by itself: <see cref="Penalty.Weight"/> times the expectation, without the factor of <see cref="Penalty.Every"/>. What a penalty carries
    /// from step to step stays as it is: the term is the one that the next step would have.
    /// </summary>
    /// <param name="discriminator">D, from samples to logits.</param>
    /// <param name="real">x, samples in dimension 0, floating point. Null is fine for a penalty that is not at real samples.</param>
    /// <param name="fake">G(z), likewise. Null is fine for a penalty that is not at generated samples.</param>
    /// <returns>A scalar with the graph to the discriminator's parameters; with weight 0 a plain zero, for which D is not called.</returns>
    /// <exception cref="ArgumentException">A batch that is used is null, disposed, empty, without a batch dimension, not floating point, or does not match the other.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output cannot be differentiated in its input, or its gradient not in its parameters.</exception>
    public Tensor Evaluate(nn.Module<Tensor, Tensor> discriminator, Tensor? real, Tensor? fake)
    {
        using var scope = NewDisposeScope();
        var pass = new DiscriminatorPass(BoundPair.Of(discriminator), real, fake);
        Prepare(pass);
        var term = Weight > 0 ? Expectation(pass).mul(Weight) : Nothing(real, fake);
        return term.MoveToOuterDisposeScope();
    }

    /// <summary>Checks the batches it will use and says at which of them the gradient is wanted, before D is called.</summary>
    internal abstract void Prepare(DiscriminatorPass pass);

    /// <summary>The expectation of the penalty's formula.</summary>
    internal abstract Tensor Expectation(DiscriminatorPass pass);
}
