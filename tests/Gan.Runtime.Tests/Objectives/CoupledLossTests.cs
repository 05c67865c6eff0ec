using static TorchSharp.torch;

namespace Gan.Runtime.Tests;

/// <summary>Relativistic losses against the sums of the paper (Jolicoeur-Martineau 2018, arXiv 1807.00734), written out in double precision here.</summary>
public sealed class CoupledLossTests
{
    private static readonly double[] s_real = [0.3, -1.2, 2.5];
    private static readonly double[] s_fake = [-0.7, 0.4, 1.9];

    [Fact]
    public void ThePair()
    {
        using var scope = NewDisposeScope();
        var objective = new LogisticPair { LossWeight = 2 };
        Assert.Equal(Enumerable.Range(0, 3).Average(i => Softplus(s_fake[i] - s_real[i])), objective.DiscriminatorLoss(tensor(s_real), tensor(s_fake)).item<double>(), 1e-14);
        Assert.Equal(2 * Enumerable.Range(0, 3).Average(i => Softplus(s_real[i] - s_fake[i])), objective.GeneratorLoss(tensor(s_real), tensor(s_fake)).item<double>(), 1e-14);
        Assert.Equal(Dsl.Coupling.Relativistic, objective.Info.Coupling);
        Assert.Equal("E[softplus(D(G(z)) - D(x))]", objective.Info.DiscriminatorLoss.Text);
        Assert.Equal("E[softplus(D(x) - D(G(z)))]", objective.Info.GeneratorLoss.Text);
    }

    [Fact]
    public void TheAverage()
    {
        using var scope = NewDisposeScope();
        var objective = new HingeAverage { M = 1 };
        double[] fake = [-0.7, 0.4, 1.9, 0.2];
        var (ofReal, ofFake) = (s_real.Select(x => x - fake.Average()).ToArray(), fake.Select(y => y - s_real.Average()).ToArray());
        Assert.Equal(ofReal.Average(t => Math.Max(0, 1 - t)) + ofFake.Average(t => Math.Max(0, 1 + t)), objective.DiscriminatorLoss(tensor(s_real), tensor(fake)).item<double>(), 1e-14);
        Assert.Equal(ofReal.Average(t => Math.Max(0, 1 + t)) + ofFake.Average(t => Math.Max(0, 1 - t)), objective.GeneratorLoss(tensor(s_real), tensor(fake)).item<double>(), 1e-14);
    }

    [Fact]
    public void WhatIsMaskedIsNotInTheOtherSidesMean()
    {
        using var scope = NewDisposeScope();
        var objective = new HingeAverage { M = 1 };
        var masked = new LossReduction(nn.Reduction.Mean) { Mask = tensor(new[] { true, true, false, true }) };
        var withNaN = objective.DiscriminatorLoss(tensor(s_real), tensor(new[] { -0.7, 0.4, double.NaN, 1.9 }), LossReduction.Mean, masked);
        Assert.Equal(objective.DiscriminatorLoss(tensor(s_real), tensor(s_fake)).item<double>(), withNaN.item<double>(), 1e-14);
    }

    /// <summary>exp of 0 less a mean of -1000 is infinite: it stands where the mask is, and must not reach the fakes through their mean.</summary>
    [Fact]
    public void WhatIsMaskedGetsNoGradientAndGivesNone()
    {
        using var scope = NewDisposeScope();
        var real = tensor(new[] { -1000, double.PositiveInfinity }).requires_grad_(true);
        var fake = tensor(new[] { -1000.0, -1000 }).requires_grad_(true);
        var masked = new LossReduction(nn.Reduction.Mean) { Mask = tensor(new[] { true, false }) };
        var loss = new ExponentialAverage().GeneratorLoss(real, fake, masked, LossReduction.Mean);
        Assert.Equal(2, loss.item<double>());
        loss.backward();
        // exp(x - ȳ) + mean exp(x - yᵢ), every difference 0.
        Assert.Equal([2, 0], real.grad!.data<double>().ToArray());
        Assert.Equal([-1, -1], fake.grad!.data<double>().ToArray());
    }

    [Fact]
    public void ThePairNeedsOneShape()
    {
        using var scope = NewDisposeScope();
        var objective = new LogisticPair();
        foreach (var loss in new Func<Tensor, Tensor, Tensor>[] { objective.DiscriminatorLoss, objective.GeneratorLoss })
        {
            var error = Assert.Throws<ArgumentException>(() => loss(zeros(4, 1), zeros(4)));
            Assert.Equal("fakeLogits", error.ParamName);
            Assert.StartsWith("A relativistic pair needs a real logit for each fake one: realLogits are [4, 1], fakeLogits [4].", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ThroughTheInterfaceOneArgumentIsRefused()
    {
        using var logits = zeros(2);
        IGanObjective objective = new LogisticPair();
        Assert.Contains("GeneratorLoss(realLogits, fakeLogits)", Assert.Throws<InvalidOperationException>(() => objective.GeneratorLoss(logits)).Message, StringComparison.Ordinal);
    }

    /// <summary>One G step: D sees real and fake, neither D nor the real samples get a gradient, and D is thawed again.</summary>
    [Fact]
    public void TheGeneratorsStep()
    {
        using var scope = NewDisposeScope();
        using var discriminator = nn.Linear(3, 1);
        var real = rand(5, 3);
        var fake = rand(5, 3).requires_grad_(true);
        var objective = new LogisticPair();
        using (var terms = objective.GeneratorTerms(discriminator, real, fake))
        {
            terms.Total.backward();
            using var expected = objective.GeneratorLoss(discriminator.call(real), discriminator.call(fake));
            Assert.Equal(expected.item<float>(), terms.Total.item<float>(), 1e-6f);
        }

        Assert.NotNull(fake.grad);
        Assert.All(discriminator.parameters(), static p => Assert.True(p is { requires_grad: true, grad: null }));
        Assert.Throws<InvalidOperationException>(() => GanStep.Generator(Objectives.RelativisticPair, discriminator, fake));
    }

    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(-2, 0.9)]
    public void OneSidedLabelSmoothing(double logit, double target)
    {
        using var scope = NewDisposeScope();
        var t = tensor(new[] { logit });
        Assert.Equal(Softplus(logit) - (target * logit), new SmoothedLogistic().DiscriminatorRealLoss(t).item<double>(), 1e-14);
        Assert.Equal(Softplus(logit), new SmoothedLogistic().DiscriminatorFakeLoss(t).item<double>(), 1e-14);
        Assert.Equal(Softplus(-logit), new SmoothedLogistic().GeneratorLoss(t).item<double>(), 1e-14);
        Assert.Equal(Softplus(logit) - (0.7 * logit), new SmoothedLogistic { Tau = 0.7 }.DiscriminatorRealLoss(t).item<double>(), 1e-14);
        Assert.Equal(Softplus(logit) - (0.75 * logit), new SmoothedByNumber().DiscriminatorRealLoss(t).item<double>(), 1e-14);
    }

    private static double Softplus(double t) => Math.Max(t, 0) + Math.Log(1 + Math.Exp(-Math.Abs(t)));
}
