using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Least squares with labels: D regresses real logits to <see cref="B"/> and fake ones to <see cref="A"/>, G to <see cref="C"/>.
/// The defaults are the labels 0 and 1 with scale 1.
/// </summary>
/// <remarks>Mao et al. 2017 (arXiv 1611.04076), whose equation has scale 1/2; public code uses four different scalings under this name.</remarks>
[GanObjective(Real = "s * pow(t - b, 2)", Fake = "s * pow(t - a, 2)", Generator = "s * pow(t - c, 2)", Source = "Mao et al. 2017, arXiv 1611.04076")]
public sealed partial class LeastSquares
{
    /// <summary>a: the label of fake samples. Default 0.</summary>
    [Hyperparameter]
    public double A { get; init; }

    /// <summary>b: the label of real samples. Default 1.</summary>
    [Hyperparameter]
    public double B { get; init; } = 1;

    /// <summary>c: what G wants D to say of its samples. Default 1.</summary>
    [Hyperparameter]
    public double C { get; init; } = 1;

    /// <summary>s: the scale of all three terms. Positive; default 1.</summary>
    [Hyperparameter(Min = 0, Exclusive = true)]
    public double S { get; init; } = 1;
}
