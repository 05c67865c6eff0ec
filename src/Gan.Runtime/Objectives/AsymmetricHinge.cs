using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the hinge loss with a margin r for real and a margin f for fake logits. D minimises E[max(0, r - D(x))] + E[max(0, f + D(G(z)))], and G minimises E[-D(G(z))].</summary>
/// <remarks>With both margins 1, it is <see cref="Hinge"/>. Source: Lim and Ye 2017 (arXiv 1705.02894).</remarks>
[GanObjective(
    Real = "max(0, realMargin - t)", Fake = "max(0, fakeMargin + t)", Generator = "-t",
    Source = "Lim and Ye 2017, arXiv 1705.02894")]
public sealed partial class AsymmetricHinge
{
    /// <summary>Gets or sets the margin r: the loss of a real logit is 0 above r. Positive. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite.</exception>
    [Hyperparameter(Default = 1, Min = 0, Exclusive = true)]
    public partial double RealMargin { get; init; }

    /// <summary>Gets or sets the margin f: the loss of a fake logit is 0 below -f. Positive. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite.</exception>
    [Hyperparameter(Default = 1, Min = 0, Exclusive = true)]
    public partial double FakeMargin { get; init; }
}
