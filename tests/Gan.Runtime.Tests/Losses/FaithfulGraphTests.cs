using Gan.Runtime.Devices;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

/// <summary>On a GPU without kernels autograd's own graph is taken, where it differentiates a loss to its slope.</summary>
public sealed class FaithfulGraphTests
{
    [Fact]
    public void AGraphThatOverflowsIsSeen()
    {
        Assert.True(FaithfulGraph<Stable>.Of(default));
        Assert.False(FaithfulGraph<Overflowing>.Of(default));
        Assert.False(FaithfulGraph<WrongAtTheKink>.Of(default));
    }

    [Fact]
    public void AFormulaIsTriedAgainWithOtherHyperparameters()
    {
        Assert.True(FaithfulGraph<Scaled>.Of(new(2, 2)));
        Assert.False(FaithfulGraph<Scaled>.Of(new(2, 3)));
        Assert.True(FaithfulGraph<Scaled>.Of(new(3, 3)));
    }

    [Theory]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void GradientsAreTheSameByTheGraph(ScalarType type)
    {
        using var scope = NewDisposeScope();
        foreach (var objective in Runtime.Objectives.All)
        {
            var (real, fake) = (randn(5, dtype: type), randn(5, dtype: type));
            var expected = Gradients(objective, real, fake);
            Tensor[] actual = [];
            // The CPU is taken for a GPU without kernels, as which it reads no half types.
            HostRead.CountOf(() => actual = Gradients(objective, real, fake));
            Assert.All(expected.Zip(actual), static pair => Assert.True(pair.First.isclose(pair.Second, 1e-2, 1e-3, true).all().item<bool>()));
        }
    }

    private static Tensor[] Gradients(IGanObjective objective, Tensor realLogits, Tensor fakeLogits)
    {
        var (real, fake) = (realLogits.detach().requires_grad_(true), fakeLogits.detach().requires_grad_(true));
        objective.DiscriminatorLoss(real, fake).backward();
        return [real.grad!, fake.grad!];
    }

    private readonly struct Stable : ILossFormula
    {
        public static bool HasLogarithm => false;

        public double LogarithmWeight => 0;

        public void Evaluate<T>(T t, out T loss, out T unit, out T slope)
            where T : struct, ILanes<T> => throw new NotSupportedException();

        public Tensor Loss(Tensor logit) => logit.softplus(1, 40);

        public Tensor Slope(Tensor logit) => logit.sigmoid();
    }

    private readonly struct Overflowing : ILossFormula
    {
        public static bool HasLogarithm => false;

        public double LogarithmWeight => 0;

        public void Evaluate<T>(T t, out T loss, out T unit, out T slope)
            where T : struct, ILanes<T> => throw new NotSupportedException();

        public Tensor Loss(Tensor logit) => logit.exp().add(1).log();

        public Tensor Slope(Tensor logit) => logit.sigmoid();
    }

    private readonly struct WrongAtTheKink : ILossFormula
    {
        public static bool HasLogarithm => false;

        public double LogarithmWeight => 0;

        public void Evaluate<T>(T t, out T loss, out T unit, out T slope)
            where T : struct, ILanes<T> => throw new NotSupportedException();

        public Tensor Loss(Tensor logit) => logit.relu();

        public Tensor Slope(Tensor logit) => logit.ge(0).to(logit.dtype);
    }

    private readonly struct Scaled(double scale, double slope) : ILossFormula
    {
        public static bool HasLogarithm => false;

        public double LogarithmWeight => 0;

        public void Evaluate<T>(T t, out T loss, out T unit, out T slope)
            where T : struct, ILanes<T> => throw new NotSupportedException();

        public Tensor Loss(Tensor logit) => logit.mul(scale);

        public Tensor Slope(Tensor logit) => full_like(logit, slope);
    }
}
