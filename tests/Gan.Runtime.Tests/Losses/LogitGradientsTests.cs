using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

/// <summary>The direct way: loss and gradients without a graph.</summary>
public sealed class LogitGradientsTests
{
    public static TheoryData<string> Names => new(Objectives.All.Select(static objective => objective.Info.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void AreThoseOfTheLoss(string name)
    {
        var objective = Objectives.Find(name)!;
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64, ScalarType.Float16 })
        {
            using var scope = NewDisposeScope();
            using var gradients = new LogitGradients();
            var (real, fake) = (linspace(-3, 2, 35, dtype: type).requires_grad_(true), linspace(-1, 4, 35, dtype: type).requires_grad_(true));

            objective.DiscriminatorGradients(real, fake, gradients);
            var loss = objective.DiscriminatorLoss(real, fake);
            loss.backward();
            AssertEqual(loss, [real.grad, fake.grad], [gradients.Real, gradients.Fake]);

            (real.grad, fake.grad) = (null, null);
            objective.GeneratorGradients(real, fake, gradients);
            loss = objective.GeneratorLoss(real, fake);
            loss.backward();
            AssertEqual(loss, [real.grad, fake.grad], [gradients.Real, gradients.Fake]);

            void AssertEqual(Tensor loss, Tensor?[] expected, Tensor?[] actual)
            {
                Assert.Equal(loss.ToDouble(), gradients.Loss, 1e-6 * (1 + Math.Abs(gradients.Loss)));
                for (var i = 0; i < 2; i++)
                {
                    Assert.Equal(expected[i] is null, actual[i] is null);
                    if (actual[i] is { } gradient)
                        Assert.Equal(Numbers.Of(expected[i]!), Numbers.Of(gradient));
                }
            }
        }
    }

    [Fact]
    public void ReachTheNetworkInOneBackward()
    {
        using var scope = NewDisposeScope();
        using var gradients = new LogitGradients();
        var weight = tensor(new[] { 0.5 }).requires_grad_(true);
        var (real, fake) = (tensor(new[] { 1.0, 2 }), tensor(new[] { -1.0, 3, 4 }));
        Objectives.LeastSquares.DiscriminatorGradients(real.mul(weight), fake.mul(weight), gradients);
        gradients.Backward();
        // E(wx - 1)² + E(wy)²: 2E x(wx - 1) + 2wE y².
        Assert.Equal(2 * (1 * -0.5 + 2 * 0) / 2 + 2 * 0.5 * (1 + 9 + 16) / 3, weight.grad!.ToDouble(), 1e-14);
    }

    [Fact]
    public void KeepTheirMemory()
    {
        using var gradients = new LogitGradients();
        using var logits = randn(8, 1);
        using var others = randn(2, 3);
        Objectives.Hinge.DiscriminatorGradients(logits, logits, gradients);
        var (real, fake) = (gradients.Real, gradients.Fake);
        Live.AssertUnchanged(() => Objectives.Hinge.DiscriminatorGradients(logits, logits, gradients));
        Assert.Same(real, gradients.Real);
        Assert.Same(fake, gradients.Fake);

        // The generator's loss is of the fake logits alone; the memory of the others is still there afterwards.
        Objectives.Hinge.GeneratorGradients(logits, gradients);
        Assert.Null(gradients.Real);
        Objectives.Hinge.DiscriminatorGradients(logits, logits, gradients);
        Assert.Same(real, gradients.Real);

        Objectives.Hinge.DiscriminatorGradients(others, logits, gradients);
        Assert.Equal([2, 3], gradients.Real!.shape);
        Assert.Same(fake, gradients.Fake);
    }

    /// <summary>Gradients are in the type of the logits, whatever was kept before.</summary>
    [Fact]
    public void KeepNoMemoryOfAnotherType()
    {
        using var scope = NewDisposeScope();
        using var gradients = new LogitGradients();
        var objective = new LeastSquares { LossPath = LossPath.Kernel };
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64, ScalarType.Float32 })
        {
            var (real, fake) = (tensor(new[] { 0.5, 1, 3 }, type), tensor(new[] { -2.0, 0.25, 1 }, type));
            objective.DiscriminatorGradients(real, fake, gradients);
            Assert.Equal((type, type), (gradients.Real!.dtype, gradients.Fake!.dtype));
            // (x - 1)² and y², each a mean over three.
            Numbers.AssertEqual([-1.0 / 3, 0, 4.0 / 3], gradients.Real, 1e-7);
            Numbers.AssertEqual([-4.0 / 3, 0.5 / 3, 2.0 / 3], gradients.Fake, 1e-7);
            Assert.Equal(((0.25 + 0 + 4) / 3) + ((4 + 0.0625 + 1) / 3), gradients.Loss, 1e-6);
        }
    }

    [Fact]
    public void AllocateNextToNothing()
    {
        using var gradients = new LogitGradients();
        using var logits = randn(64, 1);
        Objectives.Logistic.DiscriminatorGradients(logits, logits, gradients);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Objectives.Logistic.DiscriminatorGradients(logits, logits, gradients);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 256);
    }

    [Theory]
    [InlineData(LossPath.Automatic)]
    [InlineData(LossPath.Composed)]
    public void TakeLogitsOfEveryLayoutAndTypeInTurn(LossPath path)
    {
        // Whatever filled them before, the gradient of least squares' E(t - 0)² is 2t/n, in the place of each logit.
        using var scope = NewDisposeScope();
        using var gradients = new LogitGradients();
        Func<Tensor>[] makers =
        [
            () => randn(4, 6),
            () => randn(6, 4).t(),
            () => randn(4, 12).slice(1, 0, 12, 2),
            () => randn(4, 1).expand(4, 6),
            () => randn(4, 6, ScalarType.Float64),
            () => randn(6, 4, ScalarType.Float64).t(),
            () => randn(4, 6).to(ScalarType.Float16),
            () => randn(24),
            () => randn([]),
        ];
        foreach (var first in makers)
        {
            foreach (var second in makers)
            {
                foreach (var make in new[] { first, second, first })
                {
                    var (real, fake) = (make(), make());
                    new LeastSquares { LossPath = path }.DiscriminatorGradients(real, fake, gradients);
                    Numbers.AssertEqual([.. Numbers.Of(fake).Select(t => 2 * t / fake.numel())], gradients.Fake!, 1e-3);
                    Numbers.AssertEqual([.. Numbers.Of(real).Select(t => 2 * (t - 1) / real.numel())], gradients.Real!, 1e-3);
                    Assert.Equal((fake.dtype, fake.device_type), (gradients.Fake!.dtype, gradients.Fake.device_type));
                    Assert.Equal(fake.shape, gradients.Fake.shape);
                }
            }
        }
    }

    [Fact]
    public void AreMadeAnewWhereTheOldOnesLieElsewhere()
    {
        using var scope = NewDisposeScope();
        using var gradients = new LogitGradients();
        var elsewhere = ones(2, 3, device: META);
        gradients.Take(0, null, elsewhere, null, elsewhere);
        Assert.Equal(DeviceType.META, gradients.Fake!.device_type);
        Objectives.Hinge.GeneratorGradients(zeros(2, 3), gradients);
        Numbers.AssertEqual([.. Enumerable.Repeat(-1.0 / 6, 6)], gradients.Fake!, 1e-7);
    }

    [Fact]
    public void AreFreedWithTheirOwner() => Live.AssertUnchanged(() =>
    {
        using var scope = NewDisposeScope();
        using var gradients = new LogitGradients();
        var logits = randn(4).requires_grad_(true);
        Objectives.RelativisticAverage.DiscriminatorGradients(logits.mul(2), logits.neg(), gradients);
        gradients.Backward();
        Objectives.Logistic.GeneratorGradients(logits.to(ScalarType.BFloat16), gradients);
    });

    [Fact]
    public void WhatCannotBeDifferentiatedIsSaid()
    {
        using var scope = NewDisposeScope();
        using var gradients = new LogitGradients();
        Assert.True(double.IsNaN(gradients.Loss));
        Assert.Contains("no gradient yet", Assert.Throws<InvalidOperationException>(gradients.Backward).Message);
        Objectives.Hinge.GeneratorGradients(zeros(2), gradients);
        Assert.Contains("no graph", Assert.Throws<InvalidOperationException>(gradients.Backward).Message);
        Assert.Throws<ArgumentNullException>(() => Objectives.Hinge.GeneratorGradients(zeros(2), null!));
        Assert.Throws<ArgumentNullException>(() => Objectives.Hinge.GeneratorGradients(null!, gradients));
        Assert.Equal("fakeLogits", Assert.Throws<ArgumentException>(() => Objectives.RelativisticPair.GeneratorGradients(zeros(2), zeros(3), gradients)).ParamName);
    }

    [Fact]
    public void AnObjectiveWrittenByHandHasThemFromItsGraph()
    {
        using var scope = NewDisposeScope();
        using var gradients = new LogitGradients();
        IGanObjective byHand = new LogisticObjective();
        var (real, fake) = (randn(5), randn(3));
        byHand.DiscriminatorGradients(real, fake, gradients);
        var (loss, ofReal, ofFake) = (gradients.Loss, Numbers.Of(gradients.Real!), Numbers.Of(gradients.Fake!));
        Objectives.Logistic.DiscriminatorGradients(real, fake, gradients);
        Assert.Equal(gradients.Loss, loss, 1e-6);
        Numbers.AssertEqual(ofReal, gradients.Real!, 1e-7);
        Numbers.AssertEqual(ofFake, gradients.Fake!, 1e-7);
    }
}
