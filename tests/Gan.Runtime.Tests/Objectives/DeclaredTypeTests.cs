using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests;

/// <summary>A loop reads alike whether its objective is declared with its own type or as the interface.</summary>
public sealed class DeclaredTypeTests
{
    private static readonly double[] s_logits = [0.5, -2, 3];

    [Fact]
    public void TheInterfaceTakesAReductionWhereTheTypeDoes()
    {
        using var scope = NewDisposeScope();
        IGanObjective objective = new Hinge { LossWeight = 2 };
        var logits = tensor(s_logits);
        // Hinge: max(0, 1 - t), max(0, 1 + t) and -t.
        Assert.Equal(-3, objective.GeneratorLoss(logits, nn.Reduction.Sum).item<double>(), 1e-14);
        Assert.Equal(3.5, objective.DiscriminatorRealLoss(logits, nn.Reduction.Sum).item<double>(), 1e-14);
        Assert.Equal(5.5, objective.DiscriminatorFakeLoss(logits, nn.Reduction.Sum).item<double>(), 1e-14);
        Assert.Equal(9, objective.DiscriminatorLoss(logits, logits, nn.Reduction.Sum).item<double>(), 1e-14);
        Numbers.AssertEqual([-1, 4, -6], objective.GeneratorLoss(logits, logits, nn.Reduction.None), 1e-14);

        LossReduction first = new(nn.Reduction.Sum) { Mask = tensor(new[] { true, false, false }) }, last = new(nn.Reduction.Sum) { Mask = tensor(new[] { false, false, true }) };
        Assert.Equal(0.5 + 4, objective.DiscriminatorLoss(logits, logits, first, last).item<double>(), 1e-14);
        Assert.Equal(-6, objective.GeneratorLoss(logits, logits, first, last).item<double>(), 1e-14);

        IGanObjective average = new RelativisticAverageHinge();
        var expected = ((RelativisticAverageHinge)average).GeneratorLoss(logits, logits.mul(2), first, last).item<double>();
        Assert.Equal(expected, average.GeneratorLoss(logits, logits.mul(2), first, last).item<double>());
    }

    [Fact]
    public void WhatAnObjectiveLacksItSays()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(s_logits);
        IGanObjective byHand = new LogisticObjective(), pair = new RelativisticPair();
        LossReduction sum = nn.Reduction.Sum, other = nn.Reduction.Sum;
        Assert.Equal(byHand.GeneratorLoss(logits).item<double>(), byHand.GeneratorLoss(logits, LossReduction.Mean).item<double>());
        Assert.Throws<NotSupportedException>(() => byHand.GeneratorLoss(logits, sum));
        Assert.Throws<NotSupportedException>(() => byHand.DiscriminatorRealLoss(logits, sum));
        Assert.Throws<NotSupportedException>(() => byHand.DiscriminatorFakeLoss(logits, sum));
        Assert.Throws<InvalidOperationException>(() => byHand.DiscriminatorFakeLoss(logits, LossReduction.Mean));
        Assert.Throws<ArgumentNullException>("reduction", () => byHand.GeneratorLoss(logits, (LossReduction)null!));
        Assert.Throws<InvalidOperationException>(() => pair.GeneratorLoss(logits, LossReduction.Mean));
        Assert.Equal(pair.DiscriminatorLoss(logits, logits, sum).item<double>(), pair.DiscriminatorLoss(logits, logits, sum, sum).item<double>());
        Assert.Throws<NotSupportedException>(() => pair.DiscriminatorLoss(logits, logits, sum, other));
        Assert.Throws<NotSupportedException>(() => pair.GeneratorLoss(logits, logits, sum, other));
        Assert.Throws<InvalidOperationException>(() => pair.GeneratorTerms(FunctionNet.Linear(1), logits.unsqueeze(1)));
    }

    [Fact]
    public void TheGeneratorsStepTakesTheRealSamplesOnEveryType()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(2);
        var (real, fake) = (tensor(s_logits).unsqueeze(1), tensor(s_logits).neg().unsqueeze(1).requires_grad_(true));
        var hinge = new Hinge();
        using var own = hinge.GeneratorTerms(discriminator, real, fake);
        using var ofInterface = ((IGanObjective)hinge).GeneratorTerms(discriminator, real, fake);
        using var withoutReal = ((IGanObjective)hinge).GeneratorTerms(discriminator, fake);
        Assert.Equal(1, own.Loss, 1e-14);
        Assert.Equal((own.Loss, own.Loss), (ofInterface.Loss, withoutReal.Loss));
        using var coupled = new RelativisticPair().GeneratorTerms(discriminator, real, fake);
        Assert.Equal(s_logits.Average(t => SampleLoss.Softplus.Value(4 * t)), coupled.Loss, 1e-14);
    }
}
