using Gan.Dsl;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

public class DiscriminatorStepTests
{
    private static readonly double[,] Real = { { 1, 2 }, { 3, -4 } };
    private static readonly double[,] Fake = { { 1, 0 }, { 0, -1 } };

    [Fact]
    public void The_total_is_the_loss_plus_each_penalty_times_its_interval()
    {
        // a = 0.1: logits a/2 ||x||^2 = (0.25, 1.25) and (0.05, 0.05); R1 = a^2 * 15, R2 = a^2 * 1.
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(0.1);
        var objective = new LogisticObjective { Penalties = [new R1Penalty { Weight = 2, Every = 4 }, new R2Penalty { Weight = 3 }] };
        using var terms = GanStep.Discriminator(objective, discriminator, tensor(Real), tensor(Fake), step: 8);

        var adversarial = (Softplus(-0.25) + Softplus(-1.25)) / 2 + Softplus(0.05);
        Assert.Equal(["R1", "R2"], terms.Penalties.Select(penalty => penalty.Name));
        Assert.Equal(adversarial, terms.Adversarial.item<double>(), 1e-12);
        Assert.Equal(4 * 2 * 0.01 * 15, terms.Penalties[0].Value.item<double>(), 1e-12);
        Assert.Equal(3 * 0.01 * 1, terms.Penalties[1].Value.item<double>(), 1e-12);
        Assert.Equal(adversarial + 1.2 + 0.03, terms.Total.item<double>(), 1e-12);
        Assert.Equal([0.25, 1.25], terms.RealLogits.data<double>().ToArray().Select(x => Math.Round(x, 12)));
        Assert.Equal([0.05, 0.05], terms.FakeLogits.data<double>().ToArray().Select(x => Math.Round(x, 12)));
        Assert.False(terms.RealLogits.requires_grad || terms.FakeLogits.requires_grad);

        // d/da of it all: loss -sigmoid(-t) t/a and sigmoid(t) t/a, penalties 2/a times themselves.
        terms.Total.backward();
        var slope = (-SampleLoss.Sigmoid(-0.25) * 2.5 - SampleLoss.Sigmoid(-1.25) * 12.5) / 2 + SampleLoss.Sigmoid(0.05) * 0.5;
        Assert.Equal(slope + 20 * 1.23, discriminator.Gradient.Single(), 1e-10);
    }

    [Fact]
    public void D_is_called_once_for_each_batch_and_once_for_points_of_a_penalty()
    {
        Assert.Equal(2, Calls());
        Assert.Equal(2, Calls(new R1Penalty(), new R2Penalty(), new GradientPenalty { At = PenaltyPoint.Real }));
        Assert.Equal(3, Calls(new GradientPenalty()));
        Assert.Equal(3, Calls(new DraganPenalty(), new R1Penalty()));
        Assert.Equal(2, Calls(new GradientPenalty { Weight = 0 }, new DraganPenalty { Every = 2 }));

        static int Calls(params DiscriminatorPenalty[] penalties)
        {
            using var scope = NewDisposeScope();
            using var discriminator = FunctionNet.Quadratic(0.1);
            using var terms = GanStep.Discriminator(new LogisticObjective { Penalties = penalties }, discriminator, tensor(Real), tensor(Fake), step: 1);
            terms.Total.backward();
            return discriminator.Calls;
        }
    }

    [Fact]
    public void A_lazy_penalty_is_absent_between_its_steps()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(0.1);
        var objective = new LogisticObjective { Penalties = [new R1Penalty { Every = 16 }] };
        foreach (var step in new long[] { 0, 1, 15, 16, 17, 32 })
        {
            using var terms = GanStep.Discriminator(objective, discriminator, tensor(Real), tensor(Fake), step);
            Assert.Equal(step % 16 == 0 ? 1 : 0, terms.Penalties.Count);
        }
    }

    [Fact]
    public void The_input_is_tracked_only_when_a_penalty_there_is_due()
    {
        using var scope = NewDisposeScope();
        var tracked = new List<bool>();
        using var discriminator = new FunctionNet(tensor([0.1]), (x, w) =>
        {
            tracked.Add(x.requires_grad);
            return x.square().sum(1).mul(w);
        });
        var objective = new LogisticObjective { Penalties = [new R1Penalty { Every = 2 }, new R2Penalty { Weight = 0 }] };
        GanStep.Discriminator(objective, discriminator, tensor(Real), tensor(Fake), step: 0).Dispose();
        GanStep.Discriminator(objective, discriminator, tensor(Real), tensor(Fake), step: 1).Dispose();
        Assert.Equal([true, false, false, false], tracked);
    }

    [Fact]
    public void The_generator_gets_no_gradient()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(0.1);
        var maker = tensor(Fake).requires_grad_(true);
        var objective = new LogisticObjective { Penalties = [new R1Penalty(), new R2Penalty(), new GradientPenalty()] };
        using var terms = GanStep.Discriminator(objective, discriminator, tensor(Real), maker.mul(1), step: 0);
        terms.Total.backward();
        Assert.Null(maker.grad);
        Assert.NotEmpty(discriminator.Gradient);
    }

    [Fact]
    public void Shared_terms_equal_terms_apart()
    {
        using var scope = NewDisposeScope();
        using var together = FunctionNet.Quadratic(0.1);
        using var apart = FunctionNet.Quadratic(0.1);
        var objective = new LogisticObjective { Penalties = [new R1Penalty(), new R2Penalty()] };
        using var terms = GanStep.Discriminator(objective, together, tensor(Real), tensor(Fake), step: 0);
        terms.Total.backward();

        objective.DiscriminatorLoss(apart.call(tensor(Real)), apart.call(tensor(Fake))).backward();
        foreach (var penalty in objective.Penalties)
            penalty.Evaluate(apart, tensor(Real), tensor(Fake)).backward();
        Assert.Equal(apart.Gradient.Single(), together.Gradient.Single(), 1e-12);
    }

    [Fact]
    public void Batches_may_differ_in_size()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(0.1);
        using var terms = GanStep.Discriminator(new LogisticObjective(), discriminator, tensor(Real), ones(5, 2, dtype: ScalarType.Float64), step: 0);
        Assert.Equal((2, 5), (terms.RealLogits.numel(), terms.FakeLogits.numel()));
    }

    [Fact]
    public void Mistakes_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(0.1);
        var objective = new LogisticObjective();
        var good = tensor(Real);
        Assert.Throws<ArgumentNullException>("objective", () => GanStep.Discriminator(null!, discriminator, good, good, 0));
        Assert.Throws<ArgumentNullException>("discriminator", () => GanStep.Discriminator(objective, null!, good, good, 0));
        Assert.Throws<ArgumentNullException>("real", () => GanStep.Discriminator(objective, discriminator, null!, good, 0));
        Assert.Throws<ArgumentException>("fake", () => GanStep.Discriminator(objective, discriminator, good, zeros(0, 2), 0));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => GanStep.Discriminator(objective, discriminator, good, good, -1));
    }

    private static double Softplus(double t) => SampleLoss.Softplus.Value(t);
}
