namespace Gan.Dsl;

/// <summary>
/// Adds the drift penalty <c>Weight * E[D(x)^2]</c>, the mean over every real logit, to the discriminator's loss.
/// </summary>
/// <remarks>
/// The loss of a critic does not change if a constant is added to D. This penalty keeps its real logits near 0. It does not limit the slope of D.
/// Source: Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196).
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DriftAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. The default is 0.001. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 0.001;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }
}

/// <summary>
/// Adds the LeCam penalty <c>Weight * (E max(0, D(x) - a_F)^2 + E max(0, a_R - D(G(z)))^2)</c> to the discriminator's loss, where a_R and a_F are moving averages of the mean real and fake logits.
/// </summary>
/// <remarks>
/// <para>Each discriminator step updates the averages with its batch before it uses them. The first step sets them to the means of its batch.</para>
/// <para>
/// The averages belong to the instance of the objective. <c>State</c> and <c>LoadState</c> save them to and restore them from a checkpoint.
/// A copy of a record made by <c>with</c> has averages of its own.
/// </para>
/// <para>Source: Tseng, Jiang, Liu, Yang and Yang 2021 (arXiv 2104.03310).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LeCamAttribute : Attribute
{
    /// <summary>Gets or sets the factor of the expectations, finite and at least 0. The default is 0.3. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 0.3;

    /// <summary>Gets or sets the share of an average that each step keeps, greater than 0 and less than 1. The default is 0.99.</summary>
    /// <remarks>Over batches with the means m_1, ..., m_n, the average is <c>sum_i Decay^(n-i) m_i / sum_i Decay^(n-i)</c>.</remarks>
    public double Decay { get; set; } = 0.99;

    /// <summary>Gets or sets the number of the first step with the penalty, at least 0. The averages start at that step too. The default is 0.</summary>
    public int Start { get; set; }

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }
}
