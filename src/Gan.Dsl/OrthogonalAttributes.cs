namespace Gan.Dsl;

/// <summary>
/// Adds the orthogonal penalty of the weights of D, <c>Weight * sum_W ||W W^T * (1 - I)||^2</c>, to the discriminator's loss, or <c>Weight * sum_W ||W W^T - I||^2</c> if it is not <see cref="OffDiagonal"/>.
/// </summary>
/// <remarks>
/// <para>The sum is over the parameters with at least two dimensions, each as a matrix whose rows are its slices in dimension 0. <see cref="GeneratorOrthogonalAttribute"/> is for the weights of G.</para>
/// <para>Sources: Brock, Lim, Ritchie and Weston 2017 (arXiv 1609.07093); Brock, Donahue and Simonyan 2019 (BigGAN, the form without the diagonal and the weight, arXiv 1809.11096).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OrthogonalAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the sum, finite and at least 0. The default is 0.0001. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 1e-4;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    public int Every { get; set; } = 1;

    /// <summary>Gets or sets a value that indicates whether the norms of the rows are not penalised. The default is <see langword="true"/>.</summary>
    public bool OffDiagonal { get; set; } = true;
}

/// <summary>
/// Adds the orthogonal penalty of the weights of G, <c>Weight * sum_W ||W W^T * (1 - I)||^2</c>, to the generator's loss, or <c>Weight * sum_W ||W W^T - I||^2</c> if it is not <see cref="OffDiagonal"/>.
/// </summary>
/// <remarks>
/// <para>The sum is over the parameters with at least two dimensions, each as a matrix whose rows are its slices in dimension 0. <see cref="OrthogonalAttribute"/> is for the weights of D.</para>
/// <para>The step needs the generator: <c>GeneratorTerms(discriminator, real, new GeneratedBatch(generator, latents), step)</c>.</para>
/// <para>Sources: Brock, Lim, Ritchie and Weston 2017 (arXiv 1609.07093); Brock, Donahue and Simonyan 2019 (BigGAN, the form without the diagonal and the weight, arXiv 1809.11096).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GeneratorOrthogonalAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the sum, finite and at least 0. The default is 0.0001. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 1e-4;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    public int Every { get; set; } = 1;

    /// <summary>Gets or sets a value that indicates whether the norms of the rows are not penalised. The default is <see langword="true"/>.</summary>
    public bool OffDiagonal { get; set; } = true;
}
