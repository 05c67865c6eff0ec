using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Maps features and labels to logits: <c>D(x, y) = v_y . phi(x) + w . phi(x) + b</c>, where v_y is a vector of each class that is learned.</summary>
/// <remarks>
/// <para>It is the last layer of a conditional discriminator whose features are phi. The logits are for any objective: pass the discriminator with the labels as its condition to
/// <c>DiscriminatorTerms</c> and <c>GeneratorTerms</c>. The children <c>classes</c> and <c>output</c> have the parameters v, and w and b.</para>
/// <para>Source: Miyato and Koyama 2018 (arXiv 1802.05637).</para>
/// </remarks>
public sealed class ProjectionHead : nn.Module<Tensor, Tensor, Tensor>
{
    // 4 GB of float32.
    private const long MostWeights = 1L << 30;

    private readonly nn.Module<Tensor, Tensor> classes;
    private readonly nn.Module<Tensor, Tensor> output;
    private readonly long classCount;
    private readonly long features;

    /// <summary>Initialises a new instance of the <see cref="ProjectionHead"/> class.</summary>
    /// <param name="features">The number F of features, at least 1.</param>
    /// <param name="classCount">The number K of classes, at least 1.</param>
    /// <param name="spectralNorm">Whether both layers are spectrally normalised, as in the paper. The default is <see langword="false"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1, or the vectors of all classes have more than 2^30 numbers.</exception>
    public ProjectionHead(int features, int classCount, bool spectralNorm = false)
        : base(nameof(ProjectionHead))
    {
        (this.features, this.classCount) = (Ranges.AtLeastOne(features, nameof(features)), Ranges.AtLeastOne(classCount, nameof(classCount)));
        if (this.features * this.classCount > MostWeights)
            throw new ArgumentOutOfRangeException(nameof(classCount), classCount, $"{classCount} vectors of {features} features are more than {MostWeights} numbers.");
        TorchBackend.Check();
        classes = Normalised(nn.Embedding(classCount, features));
        output = Normalised(nn.Linear(features, 1));
        RegisterComponents();

        nn.Module<Tensor, Tensor> Normalised(nn.Module<Tensor, Tensor> layer) => spectralNorm ? SpectralNorm.Of(layer) : layer;
    }

    /// <summary>Computes the logits.</summary>
    /// <param name="input">The features phi(x) of shape [N, F], of the dtype and device of the parameters.</param>
    /// <param name="labels">The labels y, int64 of shape [N], from 0 to K - 1.</param>
    /// <returns>The logits of shape [N, 1].</returns>
    /// <exception cref="ArgumentException">An argument is null, disposed or empty, or does not have this shape, dtype or device.</exception>
    public override Tensor forward(Tensor input, Tensor labels)
    {
        TensorChecks.NotEmpty(input, nameof(input));
        TensorChecks.FloatingPoint(input, nameof(input));
        TensorChecks.NotEmpty(labels, nameof(labels));
        if (input.dim() != 2 || input.shape[1] != features)
            throw new ArgumentException($"The features need the shape [N, {features}]: the shape is {TensorChecks.Shape(input)}.", nameof(input));
        if (labels.dtype != ScalarType.Int64 || labels.dim() != 1 || labels.shape[0] != input.shape[0] || labels.is_sparse)
            throw new ArgumentException($"The labels must be int64 of the shape [{input.shape[0]}]: they are {TensorChecks.Describe(labels)}.", nameof(labels));
        using var scope = NewDisposeScope();
        var ofClass = Refusals.Of(() => classes.call(labels), () => $"The labels must be from 0 to {classCount - 1}", nameof(labels));
        var plain = Refusals.Of(() => output.call(input), () => $"The head does not accept features of {TensorChecks.Describe(input)}", nameof(input));
        return Refusals.Of(() => ofClass.mul(input).sum(1, keepdim: true).add(plain), () => $"The head does not accept features of {TensorChecks.Describe(input)}", nameof(input)).MoveToOuterDisposeScope();
    }
}
