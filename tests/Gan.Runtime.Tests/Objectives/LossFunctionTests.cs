using Gan.Runtime.Testing;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests;

/// <summary>Losses written as C# methods, against numbers worked out by hand; their emitted tests hold them against the methods themselves.</summary>
public sealed class LossFunctionTests
{
    // x = t + 1.5; width 0.5: 0 up to x = 0, x² to x = 0.5, x - 0.25 above.
    [Theory]
    [InlineData(-2, 0)]
    [InlineData(-1.25, 0.0625)]
    [InlineData(0.5, 1.75)]
    public void ABlockWithLocalsAndBranches(double logit, double fake)
    {
        using var scope = NewDisposeScope();
        var objective = new SmoothHinge();
        Assert.Equal(fake, objective.DiscriminatorFakeLoss(tensor(logit)).item<double>(), 1e-12);
        Assert.Equal(fake, objective.DiscriminatorRealLoss(tensor(-logit)).item<double>(), 1e-12);
        Assert.Equal(-logit, objective.GeneratorLoss(tensor(logit)).item<double>(), 1e-12);
    }

    [Fact]
    public void AnInstancesOwnHyperparameterReachesTheMethodsFormula()
    {
        using var scope = NewDisposeScope();
        // x = 1 < 2: x² / (2 · 2)
        Assert.Equal(0.25, new SmoothHinge { Width = 2 }.DiscriminatorFakeLoss(tensor(-0.5)).item<double>(), 1e-12);
        Assert.Equal(2 * (Math.Log(1 + Math.Exp(-3)) - (0.5 * 3)), new Tilted { Tau = 0.5 }.DiscriminatorRealLoss(tensor(3.0)).item<double>(), 1e-12);
    }

    [Fact]
    public void TheGradientIsTheMethods()
    {
        using var scope = NewDisposeScope();
        var logit = tensor(-1.25, requires_grad: true);
        new SmoothHinge().DiscriminatorFakeLoss(logit).backward();
        Assert.Equal(0.5, logit.grad!.item<double>(), 1e-12);
    }

    [Fact]
    public void TheMethodsThemselvesCanBeCalled()
    {
        ILossFunctions functions = new SmoothHinge();
        Assert.Equal(0.0625, functions.Evaluate("Rounded", [-1.25, 0.5]));
        Assert.Throws<ArgumentException>("name", () => functions.Evaluate("Sharp", [0]));
    }

    [Fact]
    public void AMethodThatDoesSomethingElseIsFoundOut()
    {
        ILossFunctions functions = new SmoothHinge();
        LossFunctionChecks.Values(functions, "Linear", [(2, 6)], [3]);
        var error = Assert.Throws<ObjectiveCheckException>(() => LossFunctionChecks.Values(functions, "Linear", [(2, 6), (1, 3.001)], [3]));
        Assert.Equal("Linear at logit 1: the compiler read a formula of value 3.001, but the method returns 3.", error.Message);
        Assert.Throws<ObjectiveCheckException>(() => LossFunctionChecks.Values(functions, "Linear", [(2, double.NaN)], [3]));
        Assert.Throws<ObjectiveCheckException>(() => LossFunctionChecks.Values(functions, "Linear", [(2, double.PositiveInfinity)], [3]));
        Assert.Throws<ArgumentException>(() => LossFunctionChecks.Values(functions, "Linear", [], [3]));
    }

    [Fact]
    public void WhereFloatEndsInfinityIsExpected()
    {
        ILossFunctions functions = new SingleLeaky();
        LossFunctionChecks.SingleValues(functions, "Leaky", [(1e300, 1e300), (2, 2), (-8, -1)], []);
        Assert.Throws<ObjectiveCheckException>(() => LossFunctionChecks.SingleValues(functions, "Leaky", [(2, 2.001)], []));
    }
}
