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
    public void WhatIsMaskedMayHaveNoWeightAndNoLogit()
    {
        using var scope = NewDisposeScope();
        foreach (var nothing in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            var logits = tensor(new[] { 0.5, nothing, -1 }).requires_grad_(true);
            var weights = tensor(new[] { 2, nothing, 4 }).requires_grad_(true);
            var reduction = new LossReduction(nn.Reduction.Mean) { Weights = weights, Mask = tensor(new[] { true, false, true }) };
            // Least squares towards 1: (2·0.25 + 4·4)/2.
            var loss = Objectives.LeastSquares.GeneratorLoss(logits, reduction);
            Assert.Equal(8.25, loss.item<double>());
            loss.backward();
            Assert.Equal([-1, 0, -8], logits.grad!.data<double>().ToArray());
            Assert.Equal([0.125, 0, 2], weights.grad!.data<double>().ToArray());
        }
    }

    [Fact]
    public void TheSecondDerivativeIsWeightedAndMaskedToo()
    {
        using var scope = NewDisposeScope();
        double[] numbers = [0.3, double.NaN, -2];
        var logits = tensor(numbers).requires_grad_(true);
        var reduction = new LossReduction(nn.Reduction.Sum) { Weights = tensor(new[] { 2.0, 1, 3 }), Mask = tensor(new[] { true, false, true }) };
        var loss = Objectives.Logistic.GeneratorLoss(logits, reduction);
        autograd.backward([loss], create_graph: true, retain_graph: true, inputs: [logits]);
        var slope = logits.grad!;
        logits.grad = null;
        autograd.backward([slope.sum()], inputs: [logits]);
        // softplus'' = σ(1 - σ).
        var curvature = logits.grad!.data<double>().ToArray();
        Assert.Equal(2 * Curvature(0.3), curvature[0], 1e-14);
        Assert.Equal(0, curvature[1]);
        Assert.Equal(3 * Curvature(-2), curvature[2], 1e-14);

        static double Curvature(double t) => 1 / (2 + Math.Exp(t) + Math.Exp(-t));
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float64)]
    public void WeightsMayBeOfAnotherDtypeThanTheLogits(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[] { 1.0, -2 }, type).requires_grad_(true);
        foreach (var weightType in new[] { ScalarType.Float16, ScalarType.Float32, ScalarType.Float64 })
        {
            var loss = Objectives.Wasserstein.GeneratorLoss(logits, new LossReduction(nn.Reduction.Sum) { Weights = tensor(new[] { 3.0, 0.5 }, weightType) });
            Assert.Equal(type == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32, loss.dtype);
            Assert.Equal(-2, loss.to(ScalarType.Float64).item<double>());
            loss.backward();
            Assert.Equal([-3, -0.5], Numbers.Of(logits.grad!));
            logits.grad = null;
        }
    }

    [Fact]
    public void MasksMayBeExpandedOrTransposedAndLogitsAScalar()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } });
        var columns = tensor(new[] { true, false, true }).expand(2, 3);
        var turned = tensor(new[,] { { true, false }, { false, true }, { true, true } }).t();
        Assert.Equal(-(1 + 3 + 4 + 6) / 4.0, Objectives.Hinge.GeneratorLoss(logits, new LossReduction(nn.Reduction.Mean) { Mask = columns }).item<double>());
        Assert.Equal(-(1 + 3 + 5 + 6) / 4.0, Objectives.Hinge.GeneratorLoss(logits, new LossReduction(nn.Reduction.Mean) { Mask = turned }).item<double>());
        var one = new LossReduction(nn.Reduction.Mean) { Weights = tensor(3.0), Mask = tensor(true) };
        Assert.Equal(-6, Objectives.Hinge.GeneratorLoss(tensor(2.0), one).item<double>());
    }

    [Fact]
    public void SparseMasksAndLossesThatAreNoneAreRefused()
    {
        using var scope = NewDisposeScope();
        var sparse = new LossReduction(nn.Reduction.Sum) { Mask = ones(3, ScalarType.Bool).to_sparse() };
        Assert.Equal("Mask", Assert.Throws<ArgumentException>(() => Objectives.Hinge.GeneratorLoss(zeros(3), sparse)).ParamName);
        foreach (var wrong in new[] { ones(3, ScalarType.Int64), eye(3).to_sparse() })
            Assert.Equal("losses", Assert.Throws<ArgumentException>(() => LossReduction.Mean.Of(wrong)).ParamName);
    }

    [Fact]
    public void WhatTheCallerGaveStaysInItsScope()
    {
        var reduction = new LossReduction(nn.Reduction.None) { Weights = ones(3), Mask = ones(3, ScalarType.Bool) };
        Tensor logits;
        using (NewDisposeScope())
        {
            logits = zeros(3);
            foreach (var objective in new IGanObjective[] { Objectives.Hinge, Objectives.RelativisticPair, Objectives.RelativisticAverage })
            {
                foreach (var given in new[] { reduction, LossReduction.None })
                {
                    using var scope = NewDisposeScope();
                    _ = objective.GeneratorLoss(logits, logits, given);
                    _ = LogitChecks.Prepare(logits, nameof(logits), given);
                    _ = given.Of(logits);
                }
            }

            Assert.False(logits.IsInvalid);
        }

        Assert.True(logits.IsInvalid);
        Assert.False(reduction.Weights.IsInvalid || reduction.Mask.IsInvalid);
        reduction.Weights.Dispose();
        reduction.Mask.Dispose();
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
    public void NothingOfCoupledLossesAndPreparedLogitsLeaks() => Live.AssertUnchanged(() =>
    {
        using var logits = tensor(new[] { 1f, 2, 3 }, ScalarType.Float16).requires_grad_(true);
        using var weights = ones(3);
        using var mask = tensor(new[] { true, false, true });
        foreach (var kind in Enum.GetValues<nn.Reduction>())
        {
            var reduction = new LossReduction(kind) { Weights = weights, Mask = mask };
            using var prepared = LogitChecks.Prepare(logits, nameof(logits), reduction);
            foreach (var objective in new IGanObjective[] { Objectives.RelativisticPair, Objectives.RelativisticAverage })
            {
                using var real = logits.detach();
                using var ofD = objective.DiscriminatorLoss(real, logits, reduction);
                using var ofG = objective.GeneratorLoss(real, logits, reduction);
                using var sum = ofD.sum();
                sum.backward();
            }
        }

        using var gradient = logits.grad;
        logits.grad = null;
    });

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
