namespace Gan.Dsl;

/// <summary>
/// Adds a distance between two tensors, <c>Weight * E|a - b|</c>, or <c>Weight * E(a - b)^2</c> if it is <see cref="Squared"/>, to the generator's loss: a reconstruction, a cycle, an identity, features.
/// </summary>
/// <remarks>
/// <para>The step gets the two tensors under the name of the term: <c>new GeneratedBatch(fake) { Pairs = new Dictionary&lt;string, (Tensor, Tensor)&gt; { ["Cycle"] = (image, backAgain) } }</c>. It throws if they are not there.
/// The mean is over all numbers of the tensors.</para>
/// <para>Sources: Isola, Zhu, Zhou and Efros 2017 (pix2pix, arXiv 1611.07004), with <c>[Distance("L1", Weight = 100)]</c>; Zhu, Park, Isola and Efros 2017 (CycleGAN, arXiv 1703.10593), with a weight of 10
/// for cycles and of 5 for identities.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DistanceAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute.</summary>
    /// <param name="name">The name of the term and of its pair of tensors, an identifier such as <c>Cycle</c>.</param>
    public DistanceAttribute(string name) => Name = name;

    /// <summary>Gets the name of the term and of its pair of tensors.</summary>
    public string Name { get; }

    /// <summary>Gets or sets the factor of the distance, finite and at least 0. The default is 1. A weight of 0 disables the term.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 1;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the term is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    public int Every { get; set; } = 1;

    /// <summary>Gets or sets a value that indicates whether the differences are squared. The default is <see langword="false"/>: their absolute values are averaged.</summary>
    public bool Squared { get; set; }
}
