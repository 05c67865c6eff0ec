namespace Gan.Runtime.Tests;

/// <summary>The catalogue's list and its declared settings.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void ListsEveryObjectiveByName()
    {
        string[] expected =
        [
            "AsymmetricHinge", "BoundarySeeking", "DonskerVaradhan", "Dragan", "DualContrastive", "EnergyBased", "Exponential", "Hinge", "JensenShannon", "KullbackLeibler", "KullbackLeiblerLipschitz",
            "KullbackLeiblerWasserstein", "LeCamHinge", "LeastSquares", "LeastSquaresSymmetric", "LogisticR1", "NeymanChiSquared", "NonSaturating", "PearsonChiSquared", "R3Gan",
            "RelativisticAverage", "RelativisticAverageHinge", "RelativisticAverageLeastSquares", "RelativisticPair", "Renyi", "ReverseKullbackLeibler", "SinGan", "SmoothedLogistic", "SoftmaxGan",
            "SquaredHellinger", "StyleGan2",
            "TotalVariation", "Vanilla", "Wasserstein", "WassersteinGradientPenalty",
        ];
        Assert.Equal(expected, Objectives.All.Select(static objective => objective.Info.Name));
    }

    [Theory]
    [InlineData("Hinge")]
    [InlineData("hinge")]
    [InlineData("WASSERSTEINGRADIENTPENALTY")]
    public void FindsByNameInAnyCase(string name) => Assert.Equal(name, Objectives.Find(name)!.Info.Name, ignoreCase: true);

    [Fact]
    public void FindsNothingByAnUnknownName() => Assert.Null(Objectives.Find("Hinges"));

    [Fact]
    public void LogisticIsNonSaturating() => Assert.Same(Objectives.NonSaturating, Objectives.Logistic);

    [Fact]
    public void PublishedSettingsAreDeclared()
    {
        Assert.Equal(0.01, Objectives.Wasserstein.Info.WeightClip);
        Assert.Equal(5, Assert.IsType<R1Penalty>(Assert.Single(Objectives.LogisticR1.Penalties)).Weight);

        var wassersteinPenalty = Assert.IsType<GradientPenalty>(Assert.Single(Objectives.WassersteinGradientPenalty.Penalties));
        Assert.Equal((10, 1, false), (wassersteinPenalty.Weight, wassersteinPenalty.Target, wassersteinPenalty.OneSided));

        var patchPenalty = Assert.IsType<GradientPenalty>(Assert.Single(Objectives.SinGan.Penalties));
        Assert.Equal((0.1, Dsl.GradientNorm.PerPixel), (patchPenalty.Weight, patchPenalty.Norm));

        var lipschitzPenalty = Assert.IsType<GradientPenalty>(Assert.Single(Objectives.KullbackLeiblerLipschitz.Penalties));
        Assert.Equal((10, 1, true), (lipschitzPenalty.Weight, lipschitzPenalty.Target, lipschitzPenalty.OneSided));
        Assert.Equal(["spectral normalisation"], Objectives.KullbackLeiblerWasserstein.Info.CriticLimits);
        Assert.Equal(0.5, Objectives.Renyi.Alpha);
    }

    [Fact]
    public void LeastSquaresLabelsAreRunTimeHyperparameters()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var labels = new LeastSquares { A = -1, B = 1, C = 0, S = 0.5 };
        var logits = TorchSharp.torch.tensor(new[] { 0.5f });
        Assert.Equal(0.5 * 0.25, labels.DiscriminatorRealLoss(logits).item<float>(), 1e-7);
        Assert.Equal(0.5 * 2.25, labels.DiscriminatorFakeLoss(logits).item<float>(), 1e-7);
        Assert.Equal(0.5 * 0.25, labels.GeneratorLoss(logits).item<float>(), 1e-7);
    }

    [Fact]
    public void AHyperparameterOutOfItsRangeIsRefusedByName()
    {
        using var logits = TorchSharp.torch.zeros(3);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new LeastSquares { S = 0 }.GeneratorLoss(logits));
        Assert.Equal("S", error.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeastSquares { B = double.NaN }.DiscriminatorRealLoss(logits));
    }
}
