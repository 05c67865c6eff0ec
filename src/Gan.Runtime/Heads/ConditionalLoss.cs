using Gan.Runtime.Checks;
using Gan.Runtime.Heads;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents a loss over the heads of a discriminator and the labels of the samples, which is added to the losses of any objective.</summary>
/// <remarks>
/// <para>Both players minimise their losses:</para>
/// <code>
/// L_D + DiscriminatorTerm(real, fake, realLabels, fakeLabels)        L_G + GeneratorTerm(fake, fakeLabels)
/// </code>
/// <para>A term is the mean over the batch times <see cref="Weight"/>: a scalar with its graph, in the dtype of the heads, or in float32 for half types. Labels are int64 of shape [N], from 0.
/// On the CPU, a label outside the classes is refused. On a GPU, where reading it would wait, it makes the term NaN.</para>
/// </remarks>
public abstract class ConditionalLoss
{
    private protected ConditionalLoss()
    {
    }

    /// <summary>Gets or sets the factor of both terms, finite and at least 0. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Weight { get; init => field = Ranges.NotNegative(value); } = 1;

    /// <summary>Computes the term of the discriminator's loss.</summary>
    /// <param name="real">The output of the discriminator for real samples.</param>
    /// <param name="fake">The output of the discriminator for generated samples, which are detached from the generator.</param>
    /// <param name="realLabels">The labels of the real samples. They can be null if the loss does not use them.</param>
    /// <param name="fakeLabels">The labels, or for <see cref="InfoGanLoss"/> the codes, that the samples were generated for.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">An argument that the loss uses is null, or a tensor is missing, disposed or of the wrong shape, dtype or device, or a label is outside the classes.</exception>
    public Tensor DiscriminatorTerm(DiscriminatorOutput real, DiscriminatorOutput fake, Tensor? realLabels, Tensor? fakeLabels)
    {
        using var scope = NewDisposeScope();
        Tensor?[] parts = [AtReal(new(this, real, nameof(real), realLabels, nameof(realLabels))), AtFake(new(this, fake, nameof(fake), fakeLabels, nameof(fakeLabels)))];
        return parts.OfType<Tensor>().Aggregate(static (sum, part) => sum.add(part)).mul(Weight).MoveToOuterDisposeScope();
    }

    /// <summary>Computes the term of the generator's loss.</summary>
    /// <param name="fake">The output of the discriminator for generated samples, with their graph. Freeze the parameters of the discriminator meanwhile.</param>
    /// <param name="fakeLabels">The labels, or for <see cref="InfoGanLoss"/> the codes, that the samples were generated for.</param>
    /// <returns>A scalar with its graph.</returns>
    /// <exception cref="ArgumentException">An argument is null, or a tensor is missing, disposed or of the wrong shape, dtype or device, or a label is outside the classes.</exception>
    public Tensor GeneratorTerm(DiscriminatorOutput fake, Tensor? fakeLabels)
    {
        using var scope = NewDisposeScope();
        return AtGenerated(new(this, fake, nameof(fake), fakeLabels, nameof(fakeLabels))).mul(Weight).MoveToOuterDisposeScope();
    }

    /// <summary>The part of D's loss at real samples; null where there is none.</summary>
    private protected abstract Tensor? AtReal(HeadBatch batch);

    /// <summary>The part of D's loss at generated samples; null where there is none.</summary>
    private protected abstract Tensor? AtFake(HeadBatch batch);

    /// <summary>G's loss.</summary>
    private protected abstract Tensor AtGenerated(HeadBatch batch);
}
