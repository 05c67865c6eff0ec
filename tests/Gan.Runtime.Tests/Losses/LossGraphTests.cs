using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

/// <summary>The loss as a part of larger graphs, and where a graph is misused.</summary>
public sealed class LossGraphTests
{
    [Fact]
    public void AnIncomingGradientScales()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[] { 0.5, -2, 0 }).requires_grad_(true);
        Objectives.Logistic.GeneratorLoss(logits).mul(-3).add(logits.sum()).backward();
        Numbers.AssertEqual(Slopes(logits, t => 1 + 3 * Sigmoid(-t) / 3), logits.grad!, 1e-14);
    }

    [Fact]
    public void AGraphThatIsKeptIsDifferentiatedTwice()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[] { 0.5, -2, 0 }).requires_grad_(true);
        var loss = Objectives.Logistic.GeneratorLoss(logits);
        loss.backward(retain_graph: true);
        loss.backward();
        Numbers.AssertEqual(Slopes(logits, t => -2 * Sigmoid(-t) / 3), logits.grad!, 1e-14);
    }

    [Fact]
    public void OneSideAloneMayBeDifferentiated()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor(new[] { 1.0, 2 }), tensor(new[] { 0.0, -1 }).requires_grad_(true));
        Objectives.RelativisticPair.DiscriminatorLoss(real, fake).backward();
        Assert.Null(real.grad);
        Assert.Equal(Sigmoid(0 - 1) / 2, fake.grad![0].ToDouble(), 1e-15);
        Assert.Equal(Sigmoid(-1 - 2) / 2, fake.grad![1].ToDouble(), 1e-15);
    }

    [Fact]
    public void WithoutAGraphThereIsNone()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[] { 0.5f }).requires_grad_(true);
        using (no_grad())
            Assert.False(Objectives.Hinge.GeneratorLoss(logits).requires_grad);
        Assert.False(Objectives.Hinge.GeneratorLoss(logits.detach()).requires_grad);
        Assert.True(Objectives.Hinge.GeneratorLoss(logits).requires_grad);
    }

    [Fact]
    public void WeightsMayLearn()
    {
        using var scope = NewDisposeScope();
        var (logits, weights) = (tensor(new[] { 1.0, 3 }).requires_grad_(true), tensor(new[] { 2.0, 5 }).requires_grad_(true));
        // Least squares towards 1: w (t - 1)².
        Objectives.LeastSquares.GeneratorLoss(logits, new LossReduction(nn.Reduction.Sum) { Weights = weights }).backward();
        Numbers.AssertEqual([0, 4], weights.grad!, 1e-14);
        Numbers.AssertEqual([0, 20], logits.grad!, 1e-14);
    }

    [Fact]
    public void WeightsMayBeFreedBeforeBackward()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[] { 1.0, 3 }).requires_grad_(true);
        var weights = tensor(new[] { 2.0, 5 });
        var loss = Objectives.LeastSquares.GeneratorLoss(logits, new LossReduction(nn.Reduction.Sum) { Weights = weights });
        weights.Dispose();
        autograd.backward([loss], create_graph: true, retain_graph: true, inputs: [logits]);
        var gradient = logits.grad!;
        logits.grad = null;
        gradient.sum().backward();
        // w (t - 1)² has the slope 2 w (t - 1), and that the slope 2 w.
        Numbers.AssertEqual([0, 20], gradient, 1e-14);
        Numbers.AssertEqual([4, 10], logits.grad!, 1e-14);
    }

    [Fact]
    public void ALossOfTensorsWrittenToSinceIsRefusedWithoutEndingTheProcess()
    {
        var child = ChildProcess.Run(WriteToLogits);
        Assert.True(child.ExitCode == 0, child.Errors);
        Assert.Contains("refused, refused", child.Output);
    }

    private static void WriteToLogits()
    {
        foreach (var shape in new long[][] { [3], [] })
        {
            using var scope = NewDisposeScope();
            var leaf = randn(shape).requires_grad_(true);
            var logits = leaf.mul(1);
            var loss = Objectives.Logistic.GeneratorLoss(logits);
            logits.add_(1);
            try
            {
                loss.backward();
                Console.Write("taken, ");
            }
            catch (System.Runtime.InteropServices.ExternalException)
            {
                Console.Write("refused, ");
            }
        }
    }

    [Fact]
    public void NothingOfAGraphStays() => Live.AssertUnchanged(() =>
    {
        using var scope = NewDisposeScope();
        var logits = randn(5).requires_grad_(true);
        var loss = Objectives.RelativisticAverage.DiscriminatorLoss(logits, logits.neg());
        autograd.backward([loss], create_graph: true, retain_graph: true, inputs: [logits]);
        var gradient = logits.grad!;
        logits.grad = null;
        gradient.square().sum().backward();
    });

    private static double Sigmoid(double t) => 1 / (1 + Math.Exp(-t));

    private static double[] Slopes(Tensor logits, Func<double, double> slope) => [.. logits.data<double>().Select(slope)];
}
