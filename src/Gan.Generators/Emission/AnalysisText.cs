using Gan.Generators.Analysis;
using Gan.Generators.Basics;

namespace Gan.Generators.Emission;

/// <summary>What the analysis found, as sentences for people and as the initialiser of the objective's <c>Info.Analysis</c>.</summary>
internal static class AnalysisText
{
    /// <summary>The findings that someone who chooses an objective asks for first.</summary>
    /// <param name="analysis">What was found.</param>
    /// <param name="hasMore">Whether penalties or limits hold D back beside its losses.</param>
    public static IEnumerable<string> Remarks(AnalysisResult analysis, bool hasMore)
    {
        var best = hasMore && !analysis.Divergence.IsOfCritic ? "the optimal D without penalties and limits" : "the optimal D";
        if (analysis.Optimum.ClosedForm is { } optimum)
            yield return $"T{best.Substring(1)} returns {optimum}, where p is the density of real samples and q is the density of generated samples.";
        if (Divergence(analysis) is { } divergence)
            yield return $"Up to a constant, {best} measures {divergence}{(GeneratorDivergence(analysis) is { } ofG ? ofG == divergence ? ", and G minimises it" : $"; G then follows the gradient of {ofG}" : "; G then follows the gradient of no known divergence")}.";
        if (analysis.IsBoundedWithPenalties.IsRefuted)
            yield return "D's loss has no lower bound: D needs a Lipschitz constraint.";
        if (analysis.GeneratorSaturates.IsProved)
            yield return "G's gradient vanishes when D confidently rejects its samples.";
        if (analysis.LocalConvergence.Eigenvalues is { } eigenvalues)
            yield return $"On the Dirac-GAN, the eigenvalues are {eigenvalues}: {(analysis.LocalConvergence.Converges.IsProved ? "training converges locally" : "without a zero-centred penalty, training does not converge linearly")}.";
    }

    public static string Initializer(AnalysisResult analysis)
    {
        var entries = new List<string> { $"Verdicts = [\n        {string.Join("\n        ", Properties(analysis).Select(static p => VerdictInfo(p.Name, p.Verdict) + ","))}\n    ]" };
        if (analysis.Optimum.ClosedForm is { } optimum)
            entries.Add($"OptimalLogit = {CSharp.Literal(optimum)}");
        if (Divergence(analysis) is { } divergence)
            entries.Add($"Divergence = {CSharp.Literal(divergence)}");
        if (GeneratorDivergence(analysis) is { } ofG)
            entries.Add($"GeneratorDivergence = {CSharp.Literal(ofG)}");
        if (analysis.LocalConvergence.Eigenvalues is { } eigenvalues)
            entries.Add($"DiracGanEigenvalues = {CSharp.Literal(eigenvalues.ToString())}");
        return $"new()\n{{\n    {string.Join(",\n    ", entries)},\n}}";
    }

    // By the names of the runtime's enumeration, which has the sentences.
    private static IEnumerable<(string Name, Verdict Verdict)> Properties(AnalysisResult analysis) => [
        ("DiscriminatorSeparates", analysis.Directions.Discriminator),
        ("GeneratorFollows", analysis.Directions.Generator),
        ("RealLossIsConvex", analysis.RealIsConvex),
        ("FakeLossIsConvex", analysis.FakeIsConvex),
        ("IsBoundedForEqualDistributions", analysis.IsBoundedWhenEqual),
        ("IsBoundedForAnyDistributions", analysis.IsBoundedWithPenalties),
        ("GeneratorSaturates", analysis.GeneratorSaturates),
        ("OptimumIsLogRatio", analysis.Optimum.IsLogRatio),
        ("ConvergesOnDiracGan", analysis.LocalConvergence.Converges),
    ];

    private static string VerdictInfo(string property, Verdict verdict)
    {
        var kind = verdict switch { Verdict.Proved => "Proved", Verdict.Refuted => "Refuted", _ => "Unknown" };
        var witness = verdict is Verdict.Refuted refuted ? $", {CSharp.Literal(refuted.Witness)}" : "";
        var certificate = verdict is Verdict.Proved { Certificate: var how } ? $" {{ Certificate = {CSharp.Literal(how.ToString())} }}" : "";
        return $"new({TypeNames.Runtime}.ObjectiveProperty.{property}, {TypeNames.Runtime}.VerdictKind.{kind}, {CSharp.Literal(verdict.Reason)}{witness}){certificate}";
    }

    private static string? Divergence(AnalysisResult analysis)
        => analysis.Divergence is { Name: { } name, Factor: var factor, IsExact: var isExact } ? Times(factor, name) + Recognised(isExact) : null;

    private static string? GeneratorDivergence(AnalysisResult analysis) => analysis.GeneratorDivergence switch
    {
        { Terms.Count: 0 } => null,
        { Terms: var terms, IsExact: var isExact } => terms.Skip(1).Aggregate(Times(terms[0].Factor, terms[0].Name), static (sum, term)
            => $"{sum} {(term.Factor < 0 ? "−" : "+")} {Times(Math.Abs(term.Factor), term.Name)}") + Recognised(isExact),
    };

    private static string Times(double factor, string divergence) => (factor == 1 ? "" : Numbers.Prose(factor) + " ") + divergence;

    private static string Recognised(bool isExact) => isExact ? "" : " (recognised numerically)";
}
