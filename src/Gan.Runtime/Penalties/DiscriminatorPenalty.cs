using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// A term added to the discriminator's loss: <c>Weight</c> times an expectation over the discriminator's gradient in its input.
/// </summary>
/// <remarks>
/// The gradient of a sample is that of the sum of all its logits. It is taken at points that are detached from the generator,
/// so only the discriminator learns from the term. The term can be differentiated in the discriminator's parameters, also where the gradient is zero.
/// </remarks>
public abstract class DiscriminatorPenalty
{
    private protected DiscriminatorPenalty(string name, double weight)
    {
        Name = name;
        Weight = weight;
    }

    /// <summary>The penalty's name, as in logs.</summary>
    public string Name { get; }

    /// <summary>The factor of exactly the expectation in the penalty's formula. Finite, not negative; 0 leaves the term out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Weight { get; init => field = Ranges.NotNegative(value); }

    /// <summary>
    /// n: a step evaluates the penalty only when its number is a multiple of n, and multiplies it by n
    /// (lazy regularisation, Karras 2020, arXiv 1912.04958). At least 1; default 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Every { get; init => field = Ranges.AtLeastOne(value); } = 1;

    /// <summary>Whether a step with this number evaluates the penalty: the weight is positive and the number is a multiple of <see cref="Every"/>.</summary>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public bool IsDue(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Weight > 0 && step % Every == 0;
    }

    /// <summary>The term by itself: <see cref="Weight"/> times the expectation, without the factor of <see cref="Every"/>.</summary>
    /// <param name="discriminator">D, from samples to logits.</param>
    /// <param name="real">x, samples in dimension 0, floating point. Null is fine for a penalty that is not at real samples.</param>
    /// <param name="fake">G(z), likewise. Null is fine for a penalty that is not at generated samples.</param>
    /// <returns>A scalar with the graph to the discriminator's parameters; with weight 0 a plain zero, for which D is not called.</returns>
    /// <exception cref="ArgumentException">A batch that is used is null, disposed, empty, without a batch dimension, not floating point, or does not match the other.</exception>
    /// <exception cref="InvalidOperationException">The discriminator's output cannot be differentiated in its input, or its gradient not in its parameters.</exception>
    public Tensor Evaluate(nn.Module<Tensor, Tensor> discriminator, Tensor? real, Tensor? fake)
    {
        using var scope = NewDisposeScope();
        var pass = new DiscriminatorPass(BoundDiscriminator.Of(discriminator), real, fake);
        Prepare(pass);
        var term = Weight > 0 ? Expectation(pass).mul(Weight) : zeros([]);
        return term.MoveToOuterDisposeScope();
    }

    /// <summary>Checks the batches it will use and says at which of them the gradient is wanted, before D is called.</summary>
    internal abstract void Prepare(DiscriminatorPass pass);

    /// <summary>The expectation of the penalty's formula.</summary>
    internal abstract Tensor Expectation(DiscriminatorPass pass);
}
