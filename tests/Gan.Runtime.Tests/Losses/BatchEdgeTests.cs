using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

/// <summary>Losses with statistics where they are special: masks, weights, reductions, batches of one, ties, and numbers that are large or none.</summary>
public sealed class BatchEdgeTests
{
    private static readonly double[] s_fake = [-0.7, 0.4, 1.9];

    [Theory]
    [InlineData(LossPath.Kernel)]
    [InlineData(LossPath.Composed)]
    public void WhatIsMaskedIsInNoStatistic(LossPath path)
    {
        using var scope = NewDisposeScope();
        foreach (var objective in new IGanObjective[] { new Contrast { LossPath = path }, new EveryStatistic { LossPath = path }, new SelfWeighted { LossPath = path }, new VariationalBound { LossPath = path } })
        {
            var (real, fake) = (tensor(new[] { 0.5, -1, double.NaN, 2 }).requires_grad_(true), tensor(new[] { -0.7, double.PositiveInfinity, 0.4, 1.9, double.NaN }).requires_grad_(true));
            var (ofReal, ofFake) = (new LossReduction(nn.Reduction.Mean) { Mask = real.isfinite() }, new LossReduction(nn.Reduction.Mean) { Mask = fake.isfinite() });
            var (realLeft, fakeLeft) = (tensor(new[] { 0.5, -1, 2 }).requires_grad_(true), tensor(s_fake).requires_grad_(true));
            var (masked, left) = (objective.DiscriminatorLoss(real, fake, ofReal, ofFake), objective.DiscriminatorLoss(realLeft, fakeLeft));
            Assert.Equal(left.item<double>(), masked.item<double>(), 1e-14);
            left.backward();
            masked.backward();
            Assert.Equal(Spread(realLeft.grad!, real), real.grad!.data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-14);
            Assert.Equal(Spread(fakeLeft.grad!, fake), fake.grad!.data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-14);
        }

        static double[] Spread(Tensor left, Tensor logits)
        {
            var gradient = new Queue<double>(left.data<double>().ToArray());
            return [.. logits.data<double>().ToArray().Select(t => double.IsFinite(t) ? gradient.Dequeue() : 0)];
        }
    }

    [Fact]
    public void AMaskThatLeavesNothingIsRefused()
    {
        using var scope = NewDisposeScope();
        var none = new LossReduction(nn.Reduction.Sum) { Mask = zeros(3, ScalarType.Bool) };
        var error = Assert.Throws<ArgumentException>(() => new Contrast().DiscriminatorLoss(zeros(3), zeros(3), LossReduction.Sum, none));
        Assert.StartsWith("The mask leaves no logit, so its batch has no statistics.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EveryStatistic().GeneratorLoss(zeros(3), none));
        Assert.Throws<ArgumentException>(() => new Contrast().DiscriminatorLoss(zeros(0), zeros(3)));
        // Of the fakes it has no statistic: a sum over none is 0, as of every loss.
        Assert.Equal(0, new Contrast().GeneratorLoss(zeros(3), zeros(3), LossReduction.Sum, none).item<float>());
    }

    [Fact]
    public void WeightsMultiplyLossesAndNoStatistic()
    {
        using var scope = NewDisposeScope();
        double[] weights = [2, 0.5, 3];
        var weighted = new LossReduction(nn.Reduction.Mean) { Weights = tensor(weights) };
        var fake = tensor(s_fake).requires_grad_(true);
        var loss = new SelfWeighted().DiscriminatorLoss(zeros(2, ScalarType.Float64), fake, LossReduction.Mean, weighted);
        var mean = s_fake.Average(Math.Exp);
        Assert.Equal(s_fake.Zip(weights, (t, w) => w * Math.Exp(t) / mean * t).Average(), loss.item<double>(), 1e-14);
        loss.backward();
        Assert.Equal(0.5 * Math.Exp(0.4) / mean / 3, fake.grad![1].item<double>(), 1e-14);

        // Weights that learn have a gradient too: the losses, divided by their number.
        var learning = tensor(weights).requires_grad_(true);
        new SelfWeighted().DiscriminatorLoss(zeros(2, ScalarType.Float64), tensor(s_fake), LossReduction.Mean, new(nn.Reduction.Mean) { Weights = learning }).backward();
        Assert.Equal(Math.Exp(1.9) / mean * 1.9 / 3, learning.grad![2].item<double>(), 1e-14);
    }

    [Theory]
    [InlineData(LossPath.Kernel)]
    [InlineData(LossPath.Composed)]
    public void SumAndNoneAreOfTheSameLosses(LossPath path)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor(new[] { 0.5, -1, 2 }), tensor(s_fake).requires_grad_(true));
        var objective = new Contrast { LossPath = path };
        var single = objective.DiscriminatorLoss(real, fake, LossReduction.None);
        Assert.Equal([3], single.shape);
        Assert.Equal(3 * objective.DiscriminatorLoss(real, fake).item<double>(), single.sum().item<double>(), 1e-13);
        Assert.Equal(single.sum().item<double>(), objective.DiscriminatorLoss(real, fake, LossReduction.Sum).item<double>(), 1e-13);
        // Each loss reaches each logit, through the statistics.
        single[0].backward();
        Assert.DoesNotContain(0.0, fake.grad!.data<double>().ToArray());
        // The gradient of the first alone, by differences.
        double Loss(double t) => Math.Log(1 + Math.Exp(Math.Log(Math.Exp(-0.7) + Math.Exp(t) + Math.Exp(1.9)) - 0.5));
        Assert.Equal((Loss(0.4 + 1e-5) - Loss(0.4 - 1e-5)) / 2e-5, fake.grad![1].item<double>(), 1e-9);
    }

    [Theory]
    [InlineData(LossPath.Kernel)]
    [InlineData(LossPath.Composed)]
    public void OneLogitIsABatch(LossPath path)
    {
        using var scope = NewDisposeScope();
        foreach (var shape in new long[][] { [], [1], [1, 1] })
        {
            foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
            {
                var (real, fake) = (full(shape, 0.25, type).requires_grad_(true), full(shape, -0.5, type).requires_grad_(true));
                var loss = new EveryStatistic { LossPath = path }.DiscriminatorLoss(real, fake);
                Assert.Equal(type, loss.dtype);
                loss.backward();
                // variance and std are 0, with the slope 0: softplus(y - x) twice, and (y - x)².
                var slope = 1 / (1 + Math.Exp(0.75));
                Assert.Equal((2 * Math.Log(1 + Math.Exp(-0.75))) + (0.75 * 0.75), loss.ToDouble(), 1e-6);
                Assert.Equal((2 * slope) - 1.5, fake.grad!.sum().ToDouble(), 1e-6);
                Assert.Equal(-(2 * slope) + 1.5, real.grad!.sum().ToDouble(), 1e-6);
                Assert.Equal(type, fake.grad!.dtype);
                Assert.Equal(shape, fake.grad!.shape);
            }
        }
    }

    [Theory]
    [InlineData(LossPath.Kernel)]
    [InlineData(LossPath.Composed)]
    public void TiesShareAGradient(LossPath path)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor(new[] { 2.0, 2, -1, 2 }).requires_grad_(true), tensor(new[] { 1.0, 1, 1, 3, 0 }).requires_grad_(true));
        new Ties { LossPath = path }.DiscriminatorLoss(real, fake).backward();
        Assert.Equal([-1 / 3.0, -1 / 3.0, 0, -1 / 3.0], real.grad!.data<double>().ToArray());
        Assert.Equal([1 / 3.0, 1 / 3.0, 1 / 3.0, 0, 0], fake.grad!.data<double>().ToArray());
        // Two in the middle, each a half.
        var four = tensor(new[] { 4.0, 1, 3, 2 }).requires_grad_(true);
        var loss = new Ties { LossPath = path }.GeneratorLoss(four);
        Assert.Equal(-2.5 - 1, loss.item<double>());
        loss.backward();
        Assert.Equal([0, -1, -0.5, -0.5], four.grad!.data<double>().ToArray());
    }

    [Theory]
    [InlineData(LossPath.Kernel)]
    [InlineData(LossPath.Composed)]
    public void LargeLogitsDoNotOverflow(LossPath path)
    {
        using var scope = NewDisposeScope();
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            var (real, fake) = (tensor(new[] { 1e4, -1e4 }, type).requires_grad_(true), tensor(new[] { 2e4, 1e4, -3e4 }, type).requires_grad_(true));
            var loss = new Contrast { LossPath = path }.DiscriminatorLoss(real, fake);
            loss.backward();
            // softplus(2e4 - x), of mean 2e4; and softplus(y + 1e4) of 3e4, 2e4 and 0.
            Assert.Equal(2e4 + (5e4 / 3), loss.ToDouble(), 1e-2);
            Assert.Equal([1 + (1 / 3.0), 1 / 3.0, 0], fake.grad!.to(ScalarType.Float64).data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
            Assert.Equal(2e4 - Math.Log(3), new VariationalBound { LossPath = path }.DiscriminatorLoss(zeros(2, type), fake).ToDouble(), 1e-2);
        }
    }

    [Theory]
    [InlineData(LossPath.Kernel)]
    [InlineData(LossPath.Composed)]
    public void NaNStays(LossPath path)
    {
        using var scope = NewDisposeScope();
        Assert.True(double.IsNaN(new Ties { LossPath = path }.DiscriminatorLoss(tensor(new[] { 0.0, 1 }), tensor(new[] { 0, double.NaN, 5 })).item<double>()));
        Assert.True(double.IsNaN(new Ties { LossPath = path }.DiscriminatorLoss(tensor(new[] { double.NaN, 1 }), tensor(new[] { 0.0, 3, 5 })).item<double>()));
        Assert.True(double.IsNaN(new Ties { LossPath = path }.GeneratorLoss(tensor(new[] { 0.0, double.NaN })).item<double>()));
    }

    [Fact]
    public void HalfTypesAreComputedInFloat32AndGetTheirOwnGradient()
    {
        using var scope = NewDisposeScope();
        foreach (var type in new[] { ScalarType.Float16, ScalarType.BFloat16 })
        {
            var (real, fake) = (tensor(new[] { 0.5, -1, 2 }, type).requires_grad_(true), tensor(new[] { -0.75, 0.5, 2 }, type).requires_grad_(true));
            var loss = new Contrast().DiscriminatorLoss(real, fake);
            Assert.Equal(ScalarType.Float32, loss.dtype);
            Assert.Equal(new Contrast().DiscriminatorLoss(real.to(ScalarType.Float64), fake.to(ScalarType.Float64)).item<double>(), loss.item<float>(), 1e-6);
            loss.backward();
            Assert.Equal(type, fake.grad!.dtype);
        }
    }

    /// <summary>Both ways, for sizes that fill lanes and some that do not, with weights and a mask.</summary>
    [Theory]
    [InlineData(ScalarType.Float32, 1)]
    [InlineData(ScalarType.Float32, 67)]
    [InlineData(ScalarType.Float64, 67)]
    [InlineData(ScalarType.Float32, 70_001)]
    public void BothWaysAgree(ScalarType type, int count)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        foreach (var kind in new[] { nn.Reduction.Mean, nn.Reduction.Sum })
        {
            foreach (var hasMask in new[] { false, true })
            {
                var (real, fake) = (randn(count + 3, type), randn(count, type));
                LossReduction Of(Tensor logits) => hasMask ? new LossReduction(kind) { Weights = rand(logits.shape, type), Mask = logits.lt(1.5).logical_or(logits.eq(logits.max())) } : kind;
                var (ofReal, ofFake) = (Of(real), Of(fake));
                foreach (var make in new Func<LossPath, IGanObjective>[] { path => new Contrast { LossPath = path }, path => new EveryStatistic { LossPath = path }, path => new SelfWeighted { LossPath = path }, path => new DetachedParts { LossPath = path } })
                {
                    var kernel = Run(make(LossPath.Kernel), real, fake, ofReal, ofFake);
                    var composed = Run(make(LossPath.Composed), real, fake, ofReal, ofFake);
                    foreach (var (x, y) in kernel.Zip(composed))
                    {
                        var scale = Math.Max(y.abs().max().ToDouble(), 1e-3);
                        Assert.True(x.sub(y).abs().max().ToDouble() <= (type == ScalarType.Float32 ? 2e-5 : 1e-12) * scale, $"{make(LossPath.Kernel).Info.Name}, {kind}: {x.sub(y).abs().max().ToDouble()} of {scale}");
                    }
                }
            }
        }

        static Tensor[] Run(IGanObjective objective, Tensor real, Tensor fake, LossReduction ofReal, LossReduction ofFake)
        {
            var (x, y) = (real.detach().clone().requires_grad_(true), fake.detach().clone().requires_grad_(true));
            var loss = objective.DiscriminatorLoss(x, y, ofReal, ofFake);
            loss.backward();
            var result = new List<Tensor> { loss.detach(), x.grad!.clone(), y.grad!.clone() };
            y.grad!.zero_();
            var ofGenerator = objective.GeneratorLoss(x, y, ofReal, ofFake);
            ofGenerator.backward();
            return [.. result, ofGenerator.detach(), y.grad!];
        }
    }

    [Fact]
    public void TheKernelReadsWhatItReadsOfOtherLosses()
    {
        using var scope = NewDisposeScope();
        var info = new Contrast().Info;
        Assert.Equal(LossPath.Kernel, info.PathOf(zeros(3), out var reason));
        Assert.Equal("compiled from the formula for this CPU", reason);
        Assert.Equal(LossPath.Composed, info.PathOf(zeros(3, 2).t(), out reason));
        Assert.Equal("because the logits are not contiguous", reason);
        Assert.Throws<InvalidOperationException>(() => new Contrast { LossPath = LossPath.Kernel }.DiscriminatorLoss(zeros(3, 2).t(), zeros(2)));
        // Logits that do not lie in order take the other way, with the same result.
        var (real, fake) = (randn(3, 2, ScalarType.Float64), randn(2, 2, ScalarType.Float64));
        Assert.Equal(new Contrast().DiscriminatorLoss(real, fake).item<double>(), new Contrast().DiscriminatorLoss(real.t(), fake.t()).item<double>(), 1e-13);
    }

    [Theory]
    [InlineData(LossPath.Kernel)]
    [InlineData(LossPath.Composed)]
    public void NothingLeaks(LossPath path)
    {
        var before = Tensor.TotalCount;
        for (var i = 0; i < 3; i++)
        {
            using var scope = NewDisposeScope();
            var (real, fake) = (zeros(3).requires_grad_(true), ones(4).requires_grad_(true));
            new EveryStatistic { LossPath = path }.DiscriminatorLoss(real, fake).backward();
            new EveryStatistic { LossPath = path }.GeneratorLoss(fake).backward();
        }

        using (var gradients = new LogitGradients())
        using (var real = zeros(3))
        using (var fake = ones(4))
        {
            new EveryStatistic { LossPath = path }.DiscriminatorGradients(real, fake, gradients);
            new EveryStatistic { LossPath = path }.GeneratorGradients(fake, gradients);
            new EveryStatistic { LossPath = path }.DiscriminatorLoss(real, fake).Dispose();
        }

        Assert.Equal(before, Tensor.TotalCount);
    }
}
