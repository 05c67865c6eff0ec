using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

public class LeCamPenaltyTests
{
    [Fact]
    public void Its_terms_are_those_of_averages_written_out()
    {
        // Logits are the samples times w = 2. Each batch's means enter with the weights decay^(n-i), normalised.
        double[][] reals = [[1, 3], [0, -2], [2, 2.5]], fakes = [[-1, 0], [1, -3], [0.25, 0.5]];
        const double decay = 0.75, weight = 0.3, w = 2;
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([w]), (x, p) => x.mul(p));
        var penalty = new LeCamPenalty { Weight = weight, Decay = decay };
        var objective = new LogisticObjective { Penalties = [penalty] };
        for (var n = 0; n < reals.Length; n++)
        {
            using var terms = GanStep.Discriminator(objective, discriminator, tensor(reals[n]), tensor(fakes[n]), step: n);
            var (a, b) = (Average(reals, n), Average(fakes, n));
            var value = reals[n].Average(x => Square(Math.Max(0, (w * x) - b))) + fakes[n].Average(x => Square(Math.Max(0, a - (w * x))));
            Assert.Equal(weight * value, terms.Penalties.Single().Value.item<double>(), 1e-12);
            Assert.Equal(a, penalty.State.Real, 1e-12);
            Assert.Equal(b, penalty.State.Fake, 1e-12);
            Assert.Equal(n + 1, penalty.State.Batches);

            // Nothing is differentiated through the averages.
            terms.Penalties.Single().Value.backward();
            var slope = reals[n].Average(x => 2 * x * Math.Max(0, (w * x) - b)) - fakes[n].Average(x => 2 * x * Math.Max(0, a - (w * x)));
            Assert.Equal(weight * slope, discriminator.Gradient.Single(), 1e-12);
            discriminator.zero_grad();
        }

        static double Average(double[][] batches, int n)
        {
            var weights = Enumerable.Range(0, n + 1).Select(i => Math.Pow(decay, n - i)).ToArray();
            return weights.Zip(batches, (share, batch) => share * w * batch.Average()).Sum() / weights.Sum();
        }
    }

    [Fact]
    public void A_bare_evaluation_is_that_of_the_next_step_and_moves_nothing()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([2.0]), (x, w) => x.mul(w));
        var penalty = new LeCamPenalty();
        var objective = new LogisticObjective { Penalties = [penalty] };
        GanStep.Discriminator(objective, discriminator, tensor([5.0]), tensor([-5.0]), step: 0).Dispose();
        var bare = penalty.Evaluate(discriminator, tensor([1.0]), tensor([0.0]));
        Assert.Equal((10, -10, 1), (penalty.State.Real, penalty.State.Fake, penalty.State.Batches));
        using var terms = GanStep.Discriminator(objective, discriminator, tensor([1.0]), tensor([0.0]), step: 1);
        Assert.Equal(terms.Penalties.Single().Value.item<double>(), bare.item<double>());
    }

    [Fact]
    public void It_starts_late_where_it_is_told_to()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([2.0]), (x, w) => x.mul(w));
        var penalty = new LeCamPenalty { Start = 2 };
        var objective = new LogisticObjective { Penalties = [penalty] };
        var counts = Enumerable.Range(0, 4).Select(step =>
        {
            using var terms = GanStep.Discriminator(objective, discriminator, tensor([1.0]), tensor([0.0]), step);
            return terms.Penalties.Count;
        });
        Assert.Equal([0, 0, 1, 1], counts);
        Assert.Equal(2, penalty.State.Batches);
    }

    [Fact]
    public void A_step_that_throws_moves_nothing()
    {
        using var scope = NewDisposeScope();
        var penalty = new LeCamPenalty();
        // R1, which comes after it, cannot be taken of a discriminator that detaches its input.
        var objective = new LogisticObjective { Penalties = [penalty, new R1Penalty { Weight = 1 }] };
        using var detached = new FunctionNet(tensor([2.0]), (x, w) => x.detach().mul(w));
        Assert.Throws<InvalidOperationException>(() => GanStep.Discriminator(objective, detached, tensor([1.0]), tensor([0.0]), step: 0));
        Assert.Equal(0, penalty.State.Batches);
    }

    [Fact]
    public void A_batch_that_is_not_finite_is_NaN_and_leaves_the_averages_alone()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([2.0]), (x, w) => x.mul(w));
        var penalty = new LeCamPenalty();
        var objective = new LogisticObjective { Penalties = [penalty] };
        using var terms = GanStep.Discriminator(objective, discriminator, tensor([double.NaN]), tensor([0.0]), step: 0);
        Assert.True(double.IsNaN(terms.Total.item<double>()));
        Assert.Equal(0, penalty.State.Batches);
        using var next = GanStep.Discriminator(objective, discriminator, tensor([1.0]), tensor([0.0]), step: 1);
        Assert.Equal(0.3 * (4 + 4), next.Penalties.Single().Value.item<double>(), 1e-12);
    }

    [Fact]
    public void Without_weight_nothing_is_averaged()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([2.0]), (x, w) => x.mul(w));
        var penalty = new LeCamPenalty { Weight = 0 };
        using var terms = GanStep.Discriminator(new LogisticObjective { Penalties = [penalty] }, discriminator, tensor([1.0]), tensor([0.0]), step: 0);
        Assert.Empty(terms.Penalties);
        Assert.Equal(0, penalty.State.Batches);
    }

    [Fact]
    public void It_leaves_no_tensor()
    {
        using var discriminator = nn.Linear(4, 1);
        using var real = randn(6, 4);
        var objective = new LogisticObjective { Penalties = [new LeCamPenalty(), new DriftPenalty(), new R1Penalty { FiniteDifference = 0.1 }] };
        Live.AssertUnchanged(() =>
        {
            using var terms = GanStep.Discriminator(objective, discriminator, real, real, step: 0);
            terms.Total.backward();
        });
    }

    private static double Square(double value) => value * value;
}
