namespace Gan.Dsl;

/// <summary>
/// Adds the consistency penalty <c>Weight * (Real * E[c(x)] + Fake * E[c(G(z))])</c> with <c>c(y) = max(0, (D(y) - D(T(y)))^2 - Margin)</c> to the discriminator's loss, where T is a random change of a sample.
/// </summary>
/// <remarks>
/// <para>With it, D does not use what T changes. The default is CR, with real samples alone. bCR has both: <c>[Consistency(Fake = 1)]</c>. If D returns several logits per sample, the squares are averaged.</para>
/// <para>With a <see cref="Layer"/>, c(y) also has <c>LayerWeight</c> times the mean square of the difference of the outputs f of that layer: <c>c(y) = max(0, (D(y) - D(T(y)))^2 + LayerWeight * mean (f(y) - f(T(y)))^2 - Margin)</c>.
/// CT-GAN is <c>[Consistency(Weight = 2, Change = ConsistencyChange.Dropout, Layer = "features")]</c> beside a gradient penalty.</para>
/// <para>For a change of your own, derive a class from <c>ConsistencyPenalty</c>, set its <c>Augmentation</c>, and declare it with <see cref="PenaltyAttribute"/>.</para>
/// <para>Sources: Zhang et al. 2020 (CR, arXiv 1910.12027); Zhao et al. 2021 (bCR, arXiv 2002.04724), both with weights of 10; Wei et al. 2018 (CT-GAN, arXiv 1803.01541), with a weight of 2 and margins from 0 to 0.2.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConsistencyAttribute : Attribute
{
    /// <summary>Gets or sets the factor of both expectations, finite and at least 0. The default is 10. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 10;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    public int Every { get; set; } = 1;

    /// <summary>Gets or sets the share of the real samples, finite and at least 0. The default is 1. At 0, they are not compared.</summary>
    public double Real { get; set; } = 1;

    /// <summary>Gets or sets the share of the generated samples, finite and at least 0. The default is 0. At 0, they are not compared.</summary>
    public double Fake { get; set; }

    /// <summary>Gets or sets the random change T. The default is <see cref="ConsistencyChange.FlipAndShift"/>.</summary>
    public ConsistencyChange Change { get; set; } = ConsistencyChange.FlipAndShift;

    /// <summary>Gets or sets the cost of a sample that is not penalised, finite and at least 0. The default is 0.</summary>
    public double Margin { get; set; }

    /// <summary>
    /// Gets or sets the name of the submodule of D whose outputs are compared too, such as <c>features</c> or <c>trunk.4</c>, as <c>named_modules</c> gives it.
    /// The default is <see langword="null"/>: the logits alone are compared.
    /// </summary>
    /// <remarks>The submodule maps a tensor to a tensor. With a layer, the penalty calls D twice for each batch, and does not share the logits of the loss.</remarks>
    public string? Layer { get; set; }

    /// <summary>Gets or sets the factor of the layer's outputs, finite and at least 0. The default is 0.1. It has no effect without a <see cref="Layer"/>.</summary>
    public double LayerWeight { get; set; } = 0.1;
}

/// <summary>
/// Adds the latent consistency penalty <c>Weight * E(D(G(z)) - D(G(z + delta)))^2</c>, delta ~ N(0, Deviation^2 I), to the discriminator's loss.
/// </summary>
/// <remarks>
/// <para>With it, D does not react to small changes of the latents. zCR has <see cref="LatentDiversityAttribute"/> beside it, so that G reacts to them all the same. ICR has <see cref="ConsistencyAttribute"/> too.</para>
/// <para>The step needs the generator: <c>DiscriminatorTerms(discriminator, real, new GeneratedBatch(generator, latents), step)</c>. The generator gets no gradient.</para>
/// <para>Source: Zhao et al. 2021 (zCR, arXiv 2002.04724). StudioGAN has a weight of 20 and a deviation of 0.05, beside a weight of 0.5 for the generator.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LatentConsistencyAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. The default is 20. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 20;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    public int Every { get; set; } = 1;

    /// <summary>Gets or sets the standard deviation of each number of delta, finite and positive, in the units of the latents. The default is 0.05.</summary>
    public double Deviation { get; set; } = 0.05;
}

/// <summary>
/// Subtracts <c>Weight * E[mean (G(z) - G(z + delta))^2]</c>, delta ~ N(0, Deviation^2 I), from the generator's loss. The mean is over the numbers of a sample.
/// </summary>
/// <remarks>
/// <para>With it, nearby latents give samples that differ. It rewards a distance, which no bound limits if the samples can be any numbers: use it for generators whose last layer is bounded, such as a tanh.</para>
/// <para>The step needs the generator: <c>GeneratorTerms(discriminator, real, new GeneratedBatch(generator, latents), step)</c>.</para>
/// <para>Source: Zhao et al. 2021 (the generator's part of zCR, arXiv 2002.04724). StudioGAN takes the mean over the numbers of a sample too, with a weight of 0.5 and a deviation of 0.05.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LatentDiversityAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. The default is 0.5. A weight of 0 disables the term.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 0.5;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the term is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    public int Every { get; set; } = 1;

    /// <summary>Gets or sets the standard deviation of each number of delta, finite and positive, in the units of the latents. The default is 0.05.</summary>
    public double Deviation { get; set; } = 0.05;
}
