using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

public sealed class LossReductionTests
{
    [Fact]
    public void WeightsAreFactorsAndMasksLeaveOut()
    {
        using var scope = NewDisposeScope();
        var losses = tensor(new[] { 1.0, 2, 3, 4, 5, 6 }).view(3, 2);
        var (weights, mask) = (tensor(new[] { 1.0, 10, 100 }), tensor(new[] { true, false, true, true, false, true }).view(3, 2));

        Assert.Equal(3.5, LossReduction.Mean.Of(losses).item<double>());
        Assert.Equal(21, LossReduction.Sum.Of(losses).item<double>());
        // One weight a sample: (1 + 2)·1 + (3 + 4)·10 + (5 + 6)·100.
        Assert.Equal(1173, new LossReduction(nn.Reduction.Sum) { Weights = weights }.Of(losses).item<double>());
        Assert.Equal(1173.0 / 6, new LossReduction(nn.Reduction.Mean) { Weights = weights }.Of(losses).item<double>(), 1e-12);
        // 1, 3, 4 and 6 are left.
        Assert.Equal(3.5, new LossReduction(nn.Reduction.Mean) { Mask = mask }.Of(losses).item<double>());
        Assert.Equal((1 + 30 + 40 + 600) / 4.0, new LossReduction(nn.Reduction.Mean) { Weights = weights, Mask = mask }.Of(losses).item<double>());
        Assert.Equal([1, 0, 30, 40, 0, 600], new LossReduction(nn.Reduction.None) { Weights = weights, Mask = mask }.Of(losses).data<double>().ToArray());
    }

    [Fact]
    public void ShapesThatBroadcastAreTaken()
    {
        using var scope = NewDisposeScope();
        var losses = ones(2, 1, 3, 4);
        foreach (var shape in new long[][] { [2], [2, 1, 1, 1], [1, 1, 3, 4], [2, 1, 3, 4], [1, 1, 1, 1], [2, 1, 3, 1] })
            Assert.Equal(48, new LossReduction(nn.Reduction.Sum) { Weights = full(shape, 2f) }.Of(losses).item<float>());
    }

    [Theory]
    [InlineData(new long[] { 3 })]
    [InlineData(new long[] { 4, 1 })]
    [InlineData(new long[] { 2, 3 })]
    [InlineData(new long[] { 2, 1, 1 })]
    [InlineData(new long[] { })]
    public void ShapesThatWouldEnlargeTheLogitsAreRefused(long[] shape)
    {
        using var scope = NewDisposeScope();
        var (logits, weights) = (zeros(2, 1), ones(shape));
        Assert.Equal("Weights", Assert.Throws<ArgumentException>(() => Objectives.Hinge.GeneratorLoss(logits, new LossReduction(nn.Reduction.Mean) { Weights = weights })).ParamName);
        Assert.Equal("Mask", Assert.Throws<ArgumentException>(() => Objectives.Hinge.GeneratorLoss(logits, new LossReduction(nn.Reduction.Mean) { Mask = weights.to(ScalarType.Bool) })).ParamName);
    }

    [Fact]
    public void WhatIsNoWeightAndNoMaskIsRefused()
    {
        using var scope = NewDisposeScope();
        var logits = zeros(3);
        var disposed = ones(3);
        disposed.Dispose();
        foreach (var wrong in new[] { disposed, zeros(0), ones(3, ScalarType.Int64) })
        {
            Assert.ThrowsAny<ArgumentException>(() => Objectives.Hinge.GeneratorLoss(logits, new LossReduction(nn.Reduction.Mean) { Weights = wrong }));
            Assert.ThrowsAny<ArgumentException>(() => Objectives.Hinge.GeneratorLoss(logits, new LossReduction(nn.Reduction.Mean) { Mask = wrong }));
        }

        var nothing = new LossReduction(nn.Reduction.Mean) { Mask = zeros(3, ScalarType.Bool) };
        Assert.Equal("The mask leaves no logit, so there is no mean. (Parameter 'Mask')", Assert.Throws<ArgumentException>(() => Objectives.Hinge.GeneratorLoss(logits, nothing)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LossReduction((nn.Reduction)9));
        Assert.Throws<ArgumentNullException>(() => Objectives.Hinge.GeneratorLoss(logits, null!));
    }

    [Fact]
    public void TheHalvesOfTheDiscriminatorsLossHaveWeightsOfTheirOwn()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor(new[] { 0.5, 2 }), tensor(new[] { -0.5, 1, 3 }));
        var realWeights = new LossReduction(nn.Reduction.Sum) { Weights = tensor(new[] { 2.0, 1 }) };
        var fakeWeights = new LossReduction(nn.Reduction.Sum) { Weights = tensor(new[] { 1.0, 0, 10 }) };
        // Hinge: 2·(1 - 0.5) + 1·0, and 1·(1 - 0.5) + 0 + 10·(1 + 3).
        Assert.Equal(1 + 0.5 + 40, Objectives.Hinge.DiscriminatorLoss(real, fake, realWeights, fakeWeights).item<double>());
        Assert.Equal("fakeReduction", Assert.Throws<ArgumentException>(() => Objectives.Hinge.DiscriminatorLoss(real, fake, LossReduction.Sum, LossReduction.Mean)).ParamName);
        Assert.Equal("fakeReduction", Assert.Throws<ArgumentException>(() => Objectives.Hinge.DiscriminatorLoss(real, fake, nn.Reduction.None)).ParamName);
    }

    [Fact]
    public void ThroughTheInterface()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[] { 1.0, -2, 4 });
        IGanObjective generated = new Hinge { LossWeight = 2 };
        Assert.Equal(2 * -3, generated.GeneratorLoss(logits, logits, nn.Reduction.Sum).item<double>());
        Assert.Equal(0 + 3 + 0 + 2 + 0 + 5, generated.DiscriminatorLoss(logits, logits, nn.Reduction.Sum).item<double>());

        IGanObjective byHand = new LogisticObjective();
        Assert.Equal(byHand.DiscriminatorLoss(logits, logits).item<double>(), byHand.DiscriminatorLoss(logits, logits, LossReduction.Mean).item<double>());
        Assert.Throws<NotSupportedException>(() => byHand.GeneratorLoss(logits, logits, LossReduction.Sum));
    }

    [Fact]
    public void NothingLeaks()
    {
        Live.AssertUnchanged(() =>
        {
            using var logits = tensor(new[] { 1f, 2, 3 }).requires_grad_(true);
            using var weights = ones(3);
            using var mask = tensor(new[] { true, false, true });
            foreach (var kind in Enum.GetValues<nn.Reduction>())
            {
                var reduction = new LossReduction(kind) { Weights = weights, Mask = mask };
                using var loss = Objectives.Logistic.DiscriminatorLoss(logits, logits, reduction);
                using var mean = loss.mean();
                mean.backward();
                using var direct = reduction.Of(logits);
                using var plain = new LossReduction(kind).Of(logits);
            }

            using var gradient = logits.grad;
            logits.grad = null;
        });
    }
}
