using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Discriminators;

public class DiscriminatorListTests
{
    private static readonly double[,] Real = { { 1, 2 }, { 3, -4 } };
    private static readonly double[,] Fake = { { 1, 0 }, { 0, -1 } };

    [Theory]
    [InlineData(ListReduction.Sum, 1)]
    [InlineData(ListReduction.Mean, 0.5)]
    public void Each_list_of_logits_is_reduced_over_the_discriminators(ListReduction reduction, double factor)
    {
        // The second discriminator has four logits a batch, the first one: each counts as its own mean.
        using var scope = NewDisposeScope();
        Tensor[] real = [tensor([0.5]), tensor(new double[,] { { 1, -1 }, { 2, 0 } })];
        Tensor[] fake = [tensor([-0.25]), tensor(new double[,] { { 0, 0 }, { 1, 3 } })];
        var (halfReal, halfFake) = (Softplus(-0.5) + Mean(-1, 1, -2, 0), Softplus(-0.25) + Mean(0, 0, 1, 3));
        var generator = Softplus(0.25) + Mean(0, 0, -1, -3);
        IGanObjective objective = new NonSaturating();
        Assert.Equal(factor * (halfReal + halfFake), objective.DiscriminatorLoss(real, fake, reduction).item<double>(), 1e-12);
        Assert.Equal(factor * halfReal, objective.DiscriminatorRealLoss(real, reduction).item<double>(), 1e-12);
        Assert.Equal(factor * halfFake, objective.DiscriminatorFakeLoss(fake, reduction).item<double>(), 1e-12);
        Assert.Equal(factor * generator, objective.GeneratorLoss(fake, reduction).item<double>(), 1e-12);
        Assert.Equal(factor * generator, objective.GeneratorLoss(real, fake, reduction).item<double>(), 1e-12);
        // An objective's own type takes lists too, and its loss weight counts.
        Assert.Equal(3 * factor * generator, new NonSaturating { LossWeight = 3 }.GeneratorLoss(fake, reduction).item<double>(), 1e-12);

        var coupled = new LogisticObjective { Coupled = true };
        Assert.Equal(factor * (Softplus(0.75) + Mean(1, -1, 1, -3)), coupled.GeneratorLoss(real, fake, reduction).item<double>(), 1e-12);
        Assert.Throws<InvalidOperationException>(() => coupled.GeneratorLoss(fake, reduction));
    }

    [Fact]
    public void Their_gradients_are_those_of_the_reduction()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (tensor([0.5]).requires_grad_(true), tensor([1.0, -1]).requires_grad_(true));
        new NonSaturating().GeneratorLoss([first, second], ListReduction.Mean).backward();
        Numbers.AssertEqual([-SampleLoss.Sigmoid(-0.5) / 2], first.grad!, 1e-12);
        Numbers.AssertEqual([-SampleLoss.Sigmoid(-1) / 4, -SampleLoss.Sigmoid(1) / 4], second.grad!, 1e-12);
    }

    [Theory]
    [InlineData(ListReduction.Sum, 1)]
    [InlineData(ListReduction.Mean, 0.5)]
    public void The_discriminators_step_is_that_of_each_with_its_own_penalties(ListReduction reduction, double factor)
    {
        using var scope = NewDisposeScope();
        using var first = FunctionNet.Linear(3, -4);
        using var second = FunctionNet.Quadratic(0.1);
        var objective = new LogisticObjective { Penalties = [new R1Penalty { Weight = 2, Every = 2 }] };
        using var terms = objective.DiscriminatorTerms([first, second], tensor(Real), tensor(Fake), reduction, step: 4);

        Assert.Equal(4 * 25.0, terms.Discriminators[0].Penalties.Single().Value.item<double>(), 1e-10);
        Assert.Equal(4 * 0.15, terms.Discriminators[1].Penalties.Single().Value.item<double>(), 1e-10);
        Assert.Equal(factor * terms.Discriminators.Sum(each => each.Total.item<double>()), terms.Total.item<double>(), 1e-10);
        Assert.Equal((2, 2), (first.Calls, second.Calls));

        // Alone, each learns the same times the factor.
        terms.Total.backward();
        using var alone = FunctionNet.Quadratic(0.1);
        using var single = GanStep.Discriminator(objective, alone, tensor(Real), tensor(Fake), step: 4);
        single.Total.backward();
        Assert.Equal(factor * alone.Gradient.Single(), second.Gradient.Single(), 1e-10);
    }

    [Theory]
    [InlineData(ListReduction.Sum, 1)]
    [InlineData(ListReduction.Mean, 0.5)]
    public void Backward_is_that_of_the_total_and_computes_each_loss_once(ListReduction reduction, double factor)
    {
        using var scope = NewDisposeScope();
        using var first = FunctionNet.Linear(3, -4);
        using var second = FunctionNet.Quadratic(0.1);
        var objective = new CountingObjective { Penalties = [new R1Penalty { Weight = 2 }] };
        using (var terms = objective.DiscriminatorTerms([first, second], tensor(Real), tensor(Fake), reduction))
            terms.Backward();
        Assert.Equal((2, 0), (objective.Gradients, objective.Losses));

        using var alone = FunctionNet.Quadratic(0.1);
        using var single = GanStep.Discriminator(new LogisticObjective { Penalties = objective.Penalties }, alone, tensor(Real), tensor(Fake), step: 0);
        single.Total.backward();
        Assert.Equal(factor * alone.Gradient.Single(), second.Gradient.Single(), 1e-10);

        // Who asks for the total gets it, and the same gradient of it.
        second.zero_grad();
        using (var terms = objective.DiscriminatorTerms([first, second], tensor(Real), tensor(Fake), reduction))
            terms.Total.backward();
        Assert.Equal(factor * alone.Gradient.Single(), second.Gradient.Single(), 1e-10);
        Assert.Equal(2, objective.Losses);

        second.zero_grad();
        using (var byHand = new LogisticObjective { Penalties = objective.Penalties }.DiscriminatorTerms([first, second], tensor(Real), tensor(Fake), reduction))
            byHand.Backward();
        Assert.Equal(factor * alone.Gradient.Single(), second.Gradient.Single(), 1e-10);
    }

    [Fact]
    public void After_the_discriminators_step_the_generator_has_no_gradient_and_after_its_own_they_have_none()
    {
        using var scope = NewDisposeScope();
        FunctionNet[] nets = [FunctionNet.Linear(3, -4), FunctionNet.Quadratic(0.1)];
        var maker = tensor(Fake).requires_grad_(true);
        var objective = new LogisticObjective { Penalties = [new R2Penalty(), new GradientPenalty()] };
        using (var terms = objective.DiscriminatorTerms(nets, tensor(Real), maker.mul(1), ListReduction.Sum))
            terms.Total.backward();
        Assert.Null(maker.grad);
        Assert.All(nets, net => Assert.NotEmpty(net.Gradient));

        foreach (var net in nets)
            net.zero_grad();
        using (var terms = objective.GeneratorTerms(nets, maker.mul(1), ListReduction.Mean))
        {
            // Logits (3, 4) and (0.05, 0.05).
            double[] losses = [(Softplus(-3) + Softplus(-4)) / 2, Softplus(-0.05)];
            Assert.Equal(losses.Average(), terms.Total.item<double>(), 1e-12);
            Assert.Equal(losses, terms.Losses.Select(loss => loss.item<double>()), (a, b) => Math.Abs(a - b) < 1e-12);
            Numbers.AssertEqual([3, 4], terms.FakeLogits[0], 1e-12);
            terms.Total.backward();
        }

        Assert.NotNull(maker.grad);
        Assert.All(nets, net => Assert.All(net.Gradient, value => Assert.Equal(0, value)));
        Assert.All(nets, net => Assert.True(net.Weight.requires_grad));
    }

    [Fact]
    public void All_thaw_when_one_throws_and_nothing_is_left()
    {
        using var good = FunctionNet.Linear(1, 1);
        using var bad = new FunctionNet(ones(1), (_, _) => throw new NotSupportedException());
        using var fake = tensor(Fake).requires_grad_(true);
        var objective = new LogisticObjective { Penalties = [new R1Penalty()] };
        Live.AssertUnchanged(() =>
        {
            Assert.Throws<NotSupportedException>(() => objective.GeneratorTerms([good, bad], fake, ListReduction.Sum));
            Assert.Throws<NotSupportedException>(() => objective.DiscriminatorTerms([good, bad], fake, fake, ListReduction.Sum));
        });
        Assert.True(good.Weight.requires_grad && bad.Weight.requires_grad);
    }

    [Fact]
    public void Terms_live_in_the_callers_scope_and_die_with_it_or_before()
    {
        using var first = FunctionNet.Linear(1, 1);
        using var second = FunctionNet.Quadratic(0.1);
        var objective = new LogisticObjective { Penalties = [new R1Penalty()] };
        MultiDiscriminatorTerms forD;
        MultiGeneratorTerms forG;
        using (NewDisposeScope())
        {
            forD = objective.DiscriminatorTerms([first, second], tensor(Real), tensor(Fake), ListReduction.Mean);
            forG = objective.GeneratorTerms([first, second], tensor(Fake), ListReduction.Mean);
            Assert.All(Tensors(), tensor => Assert.False(tensor.IsInvalid));
        }

        Assert.All(Tensors(), tensor => Assert.True(tensor.IsInvalid));
        using var real = tensor(Real);
        Live.AssertUnchanged(() =>
        {
            objective.DiscriminatorTerms([first, second], real, real, ListReduction.Mean).Dispose();
            objective.GeneratorTerms([first], real, ListReduction.Sum).Dispose();
        });

        IEnumerable<Tensor> Tensors() =>
            [forD.Total, .. forD.Discriminators.SelectMany(d => new[] { d.Total, d.RealLogits, d.Penalties[0].Value }), forG.Total, forG.Adversarial, .. forG.Losses, .. forG.FakeLogits];
    }

    [Fact]
    public void Averages_of_several_discriminators_are_refused()
    {
        using var scope = NewDisposeScope();
        using var net = FunctionNet.Linear(1, 1);
        var objective = new LogisticObjective { Penalties = [new LeCamPenalty()] };
        var error = Assert.Throws<InvalidOperationException>(() => objective.DiscriminatorTerms([net, net], tensor(Real), tensor(Fake), ListReduction.Sum));
        Assert.Contains("LeCam", error.Message);
        using var one = objective.DiscriminatorTerms([net], tensor(Real), tensor(Fake), ListReduction.Sum);
        Assert.Equal(1, objective.Penalties.OfType<LeCamPenalty>().Single().State.Batches);
    }

    [Fact]
    public void Mistakes_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        using var net = FunctionNet.Linear(1, 1);
        IGanObjective objective = new NonSaturating();
        var (t, good) = (tensor([1.0]), tensor(Real));
        Assert.Throws<ArgumentException>("realLogits", () => objective.DiscriminatorLoss([], [t], ListReduction.Sum));
        Assert.Throws<ArgumentException>("fakeLogits", () => objective.DiscriminatorLoss([t], [t, t], ListReduction.Sum));
        Assert.Throws<ArgumentException>("fakeLogits", () => objective.GeneratorLoss([t, null!], ListReduction.Sum));
        Assert.Throws<ArgumentNullException>("fakeLogits", () => objective.DiscriminatorFakeLoss((IReadOnlyList<Tensor>)null!, ListReduction.Sum));
        Assert.Throws<ArgumentNullException>("realLogits", () => objective.DiscriminatorRealLoss((IReadOnlyList<Tensor>)null!, ListReduction.Sum));
        Assert.Throws<ArgumentOutOfRangeException>("reduction", () => objective.GeneratorLoss([t], (ListReduction)7));
        Assert.Throws<ArgumentNullException>("objective", () => DiscriminatorListLosses.GeneratorLoss(null!, [t], ListReduction.Sum));
        Assert.Throws<ArgumentNullException>("objective", () => DiscriminatorListLosses.DiscriminatorLoss(null!, [t], [t], ListReduction.Sum));
        Assert.Throws<ArgumentException>("discriminators", () => objective.DiscriminatorTerms([], good, good, ListReduction.Sum));
        Assert.Throws<ArgumentException>("discriminators", () => objective.GeneratorTerms([net, null!], good, ListReduction.Sum));
        Assert.Throws<ArgumentOutOfRangeException>("reduction", () => objective.DiscriminatorTerms([net], good, good, (ListReduction)7));
        Assert.Throws<ArgumentNullException>("real", () => objective.DiscriminatorTerms([net], null!, good, ListReduction.Sum));
        Assert.Throws<ArgumentNullException>("fake", () => objective.GeneratorTerms([net], null!, ListReduction.Sum));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => objective.DiscriminatorTerms([net], good, good, ListReduction.Sum, -1));
        IGanObjective byHand = new LogisticObjective();
        Assert.Throws<InvalidOperationException>(() => byHand.DiscriminatorRealLoss([t], ListReduction.Sum));
        Assert.Throws<InvalidOperationException>(() => byHand.DiscriminatorFakeLoss([t], ListReduction.Sum));
    }

    private static double Softplus(double t) => SampleLoss.Softplus.Value(t);

    private static double Mean(params double[] t) => t.Average(Softplus);
}
