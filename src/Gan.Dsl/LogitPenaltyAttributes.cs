namespace Gan.Dsl;

/// <summary>
/// Drift: adds <c>Weight * E[D(x)^2]</c> at real samples to the discriminator's loss, the mean over every logit.
/// </summary>
/// <remarks>
/// A critic's loss does not change when a constant is added to D; this keeps its real logits near 0. It limits no slope.
/// Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196).
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DriftAttribute : Attribute
{
    /// <summary>The factor of exactly the expectation above. Not negative; 0 leaves the term out. Default 0.001.</summary>
    public double Weight { get; set; } = 0.001;

    /// <summary>
    /// The name of a <see cref="HyperparameterAttribute"/> property whose value is the weight, so that each instance has its own:
    /// <c>WeightFrom = nameof(Lambda)</c>. Its range must leave out negative numbers. Not together with a number for the weight.
    /// </summary>
    public string? WeightFrom { get; set; }
}

/// <summary>
/// LeCam: adds <c>Weight * (E max(0, D(x) - a_F)^2 + E max(0, a_R - D(G(z)))^2)</c> to the discriminator's loss, with a_R and a_F moving averages of the
/// mean real and fake logits.
/// </summary>
/// <remarks>
/// <para>Each step of the discriminator first moves the averages by its batch, so that the first step has its own means. They belong to the instance of the
/// objective, and to its checkpoints by <c>State</c> and <c>LoadState</c>; a copy of a record made by <c>with</c> goes on with its own.</para>
/// <para>Tseng, Jiang, Liu, Yang and Yang 2021 (arXiv 2104.03310).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LeCamAttribute : Attribute
{
    /// <summary>The factor of exactly the expectations above. Not negative; 0 leaves the term out. Default 0.3.</summary>
    public double Weight { get; set; } = 0.3;

    /// <summary>How much of the averages one step keeps, above 0 and below 1. Default 0.99.</summary>
    public double Decay { get; set; } = 0.99;

    /// <summary>The first step that has the term; the averages begin there too. Not negative; default 0.</summary>
    public int Start { get; set; }

    /// <summary>
    /// The name of a <see cref="HyperparameterAttribute"/> property whose value is the weight, so that each instance has its own:
    /// <c>WeightFrom = nameof(Lambda)</c>. Its range must leave out negative numbers. Not together with a number for the weight.
    /// </summary>
    public string? WeightFrom { get; set; }
}
