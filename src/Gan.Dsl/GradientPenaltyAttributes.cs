namespace Gan.Dsl;

/// <summary>
/// R1: adds <c>Weight * E||grad_x D(x)||^2</c> at real samples to the discriminator's loss.
/// </summary>
/// <remarks>Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406). Zero-centred, so the declared game converges locally.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class R1Attribute : Attribute
{
    /// <summary>The factor of exactly the expectation above. Not negative; 0 leaves the term out. Default 5. Not together with <see cref="Gamma"/>.</summary>
    public double Weight { get; set; } = 5;

    /// <summary>The papers' gamma, with <c>Weight = Gamma / 2</c>. Not negative. Not together with <see cref="Weight"/>.</summary>
    public double Gamma { get; set; } = 10;

    /// <summary>
    /// The name of a <see cref="HyperparameterAttribute"/> property whose value is the weight, so that each instance has its own:
    /// <c>WeightFrom = nameof(Lambda)</c>. Its range must leave out negative numbers. Not together with a number for the weight.
    /// </summary>
    public string? WeightFrom { get; set; }

    /// <summary>
    /// sigma: estimates the norm by <c>E[(D(x + sigma * eps) - D(x))^2] / sigma^2</c>, eps ~ N(0, I), for a discriminator that has no second derivative.
    /// Its expectation tends to the exact term as sigma tends to 0, but its gradient in the parameters is very noisy: anywhere else the exact term at each
    /// n-th step is better. Finite and positive, such as 0.01; left out, the gradient is exact.
    /// </summary>
    public double FiniteDifference { get; set; }

    /// <summary>Evaluates the penalty at each n-th step and multiplies it by n (lazy regularisation, Karras 2020, arXiv 1912.04958). At least 1; default 1.</summary>
    public int Every { get; set; } = 1;
}

/// <summary>
/// R2: adds <c>Weight * E||grad_x D(x)||^2</c> at generated samples x = G(z) to the discriminator's loss.
/// </summary>
/// <remarks>Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class R2Attribute : Attribute
{
    /// <summary>The factor of exactly the expectation above. Not negative; 0 leaves the term out. Default 5. Not together with <see cref="Gamma"/>.</summary>
    public double Weight { get; set; } = 5;

    /// <summary>The papers' gamma, with <c>Weight = Gamma / 2</c>. Not negative. Not together with <see cref="Weight"/>.</summary>
    public double Gamma { get; set; } = 10;

    /// <summary>
    /// The name of a <see cref="HyperparameterAttribute"/> property whose value is the weight, so that each instance has its own:
    /// <c>WeightFrom = nameof(Lambda)</c>. Its range must leave out negative numbers. Not together with a number for the weight.
    /// </summary>
    public string? WeightFrom { get; set; }

    /// <summary>
    /// sigma: estimates the norm by <c>E[(D(x + sigma * eps) - D(x))^2] / sigma^2</c>, eps ~ N(0, I), for a discriminator that has no second derivative.
    /// Its expectation tends to the exact term as sigma tends to 0, but its gradient in the parameters is very noisy: anywhere else the exact term at each
    /// n-th step is better. Finite and positive, such as 0.01; left out, the gradient is exact.
    /// </summary>
    public double FiniteDifference { get; set; }

    /// <summary>Evaluates the penalty at each n-th step and multiplies it by n. At least 1; default 1.</summary>
    public int Every { get; set; } = 1;
}

/// <summary>
/// Gradient penalty: adds <c>Weight * E(||grad D(y)||_2 - Target)^2</c> to the discriminator's loss; with <see cref="OneSided"/>,
/// <c>Weight * E max(0, ||grad D(y)||_2 - Target)^2</c>.
/// </summary>
/// <remarks>
/// At the default point, y = alpha * x + (1 - alpha) * G(z) with one alpha ~ U(0, 1) a sample: WGAN-GP, Gulrajani 2017 (arXiv 1704.00028).
/// One-sided: WGAN-LP, Petzka 2018 (arXiv 1709.08894). Target 0: the zero-centred penalty, Thanh-Tung 2019 (arXiv 1902.03984).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class GradientPenaltyAttribute : Attribute
{
    /// <summary>The factor of exactly the expectation above. Not negative; 0 leaves the term out. Default 10.</summary>
    public double Weight { get; set; } = 10;

    /// <summary>K, the norm that is not penalised. Not negative; default 1.</summary>
    public double Target { get; set; } = 1;

    /// <summary>Penalises only norms above <see cref="Target"/>.</summary>
    public bool OneSided { get; set; }

    /// <summary>Where the gradient is taken. Default: at interpolates.</summary>
    public PenaltyPoint At { get; set; } = PenaltyPoint.Interpolates;

    /// <summary>What one norm runs over. Default: all of a sample.</summary>
    public GradientNorm Norm { get; set; } = GradientNorm.PerSample;

    /// <summary>
    /// The name of a <see cref="HyperparameterAttribute"/> property whose value is the weight, so that each instance has its own:
    /// <c>WeightFrom = nameof(Lambda)</c>. Its range must leave out negative numbers. Not together with a number for the weight.
    /// </summary>
    public string? WeightFrom { get; set; }

    /// <summary>Evaluates the penalty at each n-th step and multiplies it by n. At least 1; default 1.</summary>
    public int Every { get; set; } = 1;
}

/// <summary>
/// DRAGAN: adds <c>Weight * E(||grad D(x + noise)||_2 - Target)^2</c> around real samples to the discriminator's loss.
/// </summary>
/// <remarks>Kodali, Abernethy, Hays and Kira 2017 (arXiv 1705.07215).</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DraganAttribute : Attribute
{
    /// <summary>The factor of exactly the expectation above. Not negative; 0 leaves the term out. Default 10.</summary>
    public double Weight { get; set; } = 10;

    /// <summary>K, the norm that is not penalised. Not negative; default 1.</summary>
    public double Target { get; set; } = 1;

    /// <summary>The noise that is added. Default: uniform, scaled by the batch's own standard deviation.</summary>
    public DraganNoise Noise { get; set; } = DraganNoise.Uniform;

    /// <summary>
    /// The size of the noise, positive. Uniform: the factor of <c>alpha * std(x) * U(0, 1)</c>, with one alpha ~ U(0, 1) a sample, by default 0.5.
    /// Gaussian: the variance c of <c>N(0, c * I)</c>, in squared units of x, by default 1.
    /// </summary>
    public double Scale { get; set; } = 0.5;

    /// <summary>
    /// The name of a <see cref="HyperparameterAttribute"/> property whose value is the weight, so that each instance has its own:
    /// <c>WeightFrom = nameof(Lambda)</c>. Its range must leave out negative numbers. Not together with a number for the weight.
    /// </summary>
    public string? WeightFrom { get; set; }

    /// <summary>Evaluates the penalty at each n-th step and multiplies it by n. At least 1; default 1.</summary>
    public int Every { get; set; } = 1;
}

/// <summary>Where a gradient penalty takes the discriminator's gradient.</summary>
public enum PenaltyPoint
{
    /// <summary>alpha * x + (1 - alpha) * G(z), with one alpha ~ U(0, 1) a sample.</summary>
    Interpolates,

    /// <summary>The real samples x.</summary>
    Real,

    /// <summary>The generated samples G(z).</summary>
    Fake,
}

/// <summary>What one gradient norm runs over.</summary>
public enum GradientNorm
{
    /// <summary>Every dimension but the first: one norm a sample.</summary>
    PerSample,

    /// <summary>Dimension 1, the channels: one norm a pixel of a sample (SinGAN, Shaham 2019, arXiv 1905.01164).</summary>
    PerPixel,
}

/// <summary>The noise of <see cref="DraganAttribute"/>.</summary>
public enum DraganNoise
{
    /// <summary>alpha * Scale * std(x) * U(0, 1), with one alpha ~ U(0, 1) a sample and the standard deviation of the whole batch: what the authors' code does.</summary>
    Uniform,

    /// <summary>N(0, Scale * I): the paper's form.</summary>
    Gaussian,
}
