using Gan.Generators.Analysis;

namespace Gan.Generators.Emission;

/// <summary>What the analysis found, as sentences for people and as the initialiser of the objective's <c>Info.Analysis</c>.</summary>
internal static class AnalysisText
{
    /// <summary>The findings that someone who chooses an objective asks for first.</summary>
    public static IEnumerable<string> Remarks(AnalysisResult analysis)
    {
        if (analysis.Optimum.ClosedForm is { } optimum)
            yield return $"The best D returns {optimum}, where p is the density of real samples and q that of generated ones.";
        if (Divergence(analysis) is { } divergence)
            yield return $"Up to a constant it measures {divergence}.";
        if (analysis.IsBoundedForEveryRatio.IsRefuted)
            yield return "D's loss has no lower bound: D needs a Lipschitz constraint.";
        if (analysis.GeneratorSaturates.IsProved)
            yield return "G's gradient vanishes where D wins.";
        if (analysis.LocalConvergence.Eigenvalues is { } eigenvalues)
            yield return $"On the Dirac-GAN the eigenvalues are {eigenvalues}: {(analysis.LocalConvergence.Converges.IsProved ? "it converges locally" : "without a zero-centred penalty it does not converge linearly")}.";
    }

    public static string Initializer(AnalysisResult analysis)
    {
        var entries = new List<string> { $"Verdicts =\n    [\n        {string.Join("\n        ", Statements(analysis).Select(static s => VerdictInfo(s.Statement, s.Verdict) + ","))}\n    ]" };
        if (analysis.Optimum.ClosedForm is { } optimum)
            entries.Add($"OptimalLogit = {CSharp.Literal(optimum)}");
        if (Divergence(analysis) is { } divergence)
            entries.Add($"Divergence = {CSharp.Literal(divergence)}");
        if (analysis.LocalConvergence.Eigenvalues is { } eigenvalues)
            entries.Add($"DiracGanEigenvalues = {CSharp.Literal(eigenvalues.ToString())}");
        return $"new()\n{{\n    {string.Join(",\n    ", entries)},\n}}";
    }

    private static IEnumerable<(string Statement, Verdict Verdict)> Statements(AnalysisResult analysis) => [
        ("D learns to tell real samples from generated ones.", analysis.Directions.Discriminator),
        ("G moves its samples to where D puts the real ones.", analysis.Directions.Generator),
        ("The loss of a real logit is convex.", analysis.RealIsConvex),
        ("The loss of a fake logit is convex.", analysis.FakeIsConvex),
        ("D's loss is bounded below where the distributions are equal.", analysis.IsBoundedWhenEqual),
        ("D's loss is bounded below whatever the distributions are.", analysis.IsBoundedForEveryRatio),
        ("G's gradient vanishes where D wins.", analysis.GeneratorSaturates),
        ("The best D returns log(p/q).", analysis.Optimum.IsLogRatio),
        ("Training converges locally on the Dirac-GAN.", analysis.LocalConvergence.Converges),
    ];

    private static string VerdictInfo(string statement, Verdict verdict)
    {
        var kind = verdict switch { Verdict.Proved => "Proved", Verdict.Refuted => "Refuted", _ => "Unknown" };
        var witness = verdict is Verdict.Refuted refuted ? $", {CSharp.Literal(refuted.Witness)}" : "";
        return $"new({CSharp.Literal(statement)}, {TypeNames.Runtime}.VerdictKind.{kind}, {CSharp.Literal(verdict.Reason)}{witness})";
    }

    private static string? Divergence(AnalysisResult analysis) => analysis.Divergence switch
    {
        { Name: null } => null,
        { Factor: var factor, Name: var name, Evidence: var evidence } => (factor == 1 ? "" : CSharp.Number(factor) + " ") + name + (evidence.IsProved ? "" : " (recognised numerically)"),
    };
}
