using static TorchSharp.torch;

namespace Gan.Runtime.Tests;

/// <summary>
/// Losses with statistics of a batch against their formulas in double precision, written out here: values, gradients by central differences in which what is detached stays, and
/// gradients of gradients.
/// </summary>
public sealed class BatchLossTests
{
    private static readonly double[] s_real = [0.3, -1.2, 2.5, 0.8];
    private static readonly double[] s_fake = [-0.7, 0.4, 1.9];

    /// <summary>A loss of both batches; the last two are where what is detached is taken from.</summary>
    internal delegate double BatchFunction(double[] real, double[] fake, double[] fixedReal, double[] fixedFake);

    public static TheoryData<string, LossPath> Cases
    {
        get
        {
            var cases = new TheoryData<string, LossPath>();
            foreach (var name in s_cases.Keys)
            {
                cases.Add(name, LossPath.Kernel);
                cases.Add(name, LossPath.Composed);
            }

            return cases;
        }
    }

    private static readonly Dictionary<string, (Func<LossPath, IGanObjective> Objective, BatchFunction Discriminator, BatchFunction Generator)> s_cases = new()
    {
        ["bound"] = (path => new VariationalBound { LossPath = path }, (x, y, _, _) => LogMeanExp(y) - x.Average(), (_, y, _, _) => -y.Average()),
        ["contrast"] = (
            path => new Contrast { LossPath = path },
            (x, y, _, _) => x.Average(t => Softplus(LogSumExp(y) - t)) + y.Average(t => Softplus(t + LogSumExp([.. x.Select(r => -r)]))),
            (x, y, _, _) => y.Average(t => Softplus(LogSumExp(x) - t))),
        ["average"] = (
            path => new AverageByMeans { LossWeight = 3, LossPath = path },
            (x, y, _, _) => x.Average(t => Softplus(y.Average() - t)) + y.Average(t => Softplus(t - x.Average())),
            (x, y, _, _) => 3 * (y.Average(t => Softplus(x.Average() - t)) + x.Average(t => Softplus(t - y.Average())))),
        ["weighted"] = (
            path => new SelfWeighted { LossPath = path },
            (x, y, _, fixedFake) => y.Zip(fixedFake, (t, f) => Math.Exp(f - LogMeanExp(fixedFake)) * t).Average() - x.Average(),
            (_, y, _, _) => -y.Average()),
        ["every"] = (
            path => new EveryStatistic { A = 0.5, LossPath = path },
            (x, y, _, _) => x.Average(t => Softplus(Median(y) - t)) + (0.1 * Variance([.. x.Select(t => 0.5 * t)]))
                + y.Average(t => Softplus(t - x.Max()) + (0.2 * Math.Sqrt(Variance(y)) * t)) + y.Min(t => Math.Pow(t - x.Average(), 2)),
            (_, y, _, _) => (y.Sum(t => Softplus(-t)) / 10) + (Math.Sqrt(1 + Variance(y)) * y.Average(t => Math.Exp(-t)))
                + Median([.. y.Select(t => Math.Exp(0.5 * t))]) - LogMeanExp([.. y.Select(t => (2 * t) - y.Max())])),
        ["detached"] = (
            path => new DetachedParts { LossPath = path },
            (x, y, fixedReal, fixedFake) => x.Zip(fixedReal, (t, f) => -t / (1 + Math.Exp(f))).Average()
                + (y.Average(t => Math.Pow(t - fixedReal.Average(), 2)) * Variance([.. y.Zip(fixedFake, (t, f) => Math.Exp(f) + t)])),
            (_, y, _, fixedFake) => y.Average(t => Softplus(fixedFake.Max() - t))),
    };

    /// <summary>G's loss of each fake logit, in memory that held NaN before: the loss has no part of the real logits.</summary>
    [Theory]
    [InlineData(LossPath.Kernel)]
    [InlineData(LossPath.Composed)]
    public void LossesOfOneSideDoNotReadWhatMemoryHeld(LossPath path)
    {
        var objective = new Contrast { LossPath = path };
        for (var i = 0; i < 50; i++)
        {
            using var scope = NewDisposeScope();
            var (real, fake) = (tensor(s_real), tensor(s_fake.Append(0.6).ToArray()));
            for (var j = 0; j < 20; j++)
                full([4], double.NaN, dtype: ScalarType.Float64).Dispose();
            var losses = ((IGanObjective)objective).GeneratorLoss(real, fake, LossReduction.None).data<double>().ToArray();
            Assert.All(losses.Zip(s_fake.Append(0.6)), static pair => Assert.Equal(Softplus(LogSumExp(s_real) - pair.Second), pair.First, 1e-12));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ValuesAndGradients(string name, LossPath path)
    {
        var (make, discriminator, generator) = s_cases[name];
        var objective = make(path);
        AssertLoss(discriminator, objective.DiscriminatorLoss);
        AssertLoss(generator, GeneratorOf(objective));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GradientsWithoutAGraph(string name, LossPath path)
    {
        var (make, discriminator, generator) = s_cases[name];
        var objective = make(path);
        using var scope = NewDisposeScope();
        using var gradients = new LogitGradients();
        objective.DiscriminatorGradients(tensor(s_real), tensor(s_fake), gradients);
        AssertGradients(discriminator, gradients.Loss, gradients.Real!, gradients.Fake!);
        objective.GeneratorGradients(tensor(s_real), tensor(s_fake), gradients);
        Assert.Equal(objective.Info.IsCoupled, gradients.Real is not null);
        AssertGradients(generator, gradients.Loss, gradients.Real, gradients.Fake!);
    }

    /// <summary>The derivative of a weighted sum of the gradient against differences of the gradient; detached parts are compared without their moves.</summary>
    [Theory]
    [InlineData("bound")]
    [InlineData("contrast")]
    [InlineData("average")]
    [InlineData("every")]
    public void SecondDerivatives(string name)
    {
        var objective = s_cases[name].Objective(LossPath.Automatic);
        foreach (var loss in new[] { objective.DiscriminatorLoss, GeneratorOf(objective) })
        {
            using var scope = NewDisposeScope();
            double[] weights = [0.7, -1.1, 0.4, 1.3, 0.9, -0.6, 0.2];
            var (real, fake) = (tensor(s_real).requires_grad_(true), tensor(s_fake).requires_grad_(true));
            var sum = Weighted(loss, real, fake, weights);
            if (sum.requires_grad)
                autograd.backward([sum], inputs: [real, fake]);
            AssertSlopes(s_real, (x, i) => Weighted(loss, tensor(x).requires_grad_(true), tensor(s_fake).requires_grad_(true), weights).item<double>(), real);
            AssertSlopes(s_fake, (y, i) => Weighted(loss, tensor(s_real).requires_grad_(true), tensor(y).requires_grad_(true), weights).item<double>(), fake);
        }

        static Tensor Weighted(Func<Tensor, Tensor, Tensor> loss, Tensor real, Tensor fake, double[] weights)
        {
            var value = loss(real, fake);
            autograd.backward([value], create_graph: true, retain_graph: true, inputs: [real, fake]);
            var (ofReal, ofFake) = (real.grad, fake.grad);
            (real.grad, fake.grad) = (null, null);
            var sum = ofFake!.mul(tensor(weights[..3])).sum();
            return ofReal is null ? sum : sum.add(ofReal.mul(tensor(weights[3..])).sum());
        }

        static void AssertSlopes(double[] logits, Func<double[], int, double> sum, Tensor leaf)
        {
            var actual = leaf.grad?.data<double>().ToArray() ?? new double[logits.Length];
            for (var i = 0; i < logits.Length; i++)
                Assert.Equal((sum(Moved(logits, i, 1e-5), i) - sum(Moved(logits, i, -1e-5), i)) / 2e-5, actual[i], 1e-8);
        }
    }

    /// <summary>What is detached is a number for the second derivative too: of t·detach(w) it is 0.</summary>
    [Fact]
    public void WhatIsDetachedHasNoSecondDerivative()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor(s_real).requires_grad_(true), tensor(s_fake).requires_grad_(true));
        autograd.backward([new SelfWeighted().DiscriminatorLoss(real, fake)], create_graph: true, retain_graph: true, inputs: [real, fake]);
        var gradient = fake.grad!;
        fake.grad = null;
        Assert.Equal(Math.Exp(0.4 - LogMeanExp(s_fake)) / 3, gradient[1].item<double>(), 1e-14);
        if (gradient.requires_grad)
            autograd.backward([gradient.sum()], inputs: [fake]);
        Assert.All(fake.grad?.data<double>().ToArray() ?? [0], slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void TheRelativisticAverageIsACaseOfIt()
    {
        using var scope = NewDisposeScope();
        var (mine, known) = (new AverageByMeans(), new RelativisticAverage());
        var (real, fake) = (tensor(s_real), tensor(s_fake));
        using LogitGradients ofMine = new(), ofKnown = new();
        mine.DiscriminatorGradients(real, fake, ofMine);
        known.DiscriminatorGradients(real, fake, ofKnown);
        Assert.True(ofMine.Real!.allclose(ofKnown.Real!, 1e-13, 1e-14) && ofMine.Fake!.allclose(ofKnown.Fake!, 1e-13, 1e-14));
        mine.GeneratorGradients(real, fake, ofMine);
        known.GeneratorGradients(real, fake, ofKnown);
        Assert.Equal(ofKnown.Loss, ofMine.Loss, 1e-14);
        Assert.True(ofMine.Real!.allclose(ofKnown.Real!, 1e-13, 1e-14) && ofMine.Fake!.allclose(ofKnown.Fake!, 1e-13, 1e-14));
    }

    private static Func<Tensor, Tensor, Tensor> GeneratorOf(IGanObjective objective) => objective.GeneratorLoss;

    private static void AssertLoss(BatchFunction expected, Func<Tensor, Tensor, Tensor> loss)
    {
        var before = Tensor.TotalCount;
        using (var scope = NewDisposeScope())
        {
            var (real, fake) = (tensor(s_real).requires_grad_(true), tensor(s_fake).requires_grad_(true));
            var result = loss(real, fake);
            result.backward();
            AssertGradients(expected, result.item<double>(), real.grad, fake.grad!);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    private static void AssertGradients(BatchFunction expected, double value, Tensor? ofReal, Tensor ofFake)
    {
        Assert.Equal(expected(s_real, s_fake, s_real, s_fake), value, 1e-13);
        var (real, fake) = (ofReal?.data<double>().ToArray() ?? new double[s_real.Length], ofFake.data<double>().ToArray());
        for (var i = 0; i < s_real.Length; i++)
            Assert.Equal((At(Moved(s_real, i, 1e-5), s_fake) - At(Moved(s_real, i, -1e-5), s_fake)) / 2e-5, real[i], 1e-9);
        for (var i = 0; i < s_fake.Length; i++)
            Assert.Equal((At(s_real, Moved(s_fake, i, 1e-5)) - At(s_real, Moved(s_fake, i, -1e-5))) / 2e-5, fake[i], 1e-9);

        double At(double[] x, double[] y) => expected(x, y, s_real, s_fake);
    }

    private static double[] Moved(double[] logits, int index, double step) => [.. logits.Select((t, i) => i == index ? t + step : t)];

    private static double Softplus(double t) => Math.Log(1 + Math.Exp(t));

    private static double LogSumExp(double[] t) => Math.Log(t.Sum(Math.Exp));

    private static double LogMeanExp(double[] t) => Math.Log(t.Average(Math.Exp));

    private static double Variance(double[] t) => t.Average(x => Math.Pow(x - t.Average(), 2));

    private static double Median(double[] t) => t.Order().ToArray() is var sorted && t.Length % 2 == 1 ? sorted[t.Length / 2] : (sorted[t.Length / 2] + sorted[(t.Length / 2) - 1]) / 2;
}
