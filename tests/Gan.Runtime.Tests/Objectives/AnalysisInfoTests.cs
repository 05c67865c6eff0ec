namespace Gan.Runtime.Tests;

/// <summary>What an objective tells at run time of what the compiler found. The truths are those of the literature, see the catalogue's sources.</summary>
public sealed class AnalysisInfoTests
{
    [Theory]
    [InlineData("Vanilla", "log(p/q)", "2 JSD(p ‖ q)", "±0.5i")]
    [InlineData("NonSaturating", "log(p/q)", "2 JSD(p ‖ q)", "±0.5i")]
    [InlineData("Wasserstein", null, "Wasserstein distance W₁(p, q), under a 1-Lipschitz constraint", "±1i")]
    public void OptimumDivergenceAndEigenvalues(string name, string? optimum, string divergence, string eigenvalues)
    {
        var analysis = Objectives.Find(name)!.Info.Analysis;
        Assert.Equal((optimum, divergence, eigenvalues), (analysis.OptimalLogit, analysis.Divergence, analysis.DiracGanEigenvalues));
    }

    /// <summary>λ² + γλ + ¼ = 0 with γ = 10: λ = -5 ± √(25 - ¼) (Mescheder 2018, arXiv 1801.04406); the text has three digits.</summary>
    [Fact]
    public void R1MovesTheEigenvaluesToTheLeft()
    {
        Assert.Equal(VerdictKind.Proved, Of("LogisticR1", "Training converges locally on the Dirac-GAN.").Verdict);
        var eigenvalues = Objectives.LogisticR1.Info.Analysis.DiracGanEigenvalues!.Split(" and ").Select(double.Parse).ToArray();
        Assert.Equal(-5 + Math.Sqrt(24.75), eigenvalues[0], 5e-3);
        Assert.Equal(-5 - Math.Sqrt(24.75), eigenvalues[1], 5e-3);
    }

    [Theory]
    [InlineData("Vanilla", "G's gradient vanishes where D wins.", VerdictKind.Proved)]
    [InlineData("NonSaturating", "G's gradient vanishes where D wins.", VerdictKind.Refuted)]
    [InlineData("Wasserstein", "D's loss is bounded below whatever the distributions are.", VerdictKind.Refuted)]
    [InlineData("Hinge", "D's loss is bounded below whatever the distributions are.", VerdictKind.Proved)]
    [InlineData("LeastSquares", "The loss of a real logit is convex.", VerdictKind.Proved)]
    [InlineData("WassersteinGradientPenalty", "Training converges locally on the Dirac-GAN.", VerdictKind.Refuted)]
    public void Statements(string name, string statement, VerdictKind verdict)
    {
        var found = Of(name, statement);
        Assert.Equal(verdict, found.Verdict);
        Assert.Equal(verdict == VerdictKind.Refuted, found.Witness is not null);
        Assert.NotEmpty(found.Reason);
    }

    private static VerdictInfo Of(string name, string statement)
        => Objectives.Find(name)!.Info.Analysis.Verdicts.Single(verdict => verdict.Statement == statement);
}
