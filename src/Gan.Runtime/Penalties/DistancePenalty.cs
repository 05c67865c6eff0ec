using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents a distance between two tensors that the caller gives the step under a name: <c>Weight * E|a - b|</c> or <c>Weight * E(a - b)^2</c>, the mean over all their numbers.</summary>
/// <remarks>
/// <para>Give the pair in <see cref="GeneratedBatch.Pairs"/>. The gradient flows into both tensors.</para>
/// <para>Sources: Isola, Zhu, Zhou and Efros 2017 (pix2pix, arXiv 1611.07004), with L1 and a weight of 100; Zhu, Park, Isola and Efros 2017 (CycleGAN, arXiv 1703.10593), with a weight of 10 for
/// cycles and of 5 for identities.</para>
/// </remarks>
public sealed class DistancePenalty : GeneratorPenalty
{
    private readonly string pair;

    /// <summary>Initialises a new instance of the <see cref="DistancePenalty"/> class with a weight of 1 and the L1 distance.</summary>
    /// <param name="name">The name of the pair and of the term.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public DistancePenalty(string name)
        : base(Ranges.NotNull(name, nameof(name)), weight: 1) => pair = name;

    /// <summary>Gets or sets a value that indicates whether the differences are squared. The default is <see langword="false"/>: their absolute values are averaged.</summary>
    public bool Squared { get; init; }

    /// <inheritdoc/>
    protected internal override void Prepare(GeneratorPass pass)
    {
        var (first, second) = PairOf(pass);
        foreach (var tensor in new[] { first, second })
        {
            TensorChecks.NotEmpty(tensor, pass.FakeName);
            TensorChecks.FloatingPoint(tensor, pass.FakeName);
        }

        TensorChecks.SamePlace(first, "the first tensor", second, pass.FakeName);
        if (!first.shape.AsSpan().SequenceEqual(second.shape))
            throw new ArgumentException($"The two tensors of {pair} need the same shape: they are {TensorChecks.Shape(first)} and {TensorChecks.Shape(second)}.", pass.FakeName);
    }

    /// <inheritdoc/>
    protected internal override Tensor Expectation(GeneratorPass pass)
    {
        var (first, second) = PairOf(pass);
        var difference = Precision.AtLeastFloat32(first).sub(Precision.AtLeastFloat32(second));
        return (Squared ? difference.square() : difference.abs()).mean();
    }

    private (Tensor First, Tensor Second) PairOf(GeneratorPass pass) => pass.Generated.Pairs.TryGetValue(pair, out var tensors) ? tensors : throw new InvalidOperationException(
        $"The distance {pair} needs a pair of tensors: pass new GeneratedBatch(...) {{ Pairs = new Dictionary<string, (Tensor, Tensor)> {{ [\"{pair}\"] = (first, second) }} }} in place of the samples.");
}
