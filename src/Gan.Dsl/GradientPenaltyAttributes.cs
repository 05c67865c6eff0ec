namespace Gan.Dsl;

/// <summary>
/// Adds the R1 penalty <c>Weight * E||grad_x D(x)||^2</c> at real samples x to the discriminator's loss.
/// </summary>
/// <remarks>
/// The penalty is zero-centred: its minimum is at a gradient of zero, which makes training converge locally.
/// Source: Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class R1Attribute : Attribute
{
    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. The default is 5. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="Gamma"/> or <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 5;

    /// <summary>Gets or sets the γ of the paper, where <c>Weight = Gamma / 2</c>: finite and at least 0. The default is 10.</summary>
    /// <remarks>It cannot be combined with <see cref="Weight"/> or <see cref="WeightFrom"/>.</remarks>
    public double Gamma { get; set; } = 10;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>
    /// Gets or sets the step size σ of a finite-difference estimate <c>E[(D(x + σ * eps) - D(x))^2] / σ^2</c>, eps ~ N(0, I), of the penalty: finite and positive, such as 0.01.
    /// If it is not set, the gradient is exact.
    /// </summary>
    /// <remarks>
    /// Use it for a discriminator without a second derivative. The estimate tends to the exact penalty as σ tends to 0, but its gradient with respect to the parameters is very noisy.
    /// For any other discriminator, evaluate the exact penalty less often with <see cref="Every"/>.
    /// </remarks>
    public double FiniteDifference { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    /// <remarks>Source: Karras et al. 2020 (arXiv 1912.04958).</remarks>
    public int Every { get; set; } = 1;
}

/// <summary>
/// Adds the R2 penalty <c>Weight * E||grad_x D(x)||^2</c> at generated samples x = G(z) to the discriminator's loss.
/// </summary>
/// <remarks>Source: Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class R2Attribute : Attribute
{
    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. The default is 5. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="Gamma"/> or <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 5;

    /// <summary>Gets or sets the γ of the paper, where <c>Weight = Gamma / 2</c>: finite and at least 0. The default is 10.</summary>
    /// <remarks>It cannot be combined with <see cref="Weight"/> or <see cref="WeightFrom"/>.</remarks>
    public double Gamma { get; set; } = 10;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>
    /// Gets or sets the step size σ of a finite-difference estimate <c>E[(D(x + σ * eps) - D(x))^2] / σ^2</c>, eps ~ N(0, I), of the penalty: finite and positive, such as 0.01.
    /// If it is not set, the gradient is exact.
    /// </summary>
    /// <remarks>
    /// Use it for a discriminator without a second derivative. The estimate tends to the exact penalty as σ tends to 0, but its gradient with respect to the parameters is very noisy.
    /// For any other discriminator, evaluate the exact penalty less often with <see cref="Every"/>.
    /// </remarks>
    public double FiniteDifference { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    /// <remarks>Source: Karras et al. 2020 (arXiv 1912.04958).</remarks>
    public int Every { get; set; } = 1;
}

/// <summary>
/// Adds the gradient penalty <c>Weight * E(||grad_y D(y)|| - Target)^2</c> to the discriminator's loss, or <c>Weight * E max(0, ||grad_y D(y)|| - Target)^2</c> if it is <see cref="OneSided"/>,
/// or <c>Weight * E[Factor(D(y)) * Formula(||grad_y D(y)||)]</c> with a formula.
/// </summary>
/// <remarks>
/// <para>By default the points y are interpolates alpha * x + (1 - alpha) * G(z), with one alpha ~ U(0, 1) per sample.</para>
/// <para>
/// Sources: Gulrajani et al. 2017 (WGAN-GP, arXiv 1704.00028); Petzka, Fischer and Lukovnikov 2018 (WGAN-LP, the one-sided penalty, arXiv 1709.08894);
/// Thanh-Tung, Tran and Venkatesh 2019 (the zero-centred penalty, with a target of 0, arXiv 1902.03984).
/// With a formula: Wu et al. 2018 (WGAN-div, arXiv 1712.01026); Roth, Lucchi, Nowozin and Hofmann 2017 (arXiv 1705.09367); Zhou et al. 2019 (the largest slope, arXiv 1902.05687);
/// Adler and Lunz 2018 (dual norms, arXiv 1806.06621).
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class GradientPenaltyAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. The default is 10. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 10;

    /// <summary>Gets or sets the gradient norm that is not penalised, finite and at least 0. The default is 1.</summary>
    /// <remarks>It cannot be combined with <see cref="Formula"/>.</remarks>
    public double Target { get; set; } = 1;

    /// <summary>Gets or sets a value that indicates whether only norms above <see cref="Target"/> are penalised. The default is <see langword="false"/>.</summary>
    /// <remarks>It cannot be combined with <see cref="Formula"/>.</remarks>
    public bool OneSided { get; set; }

    /// <summary>
    /// Gets or sets the penalty of one gradient as a formula in its norm n, such as <c>"pow(n, 6)"</c> or <c>"square(max(0, n - 1))"</c>. If it is not set, <see cref="Target"/> and <see cref="OneSided"/> give the penalty.
    /// </summary>
    /// <remarks>
    /// It can name hyperparameters, constants and loss functions, as the formulas of the losses can. It should not be negative, and it should grow with n.
    /// At a gradient of zero, the derivative with respect to the parameters of D is 0, whatever the slope of the formula is there.
    /// </remarks>
    public string? Formula { get; set; }

    /// <summary>
    /// Gets or sets the factor of one gradient as a formula in the logit t = D(y), such as <c>"square(sigmoid(t))"</c>. If it is not set, the factor is 1.
    /// </summary>
    /// <remarks>
    /// It should not be negative. The gradient with respect to the parameters of D flows through it. The discriminator must return one logit per sample.
    /// Source: Roth, Lucchi, Nowozin and Hofmann 2017 (arXiv 1705.09367), whose Jensen-Shannon regulariser has the factor <c>square(1 - sigmoid(t))</c> at real samples and <c>square(sigmoid(t))</c> at generated samples.
    /// </remarks>
    public string? Factor { get; set; }

    /// <summary>Gets or sets the points where the gradient is taken. The default is <see cref="PenaltyPoint.Interpolates"/>.</summary>
    public PenaltyPoint At { get; set; } = PenaltyPoint.Interpolates;

    /// <summary>Gets or sets the dimensions that a norm is computed over. The default is <see cref="GradientNorm.PerSample"/>.</summary>
    public GradientNorm Norm { get; set; } = GradientNorm.PerSample;

    /// <summary>Gets or sets the order p of the norm <c>(sum_i |g_i|^p)^(1/p)</c>, at least 1. The default is 2. <see cref="double.PositiveInfinity"/> gives the largest absolute value.</summary>
    /// <remarks>
    /// D is 1-Lipschitz for the norm of order q on samples if the norm of order p of its gradient is at most 1, where 1/p + 1/q = 1.
    /// Source: Adler and Lunz 2018 (Banach Wasserstein GAN, arXiv 1806.06621).
    /// </remarks>
    public double Order { get; set; } = 2;

    /// <summary>Gets or sets the reduction over the gradients. The default is <see cref="PenaltyReduction.Mean"/>.</summary>
    public PenaltyReduction Reduce { get; set; } = PenaltyReduction.Mean;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    /// <remarks>Source: Karras et al. 2020 (arXiv 1912.04958).</remarks>
    public int Every { get; set; } = 1;
}

/// <summary>
/// Adds the DRAGAN penalty <c>Weight * E(||grad_y D(y)||_2 - Target)^2</c> at noisy real samples y = x + noise to the discriminator's loss.
/// </summary>
/// <remarks>Source: Kodali, Abernethy, Hays and Kira 2017 (arXiv 1705.07215).</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DraganAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. The default is 10. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 10;

    /// <summary>Gets or sets the gradient norm that is not penalised, finite and at least 0. The default is 1.</summary>
    public double Target { get; set; } = 1;

    /// <summary>Gets or sets the distribution of the noise. The default is <see cref="DraganNoise.Uniform"/>.</summary>
    public DraganNoise Noise { get; set; } = DraganNoise.Uniform;

    /// <summary>
    /// Gets or sets the size of the noise, finite and positive. The default is 0.5 for uniform noise and 1 for Gaussian noise.
    /// </summary>
    /// <remarks>
    /// For uniform noise, it is the factor of <c>alpha * std(x) * U(0, 1)</c>, with one alpha ~ U(0, 1) per sample.
    /// For Gaussian noise, it is the variance c of <c>N(0, c * I)</c>, in squared units of x.
    /// </remarks>
    public double Scale { get; set; } = 0.5;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. The default is 1.</summary>
    /// <remarks>Source: Karras et al. 2020 (arXiv 1912.04958).</remarks>
    public int Every { get; set; } = 1;
}

/// <summary>Specifies the points where a gradient penalty takes the discriminator's gradient.</summary>
public enum PenaltyPoint
{
    /// <summary>The interpolates alpha * x + (1 - alpha) * G(z), with one alpha ~ U(0, 1) per sample.</summary>
    Interpolates,

    /// <summary>The real samples x.</summary>
    Real,

    /// <summary>The generated samples G(z).</summary>
    Fake,

    /// <summary>The real and the generated samples. Each batch has half of the expectation.</summary>
    Both,

    /// <summary>Noisy real samples x + alpha * std(x) / 2 * U(0, 1), with one alpha ~ U(0, 1) per sample, the points of DRAGAN's authors.</summary>
    /// <remarks>Source: Kodali, Abernethy, Hays and Kira 2017 (arXiv 1705.07215). <see cref="DraganAttribute"/> has options for the noise.</remarks>
    AroundReal,
}

/// <summary>Specifies how the penalties of single gradients are combined.</summary>
public enum PenaltyReduction
{
    /// <summary>The mean, which estimates the expectation.</summary>
    Mean,

    /// <summary>The largest of the batch.</summary>
    /// <remarks>Source: Zhou et al. 2019 (arXiv 1902.05687).</remarks>
    Max,
}

/// <summary>Specifies the dimensions that a gradient norm is computed over.</summary>
public enum GradientNorm
{
    /// <summary>All dimensions except the first: one norm per sample.</summary>
    PerSample,

    /// <summary>Dimension 1, the channels: one norm per pixel of each sample.</summary>
    /// <remarks>Source: Shaham, Dekel and Michaeli 2019 (SinGAN, arXiv 1905.01164).</remarks>
    PerPixel,
}

/// <summary>Specifies the distribution of the noise of <see cref="DraganAttribute"/>.</summary>
public enum DraganNoise
{
    /// <summary>The noise alpha * Scale * std(x) * U(0, 1) of the authors' code, with one alpha ~ U(0, 1) per sample and the standard deviation of the whole batch.</summary>
    Uniform,

    /// <summary>The noise N(0, Scale * I) of the paper.</summary>
    Gaussian,
}
