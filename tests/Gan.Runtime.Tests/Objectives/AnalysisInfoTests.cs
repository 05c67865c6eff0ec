using Gan.Dsl;

namespace Gan.Runtime.Tests;

/// <summary>What an objective tells at run time of what the compiler found. The truths are those of the literature, see the catalogue's sources.</summary>
public sealed class AnalysisInfoTests
{
    [Theory]
    [InlineData("Vanilla", "log(p/q)", "2 JSD(p ‖ q)", "2 JSD(p ‖ q)", "±0.5i")]
    [InlineData("NonSaturating", "log(p/q)", "2 JSD(p ‖ q)", "KL(q ‖ p) − 2 JSD(p ‖ q)", "±0.5i")]
    [InlineData("BoundarySeeking", "log(p/q)", "2 JSD(p ‖ q)", null, "0 (twice)")]
    [InlineData("Wasserstein", null, "Wasserstein distance W₁(p, q), times D's Lipschitz constant", "Wasserstein distance W₁(p, q), times D's Lipschitz constant", "±1i")]
    [InlineData("EnergyBased", "0 where p > q, 10 where p < q", "10 total variation TV(p, q)", "10 total variation TV(p, q)", null)]
    public void OptimumDivergencesAndEigenvalues(string name, string? optimum, string divergence, string? ofG, string? eigenvalues)
    {
        var analysis = Objectives.Find(name)!.Info.Analysis;
        Assert.Equal((optimum, divergence, ofG, eigenvalues), (analysis.OptimalLogit, analysis.Divergence, analysis.GeneratorDivergence, analysis.DiracGanEigenvalues));
    }

    [Fact]
    public void WhatIsDeclaredOfTheOutputIsShown()
    {
        var energy = Objectives.Find("EnergyBased")!.Info;
        Assert.Equal((LogitRange.NonNegative, LogitSign.Energy), (energy.Logits, energy.Sign));
        Assert.Equal((LogitRange.Real, LogitSign.Logit), (Objectives.Hinge.Info.Logits, Objectives.Hinge.Info.Sign));
        Assert.Equal(["spectral normalisation"], Objectives.Find("LeCamHinge")!.Info.CriticLimits);
        Assert.Empty(Objectives.Hinge.Info.CriticLimits);
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
    [InlineData("Vanilla", "G's gradient vanishes when D confidently rejects its samples.", VerdictKind.Proved)]
    [InlineData("NonSaturating", "G's gradient vanishes when D confidently rejects its samples.", VerdictKind.Refuted)]
    [InlineData("Wasserstein", "D's loss is bounded below for any two distributions.", VerdictKind.Refuted)]
    [InlineData("Hinge", "D's loss is bounded below for any two distributions.", VerdictKind.Proved)]
    [InlineData("LeastSquares", "The loss of a real logit is convex.", VerdictKind.Proved)]
    [InlineData("WassersteinGradientPenalty", "Training converges locally on the Dirac-GAN.", VerdictKind.Refuted)]
    public void Statements(string name, string statement, VerdictKind verdict)
    {
        var found = Of(name, statement);
        Assert.Equal(verdict, found.Verdict);
        Assert.Equal(verdict == VerdictKind.Refuted, found.Witness is not null);
        Assert.NotEmpty(found.Reason);
    }

    /// <summary>The checker shares no code with what proved them.</summary>
    [Fact]
    public void ProvedStatementsOfTheCatalogueHoldWhenChecked()
    {
        var checks = Objectives.All.SelectMany(static objective => objective.Info.Verify().Select(check => (objective.Info.Name, check.Verdict, check.Holds))).ToList();
        Assert.Empty(checks.Where(static check => !check.Holds).Select(static check => $"{check.Name}: {check.Verdict.Statement}"));
        Assert.Equal(Objectives.All.Sum(static objective => objective.Info.Analysis.Verdicts.Count(static v => v.Verdict == VerdictKind.Proved)), checks.Count);
        Assert.InRange(checks.Count, 160, 260);
    }

    [Fact]
    public void AStatementOfOtherLossesDoesNotHold()
    {
        var info = Objectives.NonSaturating.Info;
        var turned = info with { Fake = new("-softplus(t)", "") };
        Assert.Equal(
            ["D learns to tell real samples from generated ones.", "The loss of a fake logit is convex.", "D's loss is bounded below when the distributions are equal.", "D's loss is bounded below for any two distributions.", "The optimal D returns log(p/q)."],
            turned.Verify().Where(static check => !check.Holds).Select(static check => check.Verdict.Statement));
    }

    /// <summary>What holds from 0 on, or with a penalty, does not hold where D returns any number, or without it.</summary>
    [Fact]
    public void AStatementOfAnotherRangeOrPenaltyDoesNotHold()
    {
        var (energy, leCam) = (Objectives.Find("EnergyBased")!.Info, Objectives.Find("LeCamHinge")!.Info);
        Assert.Equal(
            ["The loss of a real logit is convex.", "The loss of a fake logit is convex.", "D's loss is bounded below when the distributions are equal.", "D's loss is bounded below for any two distributions."],
            (energy with { Logits = LogitRange.Real }).Verify().Where(static check => !check.Holds).Select(static check => check.Verdict.Statement));
        Assert.Contains((energy with { Sign = LogitSign.Logit }).Verify(), static check => !check.Holds && check.Verdict.Statement.StartsWith("D learns", StringComparison.Ordinal));

        var critic = leCam with { Real = new("-t", ""), Fake = new("t", "") };
        Assert.True(critic.Verify().Single(static check => check.Verdict.Statement.EndsWith("for any two distributions.", StringComparison.Ordinal)).Holds);
        Assert.False((critic with { Penalties = [] }).Verify().Single(static check => check.Verdict.Statement.EndsWith("for any two distributions.", StringComparison.Ordinal)).Holds);
    }

    /// <summary>What pulls D's slopes to 0 is read from the penalties, and the balanced logit is looked for again.</summary>
    [Fact]
    public void ConvergenceRestsOnThePenaltyAndTheBalancedLogit()
    {
        var info = Objectives.Find("LogisticR1")!.Info;
        Assert.True(Converges(info));
        Assert.False(Converges(info with { Penalties = [] }));
        Assert.False(Converges(info with { Penalties = [new("GradientPenalty", "10 E(‖∇D(αx + (1 − α)G(z))‖ − 1)²", "")] }));
        Assert.True(Converges(info with { Penalties = [new("GradientPenalty", "10 E(‖∇D(αx + (1 − α)G(z))‖ − 0)²", "")] }));
        Assert.False(Converges(info with { Real = new("2 * softplus(-t)", "") }));

        static bool Converges(ObjectiveInfo info) => info.Verify().Single(static check => check.Verdict.Statement.StartsWith("Training converges", StringComparison.Ordinal)).Holds;
    }

    /// <summary>All statements share one number of steps: what comes after it is not decided, and is not said to hold.</summary>
    [Fact]
    public void MoreStatementsThanThereAreStepsForAreNotDecided()
    {
        var info = Objectives.NonSaturating.Info;
        var convex = info.Analysis.Verdicts.Single(static v => v.Statement == "The loss of a real logit is convex.");
        var checks = (info with { Analysis = new() { Verdicts = [.. Enumerable.Repeat(convex, 10_000)] } }).Verify();
        Assert.All(checks, static check => Assert.Equal(check.IsDecided, check.Holds));
        Assert.True(checks[0].IsDecided);
        Assert.False(checks[^1].IsDecided);
        Assert.All(info.Verify(), static check => Assert.True(check.IsDecided));
    }

    [Fact]
    public void ACertificateOfAnotherStatementDoesNotHold()
    {
        var verdicts = Objectives.NonSaturating.Info.Analysis.Verdicts;
        var (real, fake) = (verdicts.Single(static v => v.Statement.Contains("real logit")), verdicts.Single(static v => v.Statement.Contains("fake logit")));
        VerdictInfo[] swapped = [real with { Certificate = fake.Certificate }, fake with { Certificate = null }, real with { Statement = "Something else." }];
        var info = Objectives.NonSaturating.Info with { Analysis = new() { Verdicts = swapped } };
        Assert.Equal([false, false, false], info.Verify().Select(static check => check.Holds));
    }

    private static VerdictInfo Of(string name, string statement)
        => Objectives.Find(name)!.Info.Analysis.Verdicts.Single(verdict => verdict.Statement == statement);
}
