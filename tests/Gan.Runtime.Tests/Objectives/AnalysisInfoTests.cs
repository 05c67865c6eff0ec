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
        Assert.Equal(VerdictKind.Proved, Of("LogisticR1", ObjectiveProperty.ConvergesOnDiracGan).Verdict);
        var eigenvalues = Objectives.LogisticR1.Info.Analysis.DiracGanEigenvalues!.Split(" and ").Select(double.Parse).ToArray();
        Assert.Equal(-5 + Math.Sqrt(24.75), eigenvalues[0], 5e-3);
        Assert.Equal(-5 - Math.Sqrt(24.75), eigenvalues[1], 5e-3);
    }

    [Theory]
    [InlineData("Vanilla", ObjectiveProperty.GeneratorSaturates, VerdictKind.Proved)]
    [InlineData("NonSaturating", ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted)]
    [InlineData("Wasserstein", ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Refuted)]
    [InlineData("Hinge", ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved)]
    [InlineData("LeastSquares", ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved)]
    [InlineData("WassersteinGradientPenalty", ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted)]
    public void Properties(string name, ObjectiveProperty property, VerdictKind verdict)
    {
        var found = Of(name, property);
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
            [ObjectiveProperty.DiscriminatorSeparates, ObjectiveProperty.FakeLossIsConvex, ObjectiveProperty.IsBoundedForEqualDistributions, ObjectiveProperty.IsBoundedForAnyDistributions, ObjectiveProperty.OptimumIsLogRatio],
            turned.Verify().Where(static check => !check.Holds).Select(static check => check.Verdict.Property!.Value));
    }

    /// <summary>What holds from 0 on, or with a penalty, does not hold where D returns any number, or without it.</summary>
    [Fact]
    public void AStatementOfAnotherRangeOrPenaltyDoesNotHold()
    {
        var (energy, leCam) = (Objectives.Find("EnergyBased")!.Info, Objectives.Find("LeCamHinge")!.Info);
        Assert.Equal(
            [ObjectiveProperty.RealLossIsConvex, ObjectiveProperty.FakeLossIsConvex, ObjectiveProperty.IsBoundedForEqualDistributions, ObjectiveProperty.IsBoundedForAnyDistributions],
            (energy with { Logits = LogitRange.Real }).Verify().Where(static check => !check.Holds).Select(static check => check.Verdict.Property!.Value));
        Assert.Contains((energy with { Sign = LogitSign.Logit }).Verify(), static check => !check.Holds && check.Verdict.Property == ObjectiveProperty.DiscriminatorSeparates);

        var critic = leCam with { Real = new("-t", ""), Fake = new("t", "") };
        Assert.True(critic.Verify().Single(static check => check.Verdict.Property == ObjectiveProperty.IsBoundedForAnyDistributions).Holds);
        Assert.False((critic with { Penalties = [] }).Verify().Single(static check => check.Verdict.Property == ObjectiveProperty.IsBoundedForAnyDistributions).Holds);
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

        static bool Converges(ObjectiveInfo info) => info.Verify().Single(static check => check.Verdict.Property == ObjectiveProperty.ConvergesOnDiracGan).Holds;
    }

    /// <summary>All statements share one number of steps: what comes after it is not decided, and is not said to hold.</summary>
    [Fact]
    public void MoreStatementsThanThereAreStepsForAreNotDecided()
    {
        var info = Objectives.NonSaturating.Info;
        var convex = info.Analysis.Verdicts.Single(static v => v.Property == ObjectiveProperty.RealLossIsConvex);
        var checks = (info with { Analysis = new() { Verdicts = [.. Enumerable.Repeat(convex, 10_000)] } }).Verify();
        Assert.All(checks, static check => Assert.Equal(check.IsDecided, check.Holds));
        Assert.True(checks[0].IsDecided);
        Assert.False(checks[^1].IsDecided);
        Assert.All(info.Verify(), static check => Assert.True(check.IsDecided));
    }

    /// <summary>Every objective has a verdict on each property, in one order, and the property alone identifies it: its sentence may be worded anew.</summary>
    [Fact]
    public void APropertyIdentifiesAStatement()
    {
        Assert.All(Objectives.All, static objective => Assert.Equal(Enum.GetValues<ObjectiveProperty>(), objective.Info.Analysis.Verdicts.Select(static v => v.Property!.Value)));
        var info = Objectives.NonSaturating.Info;
        Assert.Equal(info.Analysis.Verdicts.Count, info.Analysis.Verdicts.Select(static v => v.Statement).Distinct().Count());
        Assert.All(info.Analysis.Verdicts, static v => Assert.EndsWith(".", v.Statement, StringComparison.Ordinal));
        var reworded = info with { Analysis = new() { Verdicts = [.. info.Analysis.Verdicts.Select(static v => v with { Statement = "Something else." })] } };
        Assert.Equal(info.Verify().Select(static check => check.Holds), reworded.Verify().Select(static check => check.Holds));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new VerdictInfo((ObjectiveProperty)99, VerdictKind.Proved, ""));
    }

    [Fact]
    public void ACertificateOfAnotherStatementDoesNotHold()
    {
        var verdicts = Objectives.NonSaturating.Info.Analysis.Verdicts;
        var (real, fake) = (verdicts.Single(static v => v.Property == ObjectiveProperty.RealLossIsConvex), verdicts.Single(static v => v.Property == ObjectiveProperty.FakeLossIsConvex));
        VerdictInfo[] swapped = [real with { Certificate = fake.Certificate }, fake with { Certificate = null }, real with { Property = null }];
        var info = Objectives.NonSaturating.Info with { Analysis = new() { Verdicts = swapped } };
        Assert.Equal([false, false, false], info.Verify().Select(static check => check.Holds));
    }

    private static VerdictInfo Of(string name, ObjectiveProperty property)
        => Objectives.Find(name)!.Info.Analysis.Verdicts.Single(verdict => verdict.Property == property);
}
