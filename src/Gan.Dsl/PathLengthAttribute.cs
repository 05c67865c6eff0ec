namespace Gan.Dsl;

/// <summary>
/// Adds the path length penalty <c>Weight * E(||J^T y||_2 - a)^2</c> to the generator's loss, where J is the Jacobian of G(w) with respect to w, <c>y ~ N(0, I) / sqrt(pixels)</c>,
/// and a is the moving average of the norms.
/// </summary>
/// <remarks>
/// <para>With it, a step of fixed size in w changes the image by an amount of fixed size.</para>
/// <para>
/// The generator step needs the latents and the number of the step: <c>GeneratorTerms(discriminator, fake, latents, step)</c>.
/// The latents must require a gradient before G computes the samples from them.
/// </para>
/// <para>
/// The average belongs to the instance of the objective. <c>State</c> and <c>LoadState</c> save it to and restore it from a checkpoint.
/// A copy of a record made by <c>with</c> has an average of its own.
/// </para>
/// <para>Source: Karras et al. 2020 (arXiv 1912.04958), section 3.2 and appendix B.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PathLengthAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. The default is 2. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 2;

    /// <summary>
    /// Gets or sets the decay of the average, at least 0.5 and less than 1: <c>a = Decay * a + (1 - Decay) * mean</c>. The default is 0.99.
    /// </summary>
    /// <remarks>The authors' code calls 1 - Decay the decay. Its value 0.01, which would be a mistake here, is out of range.</remarks>
    public double Decay { get; set; } = 0.99;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. The default is 4.</summary>
    public int Every { get; set; } = 4;
}
