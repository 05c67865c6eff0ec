namespace Gan.Generators.Analysis;

/// <summary>All that is known of an objective: plain values, equal if their contents are.</summary>
/// <param name="Defaults">The hyperparameters' values it holds at, such as <c>a = 0, b = 1</c>; empty without hyperparameters.</param>
/// <param name="Directions">Whether D and G push D's output the right way.</param>
/// <param name="RealIsConvex">Real is convex in t.</param>
/// <param name="FakeIsConvex">Fake is convex in t.</param>
/// <param name="IsBoundedWhenEqual">L_D is bounded below where p = q.</param>
/// <param name="IsBoundedForEveryRatio">L_D without penalties is bounded below whatever p and q are.</param>
/// <param name="IsBoundedWithPenalties">The same with the penalties on the logits; where it is not, D needs a Lipschitz constraint.</param>
/// <param name="GeneratorSaturates">G's gradient vanishes where D wins.</param>
/// <param name="Optimum">The best D.</param>
/// <param name="Divergence">What the best D measures.</param>
/// <param name="GeneratorDivergence">What G minimises at the best D.</param>
/// <param name="LocalConvergence">The Dirac-GAN.</param>
internal sealed record AnalysisResult(
    string Defaults,
    Directions Directions,
    Verdict RealIsConvex,
    Verdict FakeIsConvex,
    Verdict IsBoundedWhenEqual,
    Verdict IsBoundedForEveryRatio,
    Verdict IsBoundedWithPenalties,
    Verdict GeneratorSaturates,
    OptimalLogit Optimum,
    InducedDivergence Divergence,
    GeneratorDivergence GeneratorDivergence,
    DiracGan LocalConvergence)
{
    /// <summary>The hyperparameters' values as a message ends with them; empty without hyperparameters.</summary>
    public string AtDefaults => Defaults.Length == 0 ? "" : $" (with {Defaults})";
}
