namespace Gan.Dsl;

/// <summary>
/// One-sided label smoothing: D is told that a real sample is real with the probability <see cref="Target"/> τ only,
/// so the loss of a real logit becomes <c>τ·Real(t) + (1 - τ)·Fake(t)</c>; of the logistic loss, <c>softplus(t) - τ·t</c>.
/// Fakes keep the label 0, and G's loss is not touched.
/// </summary>
/// <remarks>
/// It has a meaning where D's output tells the probability p/(p + q) that a sample is real, which becomes τp/(p + q): of the logistic losses the best D returns log(τp/(q + (1 - τ)p)) then,
/// of least squares with the labels 0 and 1 it returns τp/(p + q). Elsewhere, as of a critic or the hinge, the compiler says so. Source: Salimans et al. 2016 (arXiv 1606.03498).
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LabelSmoothingAttribute : Attribute
{
    /// <summary>The paper's target, 0.9.</summary>
    public LabelSmoothingAttribute()
        : this(0.9)
    {
    }

    /// <summary>A target of one's own.</summary>
    /// <param name="target">τ, above 0.5 and at most 1; 1 is no smoothing.</param>
    public LabelSmoothingAttribute(double target) => Target = target;

    /// <summary>A target that each instance sets.</summary>
    /// <param name="targetFrom">The name of a <see cref="HyperparameterAttribute"/> property, with a range within 0.5 to 1: <c>nameof(Tau)</c>.</param>
    public LabelSmoothingAttribute(string targetFrom) => TargetFrom = targetFrom;

    /// <summary>τ, the probability that D is told of a real sample. Above 0.5 and at most 1.</summary>
    public double Target { get; }

    /// <summary>The hyperparameter whose value is τ, by its property's name; null where τ is a number.</summary>
    public string? TargetFrom { get; }
}
