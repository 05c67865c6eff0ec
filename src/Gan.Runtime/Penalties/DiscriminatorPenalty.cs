using Gan.Dsl;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents a penalty of the discriminator's loss: <see cref="Penalty.Weight"/> times an expectation over the logits of D, or over the gradient of D with respect to its input.
/// </summary>
/// <remarks>
/// <para>If D returns several logits per sample, the gradient of their sum is taken. The penalty can be differentiated with respect to the parameters of D, even where the gradient is zero.</para>
/// <para>All samples are detached from the generator, so the generator gets no gradient from the penalty.</para>
/// <para>
/// Derive from this class to write a penalty of your own, and declare it with <see cref="PenaltyAttribute"/>. Override <see cref="Expectation"/> and, for gradients of D, <see cref="Prepare"/>.
/// The instances of an objective share its penalties, so a penalty must not change: state belongs in a <see cref="PenaltyState"/>.
/// </para>
/// </remarks>
public abstract class DiscriminatorPenalty : Penalty
{
    private protected DiscriminatorPenalty(string name, double weight)
        : base(name, weight)
    {
    }

    /// <summary>Initialises a new instance of the <see cref="DiscriminatorPenalty"/> class. Its <see cref="Penalty.Name"/> is the name of the derived class without the suffix Penalty.</summary>
    /// <param name="weight">The default of <see cref="Penalty.Weight"/>, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not finite.</exception>
    protected DiscriminatorPenalty(double weight)
        : base(weight)
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
        return TermOf(new(BoundPair.Of(discriminator), real, fake), real, fake).MoveToOuterDisposeScope();
    }

    /// <summary>Computes the penalty, like <see cref="Evaluate"/>, for a penalty that needs more than the samples.</summary>
    /// <param name="discriminator">The discriminator D, which maps samples to logits.</param>
    /// <param name="real">The real samples x, floating point, with the batch in dimension 0. It can be null for a penalty that does not use real samples.</param>
    /// <param name="generated">The generated samples with their generator and its latents. The generator gets no gradient.</param>
    /// <returns>A scalar with the graph to the parameters of D. If the weight is 0, it is zero, and no network is called.</returns>
    /// <exception cref="ArgumentException">The discriminator or the batch is null; or the real samples are used and are null, disposed, empty or not floating point, or do not match the generated ones.</exception>
    /// <exception cref="InvalidOperationException">The output of D cannot be differentiated as the penalty needs, or the generator returned no samples.</exception>
    public Tensor EvaluateWith(nn.Module<Tensor, Tensor> discriminator, Tensor? real, GeneratedBatch generated)
    {
        using var scope = NewDisposeScope();
        return TermOf(new(BoundPair.Of(discriminator), real, generated), real, generated.Samples ?? generated.LatentsOrNull).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Checks the batches that the penalty uses, and calls <see cref="DiscriminatorSample.TrackGradient"/> for those whose gradient it uses. A step calls this method before it calls D.
    /// </summary>
    /// <remarks>The default implementation does nothing.</remarks>
    /// <param name="pass">The visit to the discriminator.</param>
    protected internal virtual void Prepare(DiscriminatorPass pass)
    {
    }

    /// <summary>Computes the expectation that the penalty multiplies by its weight.</summary>
    /// <param name="pass">The visit to the discriminator, which shares its logits and gradients with the loss and the other penalties.</param>
    /// <returns>A floating-point scalar that is at least 0, with the graph to the parameters of D. It belongs to the current dispose scope.</returns>
    protected internal abstract Tensor Expectation(DiscriminatorPass pass);

    private Tensor TermOf(DiscriminatorPass pass, params ReadOnlySpan<Tensor?> samples)
    {
        Prepare(pass);
        return Weight > 0 ? CheckedExpectation(pass).mul(Weight) : Nothing(samples);
    }

    /// <summary>The expectation of whatever class, one that users wrote too.</summary>
    internal Tensor CheckedExpectation(DiscriminatorPass pass) => Scalar(Expectation(pass));
}
