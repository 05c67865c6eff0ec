namespace Gan.Runtime.Tests;

/// <summary>What objectives tell of their penalties by formulas, and that the checker agrees with what was proved of them.</summary>
public sealed class PenaltyInfoTests
{
    private const string Convergence = "Training converges locally on the Dirac-GAN.";

    [Fact]
    public void TextsAndFormulas()
    {
        Assert.Equal(
            ["2 E[pow(n, 6)], n = ‖∇D(αx + (1 − α)G(z))‖"],
            new WassersteinDivergence().Info.Penalties.Select(static p => p.Text));
        Assert.Equal(
            [
                "10 max[square(n)], n = ‖∇D(αx + (1 − α)G(z))‖",
                "0.5 max[square(relu(n - 1))], n = ‖∇D(x + α·0.5·std(x)·U(0, 1))‖",
                "0.25 E(‖∇D(y)‖ − 1)², y from both batches",
            ],
            new MaximumSlope().Info.Penalties.Select(static p => p.Text));
        Assert.Equal(
            ["1 E[square(sigmoid(-t)) · square(n)], n = ‖∇D(x)‖, t = D(x)", "1 E[square(sigmoid(t)) · square(n)], n = ‖∇D(G(z))‖, t = D(G(z))"],
            new JensenShannonRegularized().Info.Penalties.Select(static p => p.Text));
        Assert.Equal(
            [@"1\,\mathbb{E}\left[\left(\sigma(-D(x))^{2}\right) \left({\lVert\nabla D(x)\rVert}^{2}\right)\right]"],
            new JensenShannonRegularized().Info.Penalties.Take(1).Select(static p => p.Latex));
        Assert.Equal("10 E(‖∇D(αx + (1 − α)G(z))‖_1 − 1)²", new BanachWasserstein().Info.Penalties[0].Text);
        Assert.Equal("10 E(‖∇D(αx + (1 − α)G(z))‖_∞ − 1)²", new BanachWasserstein().Info.Penalties[1].Text);
    }

    /// <summary>γ/2 = σ(0)² at real and at generated samples, each of weight 1: γ = 1, and λ² + λ + ¼ has the root −½ twice.</summary>
    [Fact]
    public void TheRegularisedDivergenceConverges()
    {
        var analysis = new JensenShannonRegularized().Info.Analysis;
        Assert.Equal("-0.5 (twice)", analysis.DiracGanEigenvalues);
        Assert.Equal(VerdictKind.Proved, analysis.Verdicts.Single(static verdict => verdict.Statement == Convergence).Verdict);
    }

    [Fact]
    public void WhatACriticMeasuresUnderAFormula()
    {
        Assert.Equal("Wasserstein distance W₁(p, q), under a 1-Lipschitz constraint for the distance ‖x − y‖_∞", new BanachWasserstein().Info.Analysis.Divergence);
        Assert.Null(new WassersteinDivergence().Info.Analysis.Divergence);
    }

    [Fact]
    public void WhatIsProvedHoldsWhenChecked()
    {
        IGanObjective[] all = [new WassersteinDivergence(), new MaximumSlope(), new JensenShannonRegularized(), new BanachWasserstein(), new NamedPenaltyFormulas()];
        Assert.All(all, static objective => Assert.All(objective.Info.Verify(), check => Assert.True(check.Holds, $"{objective.Info.Name}: {check.Verdict.Statement}")));
    }

    /// <summary>The checker reads the penalties itself: the same certificate holds no more where a penalty is another one.</summary>
    [Theory]
    [InlineData("1 E[square(n)], n = ‖∇D(x)‖", true)]
    [InlineData("1 E[n < 2 ? n * n : 4 * n - 4], n = ‖∇D(x)‖", true)]
    [InlineData("1 E[sigmoid(t) · square(n)], n = ‖∇D(x)‖, t = D(x)", true)]
    [InlineData("2 max[square(n)], n = ‖∇D(x)‖", true)]
    [InlineData("5 E(‖∇D(x)‖_1 − 0)²", true)]
    [InlineData("5 E max(0, ‖∇D(x)‖ − 0)²", true)]
    [InlineData("1 E[square(t) · square(n)], n = ‖∇D(x)‖, t = D(x)", false, true)]
    [InlineData("1 E[-sigmoid(t) · square(n)], n = ‖∇D(x)‖, t = D(x)", false, true)]
    [InlineData("1 E[sigmoid(t) · (square(n) + 1)], n = ‖∇D(x)‖, t = D(x)", false)]
    [InlineData("1 E[pow(n, 6)], n = ‖∇D(x)‖", false, true)]
    [InlineData("1 E[square(max(0, n - 1))], n = ‖∇D(x)‖", false, true)]
    [InlineData("1 E[n], n = ‖∇D(x)‖", false)]
    [InlineData("1 E[sqrt(n)], n = ‖∇D(x)‖", false)]
    [InlineData("1 E[square(n - 1)], n = ‖∇D(x)‖", false)]
    [InlineData("1 E[-square(n)], n = ‖∇D(x)‖", false)]
    [InlineData("5 E max(0, ‖∇D(x)‖ − 1)²", false, true)]
    [InlineData("5 E(‖∇D(x)‖ − 1)²", false)]
    public void TheCheckerReadsThePenalties(string text, bool holds, bool isHarmless = false)
    {
        var info = Objectives.LogisticR1.Info;
        var other = info with { Penalties = [new("Mine", text, "")] };
        Assert.Equal(holds, other.Verify().Single(static check => check.Verdict.Statement == Convergence).Holds);

        // R1 beside it is enough, unless the penalty pushes the gradient away from 0 or is not known.
        var both = info with { Penalties = [.. info.Penalties, new("Mine", text, "")] };
        Assert.Equal(holds || isHarmless, both.Verify().Single(static check => check.Verdict.Statement == Convergence).Holds);
    }
}
