using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents a penalty of the discriminator's loss: <see cref="Penalty.Weight"/> times an expectation over the logits of D, or over the gradient of D with respect to its input.
/// </summary>
/// <remarks>
/// <para>If D returns several logits per sample, the gradient of their sum is taken. The penalty can be differentiated with respect to the parameters of D, even where the gradient is zero.</para>
/// <para>All samples are detached from the generator, so the generator gets no gradient from the penalty.</para>
/// </remarks>
public abstract class DiscriminatorPenalty : Penalty
{
    private protected DiscriminatorPenalty(string name, double weight)
        : base(name, weight)
    {
    }

    /// <summary>
    /// Computes the penalty: <see cref="Penalty.Weight"/> times the expectation, without the factor <see cref="Penalty.Every"/>.
    /// </summary>
    /// <remarks>The method does not change the state of the penalty: it returns the value that the next step would have.</remarks>
    /// <param name="discriminator">The discriminator D, which maps samples to logits.</param>
    /// <param name="real">The real samples x, floating point, with the batch in dimension 0. It can be null for a penalty that does not use real samples.</param>
    /// <param name="fake">The generated samples G(z), floating point, with the batch in dimension 0. It can be null for a penalty that does not use generated samples.</param>
    /// <returns>A scalar with the graph to the parameters of D. If the weight is 0, it is zero, and D is not called.</returns>
    /// <exception cref="ArgumentException">The discriminator is null; or a batch that is used is null, disposed, empty, not floating point or without a batch dimension, or does not match the other batch.</exception>
    /// <exception cref="InvalidOperationException">The output of D cannot be differentiated with respect to its input, or its gradient cannot be differentiated with respect to the parameters of D.</exception>
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
