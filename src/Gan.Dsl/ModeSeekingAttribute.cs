namespace Gan.Dsl;

/// <summary>Adds the mode seeking term <c>Weight / (E|G(z1) - G(z2)| / E|z1 - z2| + 0.00001)</c>, which is small if samples of different latents differ, to the generator's loss.</summary>
/// <remarks>
/// <para>The pairs are the samples i and i + N/2 of the batch. For a conditional generator, give both samples of a pair the same condition.</para>
/// <para>The generator step needs the latents and the number of the step: <c>GeneratorTerms(discriminator, fake, latents, step)</c>.</para>
/// <para>Source: Mao, Lee, Tseng, Ma and Yang 2019 (MSGAN, arXiv 1903.05628), in the form of the authors' code.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModeSeekingAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the term, finite and at least 0. The default is 1. A weight of 0 disables the term.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 1;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the term is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    public int Every { get; set; } = 1;
}
