namespace Gan.Dsl;

/// <summary>
/// Adds Gaussian noise to the samples that the discriminator sees in the steps of both players, real and generated ones alike: <c>D(x + s * eps)</c>, eps ~ N(0, I), with a draw of its own for each sample.
/// </summary>
/// <remarks>
/// <para>With it, the distributions of real and generated samples overlap, so that an optimal D does not separate them perfectly and G keeps a gradient.
/// Gradient penalties take the gradient at the samples with noise. The path length penalty sees the generator's own samples.</para>
/// <para>The compiler generates a property <c>InstanceNoise</c> with the standard deviation s, which a training loop can set before each step, for example to reduce the noise to 0.</para>
/// <para>Sources: Sønderby et al. 2017 (arXiv 1610.04490); Arjovsky and Bottou 2017 (arXiv 1701.04862).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InstanceNoiseAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute with the standard deviation s.</summary>
    /// <param name="deviation">The standard deviation, finite and at least 0, in the units of the samples. With 0, there is no noise until the property is set. The default is 0.1.</param>
    public InstanceNoiseAttribute(double deviation = 0.1) => Deviation = deviation;

    /// <summary>Gets the standard deviation s of the noise.</summary>
    public double Deviation { get; }
}
