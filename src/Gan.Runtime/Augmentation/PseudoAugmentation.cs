using Gan.Runtime.Augmentation;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Replaces real samples by generated ones with a probability p, so that the discriminator cannot be sure of the real ones.</summary>
/// <remarks>
/// <para>The module maps real samples x and generated samples G(z) to the samples that the discriminator gets as real: for each i, G(z)_i with probability p, otherwise x_i.
/// The generated samples are detached. Pass the result as the real samples of the discriminator's step, and its real logits to <see cref="AugmentationProbability.Update"/>.
/// In evaluation mode, the module replaces nothing.</para>
/// <para>Source: Jiang, Dai, Wu and Loy 2021 (APA, arXiv 2111.06849).</para>
/// </remarks>
public sealed class PseudoAugmentation : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Draws draws;
    private bool isDisposed;

    /// <summary>Initialises a new instance of the <see cref="PseudoAugmentation"/> class.</summary>
    /// <param name="probability">The probability p.</param>
    /// <param name="generator">The generator of the random numbers, or <see langword="null"/> for the global one. It stays the caller's.</param>
    /// <exception cref="ArgumentNullException">The probability is null.</exception>
    public PseudoAugmentation(AugmentationProbability probability, Generator? generator = null)
        : this(probability, new Draws(generator))
    {
    }

    internal PseudoAugmentation(AugmentationProbability probability, Draws draws)
        : base(nameof(PseudoAugmentation)) =>
        (Probability, this.draws) = (Ranges.NotNull(probability, nameof(probability)), draws);

    /// <summary>Gets the probability p.</summary>
    public AugmentationProbability Probability { get; }

    /// <summary>Replaces some of the real samples.</summary>
    /// <param name="real">The real samples x, with the batch in dimension 0, floating point and not empty.</param>
    /// <param name="fake">The generated samples G(z), of the same shape, dtype and device.</param>
    /// <returns>The samples, a new tensor.</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed, empty or not floating point, or the two differ in shape, dtype or device.</exception>
    /// <exception cref="ObjectDisposedException">The module has been disposed.</exception>
    public override Tensor forward(Tensor real, Tensor fake)
    {
        TensorChecks.NotEmpty(real, nameof(real));
        TensorChecks.NotEmpty(fake, nameof(fake));
        TensorChecks.FloatingPoint(real, nameof(real));
        TensorChecks.NotSparse(fake, nameof(fake));
        TensorChecks.SamePlace(real, nameof(real), fake, nameof(fake));
        if (real.dim() == 0 || !real.shape.AsSpan().SequenceEqual(fake.shape))
            throw new ArgumentException($"The samples need the same shape with a batch in dimension 0: real is {TensorChecks.Shape(real)}, fake is {TensorChecks.Shape(fake)}.", nameof(fake));
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (!training)
            return real.alias();
        using var scope = NewDisposeScope();
        var single = Array.ConvertAll(real.shape, static _ => 1L);
        single[0] = real.shape[0];
        return where(draws.Happens(real, Probability).reshape(single), fake.detach(), real).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        isDisposed = true;
        base.Dispose(disposing);
    }
}
