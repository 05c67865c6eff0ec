using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

public class ConditionalStepTests
{
    // Class 0 has the gradient (3, -4), of norm 5; class 1 has (0, 1).
    private static readonly double[,] Weight = { { 3, -4 }, { 0, 1 } };
    private static readonly double[,] Real = { { 0.1, 0.2 }, { 0.3, -0.4 } };
    private static readonly double[,] Fake = { { 0.5, 0 }, { 0, -0.2 } };

    [Fact]
    public void Each_sample_is_judged_by_its_label()
    {
        using var scope = NewDisposeScope();
        using var discriminator = ConditionalNet.Classes(Weight);
        var objective = new LogisticObjective { Penalties = [new R1Penalty { Weight = 1 }, new R2Penalty { Weight = 2 }, new DraganPenalty { Weight = 1, Target = 0 }] };
        using var terms = objective.DiscriminatorTerms(discriminator, tensor(Real), tensor(Fake), Labels(0, 1), Labels(1, 1), step: 3);

        Numbers.AssertEqual([-0.5, -0.4], terms.RealLogits, 1e-12);
        Numbers.AssertEqual([0, -0.2], terms.FakeLogits, 1e-12);
        Assert.Equal([(25 + 1) / 2.0, 2 * 1, (25 + 1) / 2.0], terms.Penalties.Select(penalty => Math.Round(penalty.Value.item<double>(), 12)));
        var loss = (Softplus(0.5) + Softplus(0.4) + Softplus(0) + Softplus(-0.2)) / 2;
        Assert.Equal(loss + 13 + 2 + 13, terms.Total.item<double>(), 1e-12);
    }

    [Fact]
    public void One_condition_serves_both_batches_and_the_points_between_them()
    {
        using var scope = NewDisposeScope();
        using var discriminator = ConditionalNet.Classes(Weight);
        var objective = new LogisticObjective { Penalties = [new GradientPenalty { Weight = 1 }] };
        var labels = Labels(0, 1);
        using var once = objective.DiscriminatorTerms(discriminator, tensor(Real), tensor(Fake), labels);
        using var twice = objective.DiscriminatorTerms(discriminator, tensor(Real), tensor(Fake), labels, labels);

        Assert.Equal(16 / 2.0, once.Penalties.Single().Value.item<double>(), 1e-12);
        Assert.Equal(once.Total.item<double>(), twice.Total.item<double>(), 1e-12);
        Assert.Equal(6, discriminator.Calls);
    }

    [Fact]
    public void Between_two_conditions_there_is_none()
    {
        using var scope = NewDisposeScope();
        using var discriminator = ConditionalNet.Classes(Weight);
        var objective = new LogisticObjective { Penalties = [new GradientPenalty { Every = 2 }] };
        var error = Assert.Throws<ArgumentException>("fakeCondition", () => Terms(step: 0));
        Assert.Contains("one condition for both", error.Message);
        Assert.Equal(0, discriminator.Calls);
        Terms(step: 1).Dispose();

        DiscriminatorTerms Terms(long step) => objective.DiscriminatorTerms(discriminator, tensor(Real), tensor(Fake), Labels(0, 1), Labels(0, 1), step);
    }

    [Fact]
    public void A_step_number_is_no_condition()
    {
        // 16 would convert to a tensor: the overload with a step must win.
        using var scope = NewDisposeScope();
        using var discriminator = ConditionalNet.Classes(Weight);
        var objective = new LogisticObjective { Penalties = [new GradientPenalty { Every = 16 }] };
        using var due = objective.DiscriminatorTerms(discriminator, tensor(Real), tensor(Fake), Labels(0, 1), 16);
        using var notDue = objective.DiscriminatorTerms(discriminator, tensor(Real), tensor(Fake), Labels(0, 1), 15);
        Assert.Equal((1, 0), (due.Penalties.Count, notDue.Penalties.Count));
    }

    [Fact]
    public void Only_the_discriminator_learns_in_its_step()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new ConditionalNet(ones(2, dtype: ScalarType.Float64), (x, c, w) => x.add(c).square().mul(w).sum(1));
        var (maker, embedding) = (tensor(Fake).requires_grad_(true), tensor(Real).requires_grad_(true));
        var objective = new LogisticObjective { Penalties = [new R1Penalty(), new R2Penalty(), new GradientPenalty()] };
        using var terms = objective.DiscriminatorTerms(discriminator, tensor(Real), maker.mul(1), embedding.mul(1));
        terms.Total.backward();
        Assert.Null(maker.grad);
        Assert.Null(embedding.grad);
        Assert.NotEmpty(discriminator.Gradient);
    }

    [Fact]
    public void Only_the_generator_learns_in_its_step()
    {
        using var scope = NewDisposeScope();
        using var discriminator = ConditionalNet.Classes(Weight);
        var maker = tensor(Fake).requires_grad_(true);
        using var terms = new LogisticObjective().GeneratorTerms(discriminator, maker.mul(1), Labels(0, 1));
        Assert.Equal((Softplus(-1.5) + Softplus(0.2)) / 2, terms.Total.item<double>(), 1e-12);

        terms.Total.backward();
        Assert.Empty(discriminator.Gradient);
        var (first, second) = (-SampleLoss.Sigmoid(-1.5) / 2, -SampleLoss.Sigmoid(0.2) / 2);
        Numbers.AssertEqual([3 * first, -4 * first, 0, second], maker.grad!, 1e-12);
        Assert.True(discriminator.Weight.requires_grad);
    }

    [Fact]
    public void A_coupled_objective_takes_the_real_samples_with_their_own_condition()
    {
        using var scope = NewDisposeScope();
        using var discriminator = ConditionalNet.Classes(Weight);
        var objective = new LogisticObjective { Coupled = true };
        var (real, fake) = (tensor(new double[,] { { 0.1, 0.2 } }), tensor(new double[,] { { 0.5, 0.7 } }));
        using var one = objective.GeneratorTerms(discriminator, real, fake, Labels(0));
        using var two = objective.GeneratorTerms(discriminator, real, fake, Labels(1), Labels(0));
        Assert.Equal(Softplus(-0.5 + 1.3), one.Total.item<double>(), 1e-12);
        Assert.Equal(Softplus(0.2 + 1.3), two.Total.item<double>(), 1e-12);
        Assert.Throws<InvalidOperationException>(() => objective.GeneratorTerms(discriminator, fake, Labels(0)));
    }

    [Fact]
    public void An_uncoupled_objective_does_not_look_at_the_real_samples()
    {
        using var scope = NewDisposeScope();
        using var discriminator = ConditionalNet.Classes(Weight);
        using var terms = new LogisticObjective().GeneratorTerms(discriminator, real: null!, tensor(Fake), Labels(0, 1));
        Assert.Equal(1, discriminator.Calls);
    }

    [Fact]
    public void The_discriminator_thaws_also_when_it_throws()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new ConditionalNet(ones(1), (_, _, _) => throw new NotSupportedException());
        Assert.Throws<NotSupportedException>(() => new LogisticObjective().GeneratorTerms(discriminator, tensor(Fake), Labels(0, 1)));
        Assert.True(discriminator.Weight.requires_grad);
    }

    [Fact]
    public void Mistakes_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        using var discriminator = ConditionalNet.Classes(Weight);
        var (objective, good, labels) = (new LogisticObjective(), tensor(Real), Labels(0, 1));
        var disposed = Labels(0);
        disposed.Dispose();
        Assert.Throws<ArgumentNullException>("objective", () => DiscriminatorSteps.DiscriminatorTerms(null!, discriminator, good, good, labels));
        Assert.Throws<ArgumentNullException>("objective", () => GeneratorSteps.GeneratorTerms(null!, discriminator, good, labels));
        Assert.Throws<ArgumentNullException>("discriminator", () => objective.DiscriminatorTerms((nn.Module<Tensor, Tensor, Tensor>)null!, good, good, labels));
        Assert.Throws<ArgumentNullException>("real", () => objective.DiscriminatorTerms(discriminator, null!, good, labels));
        Assert.Throws<ArgumentNullException>("condition", () => objective.DiscriminatorTerms(discriminator, good, good, (Tensor)null!));
        Assert.Throws<ArgumentException>("condition", () => objective.DiscriminatorTerms(discriminator, good, good, disposed));
        Assert.Throws<ArgumentException>("realCondition", () => objective.DiscriminatorTerms(discriminator, good, good, disposed, labels));
        Assert.Throws<ArgumentNullException>("fakeCondition", () => objective.DiscriminatorTerms(discriminator, good, good, labels, null!));
        Assert.Throws<ArgumentException>("condition", () => objective.GeneratorTerms(discriminator, good, zeros(0)));
        Assert.Throws<ArgumentNullException>("fake", () => objective.GeneratorTerms(discriminator, null!, labels));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => objective.DiscriminatorTerms(discriminator, good, good, labels, -1));
        Assert.Equal(0, discriminator.Calls);
    }

    [Fact]
    public void Steps_leave_no_tensor()
    {
        using var discriminator = ConditionalNet.Classes(Weight);
        using var real = tensor(Real);
        using var fake = tensor(Fake).requires_grad_(true);
        using var labels = Labels(0, 1);
        using var others = Labels(1, 1);
        var objective = new LogisticObjective { Penalties = [new R1Penalty(), new DraganPenalty()] };
        Live.AssertUnchanged(() =>
        {
            using (var terms = objective.DiscriminatorTerms(discriminator, real, fake, labels, others))
                terms.Total.backward();
            using (var terms = objective.GeneratorTerms(discriminator, fake, labels))
                terms.Total.backward();
            Assert.ThrowsAny<ArgumentException>(() => objective.DiscriminatorTerms(discriminator, real, null!, labels));
        });
    }

    private static Tensor Labels(params long[] labels) => tensor(labels);

    private static double Softplus(double t) => SampleLoss.Softplus.Value(t);
}
