using Gan.Dsl;
using Gan.Experiments.Atlas;
using Gan.Experiments.Atlas.Batches;
using Gan.Experiments.Atlas.Measures;
using Gan.Experiments.Atlas.Mixtures;
using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Atlas;

/// <summary>The bound of Donsker and Varadhan 1983.</summary>
[GanObjective(Real = "-t", Fake = "logmeanexp(fake)", Generator = "-t")]
internal sealed partial class OfABatch;

/// <summary>The same, but with gradients that are not those of its value (Song and Ermon 2019, arXiv 1910.09779).</summary>
[GanObjective(Real = "-t", Fake = "t * detach(exp(t - logmeanexp(fake)))", Generator = "-t")]
internal sealed partial class OfWeights;

/// <summary>The non-saturating GAN in other words.</summary>
[GanObjective(Real = "mean(softplus(-real))", Fake = "softplus(t) + 0 * mean(real)", Generator = "mean(softplus(-fake))")]
internal sealed partial class LogisticMeans;

/// <summary>Yu et al. 2021, arXiv 2103.16748.</summary>
[GanObjective(Real = "softplus(logsumexp(fake) - t)", Fake = "softplus(t + logsumexp(-real))", Generator = "-mean(softplus(logsumexp(fake) - real)) - softplus(t + logsumexp(-real))")]
internal sealed partial class OfSums;

[Collection(MeasuredCatalogueGroup.Name)]
public sealed class BatchTests(MeasuredCatalogue catalogue)
{
    /// <summary>The goal of the bound: of all answers the best ones are log(p/q), up to a constant, and L_D of them is −KL(p ‖ q).</summary>
    [Fact]
    public void The_bound_of_Donsker_and_Varadhan_is_KL() => Assert.All(CountedPair.Random, static pair =>
    {
        var best = BatchBest.Of(new OfABatch(), pair, 0);
        Assert.Equal(-KullbackLeibler(pair), best.Loss, 1e-12);
        Assert.Equal(KullbackLeibler(pair), best.Drop, 1e-12);
        Assert.True(best is { IsUpToConstant: true, HasStoppedGradients: false });
        AssertLogRatio(pair, best.Logits);
    });

    /// <summary>D's weights are p/q where it rests, so that its value is 0 there, but its gradients have been those of the bound on the way.</summary>
    [Fact]
    public void Stopped_gradients_are_followed() => Assert.All(CountedPair.Random, static pair =>
    {
        var best = BatchBest.Of(new OfWeights(), pair, 0);
        Assert.Equal(0, best.Loss, 1e-12);
        Assert.Equal(KullbackLeibler(pair), best.Drop, 1e-10);
        Assert.True(best is { IsUpToConstant: true, HasStoppedGradients: true });
        AssertLogRatio(pair, best.Logits);
    });

    [Fact]
    public void What_is_measured_is_named()
    {
        var (said, found) = (IObjectiveMeasure.Of(new OfABatch()).Result().Optimum!, IObjectiveMeasure.Of(new OfWeights()).Result().Optimum!);
        Assert.Equal(("log(p/q) + c, with any constant c", "KL(p ‖ q)", "KL(q ‖ p)"), (said.ClosedForm, said.Measures, said.Minimises));
        Assert.Equal(("log(p/q) + c (recognised numerically)", "KL(p ‖ q) (recognised numerically)", null), (found.ClosedForm, found.Measures, found.Minimises));
        Assert.All([said, found], static optimum =>
        {
            Assert.True(optimum.ClosedFormError < 1e-9);
            Assert.True(optimum.DivergenceError < 1e-9);
            Assert.Equal(optimum.Way!.References.Single().Values, optimum.Way.Measured, static (a, b) => Math.Abs(a - b) < 1e-9);
        });
        Assert.Null(IObjectiveMeasure.Of(new OfSums()).Result().Optimum!.Measures);
    }

    /// <summary>What can be measured both ways comes out the same: by single logits, and by batches.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_loss_of_single_logits_is_measured_alike_as_one_of_a_batch(bool isByHand)
    {
        var (expected, actual) = (catalogue["NonSaturating"], IObjectiveMeasure.Of(isByHand ? new ByHand() : new LogisticMeans()).Result());
        Assert.True(actual.IsOfBatches);
        // Every second logit of the curves, whose values are 0 at 0.
        AssertEqual(Every(2, expected.Curves.Real, Math.Log(2)), actual.Curves.Real);
        AssertEqual(Every(2, expected.Curves.Generator, Math.Log(2)), actual.Curves.Generator);
        AssertEqual(Every(2, expected.Curves.FakeSlope, 0), actual.Curves.FakeSlope);
        Assert.Empty(actual.Curves.Kinks);
        Assert.Equal(expected.Curves.Outcomes, actual.Curves.Outcomes);
        Assert.Equal(("log(p/q) (recognised numerically)", "2 JSD(p ‖ q) (recognised numerically)"), (actual.Optimum!.ClosedForm, actual.Optimum.Measures));
        AssertEqual(expected.Supports.Limited.Divergence, actual.Supports.Limited.Divergence);
        AssertEqual(expected.Supports.Limited.Pull, actual.Supports.Limited.Pull);
        AssertEqual(expected.Supports.Unlimited!.Divergence, actual.Supports.Unlimited!.Divergence);
        Assert.Equal(expected.Dirac.Simultaneous, actual.Dirac.Simultaneous, 1e-9);
        Assert.Equal(expected.Dirac.Alternating, actual.Dirac.Alternating, 1e-9);
        Assert.Equal(expected.Dirac.Derived!.First.Imaginary, actual.Dirac.Derived!.First.Imaginary, 1e-9);
        if (!isByHand)
        {
            Assert.All(actual.Verdicts.Where(static verdict => verdict.Measured is not null), verdict => Assert.Equal(expected.Verdicts.Single(other => other.Property == verdict.Property).Measured, verdict.Measured));
            Assert.Equal(5, actual.Verdicts.Count(static verdict => verdict.Measured is not null));
        }
    }

    /// <summary>A D that learns to call real samples fake is none that tells, unless it is declared as an energy.</summary>
    [Theory]
    [InlineData(1, LogitSign.Logit, true)]
    [InlineData(-1, LogitSign.Logit, false)]
    [InlineData(-1, LogitSign.Energy, true)]
    public void What_goes_the_wrong_way_is_seen(int direction, LogitSign sign, bool tells)
    {
        var objective = new ByHand(direction, sign);
        using var levels = new BatchLevels(objective);
        var verdicts = BatchVerdicts.Of(objective, levels, BatchOptimum.Section(objective, levels.Balanced));
        Assert.Equal((tells, tells), (verdicts.Separates, verdicts.Follows));
    }

    /// <summary>Batches of one logit each: L_D = 2 softplus(f − r), and L_G = −L_D, by hand.</summary>
    [Fact]
    public void The_smallest_GAN_is_of_one_logit_each()
    {
        var dirac = IObjectiveMeasure.Of(new OfSums()).Result().Dirac;
        var (theta, psi) = (1.0, 1.0);
        for (var step = 0; step < 500; step++)
        {
            psi -= 0.1 * 2 * theta / (1 + Math.Exp(-psi * theta));
            theta += 0.1 * 2 * psi / (1 + Math.Exp(-psi * theta));
        }

        Assert.Equal(Math.Sqrt((theta * theta) + (psi * psi)), dirac.Alternating, 1e-9);
        Assert.Equal(1, dirac.Derived!.First.Imaginary, 1e-9);
    }

    /// <summary>Both points have 64 samples: L_D is log(1 + 64·e^(f − r)) twice.</summary>
    [Fact]
    public void Points_have_all_samples_of_a_batch()
    {
        var supports = IObjectiveMeasure.Of(new OfSums()).Result().Supports;
        Assert.Equal(2 * Math.Log(65), supports.Unlimited!.Divergence[0], 1e-9);
        Assert.Equal([.. supports.Limited.Distances.Select(static d => 2 * (Math.Log(65) - Math.Log(1 + (64 * Math.Exp(-d)))))], supports.Limited.Divergence, static (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([.. supports.Limited.Distances.Select(static d => 2 * 64 / (64 + Math.Exp(d)))], supports.Limited.Pull, static (a, b) => Math.Abs(a - b) < 1e-9);
    }

    /// <summary>Slopes alone lead to the minimum: of a curved valley, of a sum with kinks, and for ever where there is none.</summary>
    [Fact]
    public void Descents_end_where_the_slopes_are_nothing()
    {
        // Rosenbrock 1960: (1 − x)² + 100(y − x²)².
        AssertNear([1, 1], Descent.Of(static p => [(-2 * (1 - p[0])) - (400 * p[0] * (p[1] - (p[0] * p[0]))), 200 * (p[1] - (p[0] * p[0]))], [-1.2, 1]), 1e-9);
        // |x − 1| + 2|y + x| + x²/4.
        AssertNear([1, -1], Descent.Of(static p => [Math.Sign(p[0] - 1) + (2 * Math.Sign(p[1] + p[0])) + (p[0] / 2), 2 * Math.Sign(p[1] + p[0])], [4, 3]), 1e-6);
        Assert.True(Descent.Of(static p => [-Math.Exp(-0.01 * p[0])], [0])[0] > 1000);
        Assert.True(Descent.Of(static _ => [-1, 1], [0, 0])[0] >= Descent.Farthest);

        static void AssertNear(double[] expected, double[] actual, double tolerance) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= tolerance);
    }

    [Fact]
    public void Programs_know_them_and_mixtures_train_them()
    {
        var names = AtlasObjectives.Of(typeof(BatchTests).Assembly).Select(AtlasObjectives.NameOf).ToArray();
        Assert.Contains(nameof(OfABatch), names);
        Assert.Contains(nameof(OfSums), names);
        using var threads = new KeptThreads(1);
        using var random = new KeptRandom();
        Assert.NotNull(MixtureTraining.Run(new OfSums(), [(1, 0), (-1, 0)], 0.1, seed: 1, steps: 9));
    }

    [Fact]
    public void No_tensor_is_left() => Live.AssertUnchanged(static () => IObjectiveMeasure.Of(new OfABatch()).Result(), parametersMade: 1);

    private static double KullbackLeibler(CountedPair pair) => pair.Real.Zip(pair.Fake, static (p, q) => p / 64.0 * Math.Log((double)p / q)).Sum();

    private static void AssertLogRatio(CountedPair pair, double[] logits)
    {
        var constant = logits[0] - Math.Log((double)pair.Real[0] / pair.Fake[0]);
        AssertEqual([.. pair.Real.Zip(pair.Fake, (p, q) => Math.Log((double)p / q) + constant)], logits);
    }

    private static double[] Every(int step, double[] values, double less) => [.. values.Where((_, i) => i % step == 0).Select(value => value - less)];

    private static void AssertEqual(double[] expected, double[] actual) => Assert.Equal(expected, actual, static (a, b) => Math.Abs(a - b) < 1e-9);

    /// <summary>The non-saturating GAN without the compiler.</summary>
    private sealed class ByHand(int direction = 1, LogitSign sign = LogitSign.Logit) : IGanObjective
    {
        public ObjectiveInfo Info { get; } = new() { Name = "ByHand", Sign = sign, Real = new("", ""), Fake = new("", ""), Generator = new("", ""), DiscriminatorLoss = new("", ""), GeneratorLoss = new("", "") };

        public Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits) => nn.functional.softplus(-direction * realLogits).mean() + nn.functional.softplus(direction * fakeLogits).mean();

        public Tensor GeneratorLoss(Tensor fakeLogits) => nn.functional.softplus(-direction * fakeLogits).mean();

        public Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits) => GeneratorLoss(fakeLogits);
    }
}
