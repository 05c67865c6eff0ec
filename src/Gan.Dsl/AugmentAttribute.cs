namespace Gan.Dsl;

/// <summary>Augments the images of an experiment: its discriminator sees only changed images, real and generated ones alike, and the generator's gradient passes through the changes.</summary>
/// <remarks>
/// <para>Example: <c>[Augment(AugmentationPolicy.Ada)]</c>. The properties are for the policies with a probability p. For <see cref="AugmentationPolicy.DiffAugment"/>, they have no effect.</para>
/// <para>p adapts to the mean r of the signs of the real logits: it grows while r is greater than <see cref="Target"/>, and falls while r is less. R1 and other gradient penalties take the gradient with respect to
/// the images before the change.</para>
/// <para>Source: Karras et al. 2020 (arXiv 2006.06676), and for each policy see there.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AugmentAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute with a policy.</summary>
    /// <param name="policy">The policy.</param>
    public AugmentAttribute(AugmentationPolicy policy) => Policy = policy;

    /// <summary>Gets the policy.</summary>
    public AugmentationPolicy Policy { get; }

    /// <summary>Gets or sets the probability p at the start, from 0 to 1. The default is 0.</summary>
    public double Probability { get; set; }

    /// <summary>Gets or sets the number of discriminator steps between two changes of p, or 0 for a constant p. The default is 4.</summary>
    public int Every { get; set; } = 4;

    /// <summary>Gets or sets the target of r, from -1 to 1. The default is 0.6.</summary>
    public double Target { get; set; } = 0.6;

    /// <summary>Gets or sets the number of samples in which p can go from 0 to 1, finite and positive. The default is 500,000.</summary>
    public double Samples { get; set; } = 500_000;
}

/// <summary>Specifies how the images of an experiment are augmented.</summary>
public enum AugmentationPolicy
{
    /// <summary>Changes colour, translation and cutout for every image. Source: Zhao et al. 2020 (arXiv 2006.10738).</summary>
    DiffAugment,

    /// <summary>Changes pixels, geometry and colours, each with a probability p. Source: Karras et al. 2020 (arXiv 2006.06676).</summary>
    Ada,

    /// <summary>Replaces real samples of any shape by generated ones with a probability p. Source: Jiang et al. 2021 (APA, arXiv 2111.06849).</summary>
    Pseudo,
}
