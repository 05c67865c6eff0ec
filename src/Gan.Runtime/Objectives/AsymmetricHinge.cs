using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The hinge loss with a margin for each side: max(0, r - D(x)) and max(0, f + D(G(z))) for D, -D(G(z)) for G. <see cref="Hinge"/> has both 1.</summary>
/// <remarks>Lim and Ye 2017 (arXiv 1705.02894), with the margins as hyperparameters.</remarks>
[GanObjective(
    Real = "max(0, realMargin - t)", Fake = "max(0, fakeMargin + t)", Generator = "-t",
    Source = "Lim and Ye 2017, arXiv 1705.02894")]
public sealed partial class AsymmetricHinge
{
    /// <summary>r: from which logit on a real sample is real enough. Positive; default 1.</summary>
    [Hyperparameter(Default = 1, Min = 0, Exclusive = true)]
    public partial double RealMargin { get; init; }

    /// <summary>f: below -f a fake is fake enough. Positive; default 1.</summary>
    [Hyperparameter(Default = 1, Min = 0, Exclusive = true)]
    public partial double FakeMargin { get; init; }
}
