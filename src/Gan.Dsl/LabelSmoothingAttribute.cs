namespace Gan.Dsl;

/// <summary>
/// Applies one-sided label smoothing: the label of a real sample is <see cref="Target"/> τ instead of 1, and the loss of a real logit becomes <c>τ·Real(t) + (1 - τ)·Fake(t)</c>.
/// </summary>
/// <remarks>
/// <para>The logistic loss, for example, becomes <c>softplus(t) - τ·t</c>. The label of a fake sample stays 0, and the loss of the generator does not change.</para>
/// <para>
/// Label smoothing applies to an objective whose discriminator estimates the probability p/(p + q) that a sample is real. That estimate becomes τp/(p + q):
/// the optimal D returns log(τp/(q + (1 - τ)p)) for the logistic loss, and τp/(p + q) for least squares with the labels 0 and 1.
/// For any other objective, such as a critic or the hinge loss, the compiler warns.
/// </para>
/// <para>Source: Salimans et al. 2016 (arXiv 1606.03498).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LabelSmoothingAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute with the target of the paper, 0.9.</summary>
    public LabelSmoothingAttribute()
        : this(0.9)
    {
    }

    /// <summary>Initialises a new instance of the attribute with a target.</summary>
    /// <param name="target">The target τ, greater than 0.5 and at most 1. A target of 1 means no smoothing.</param>
    public LabelSmoothingAttribute(double target) => Target = target;

    /// <summary>Initialises a new instance of the attribute with a target that each instance of the objective can set.</summary>
    /// <param name="targetFrom">The name of the <see cref="HyperparameterAttribute"/> property that holds τ, such as <c>nameof(Tau)</c>. Its range must lie within 0.5 to 1.</param>
    public LabelSmoothingAttribute(string targetFrom) => TargetFrom = targetFrom;

    /// <summary>Gets the target τ, the label of a real sample: greater than 0.5 and at most 1.</summary>
    public double Target { get; }

    /// <summary>Gets the name of the hyperparameter property that holds τ, or <see langword="null"/> if τ is a number.</summary>
    public string? TargetFrom { get; }
}
