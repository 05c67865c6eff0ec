using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

public class GeneratorStepTests
{
    [Fact]
    public void Only_the_generator_gets_a_gradient()
    {
        // D(x) = 3x - 4y at (0.3, 0.1): t = 0.5, and dL/dx = -2 sigmoid(-0.5) w with the loss weight 2.
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        var maker = tensor(new double[,] { { 0.3, 0.1 } }).requires_grad_(true);
        using var terms = GanStep.Generator(new LogisticObjective { LossWeight = 2 }, discriminator, maker.mul(1));
        Assert.Equal(2 * SampleLoss.Softplus.Value(-0.5), terms.Adversarial.item<double>(), 1e-12);
        Assert.Equal(terms.Adversarial.item<double>(), terms.Total.item<double>());
        Assert.Equal(0.5, terms.FakeLogits.item<double>(), 1e-12);
        Assert.False(terms.FakeLogits.requires_grad);

        terms.Total.backward();
        Assert.Empty(discriminator.Gradient);
        var expected = -2 * SampleLoss.Sigmoid(-0.5);
        Assert.Equal(3 * expected, maker.grad![0, 0].item<double>(), 1e-12);
        Assert.Equal(-4 * expected, maker.grad![0, 1].item<double>(), 1e-12);
    }

    [Fact]
    public void A_gradient_the_discriminator_has_already_stays()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        discriminator.call(ones(1, 2, dtype: ScalarType.Float64)).sum().backward();
        using var terms = GanStep.Generator(new LogisticObjective(), discriminator, ones(1, 2, dtype: ScalarType.Float64).requires_grad_(true));
        terms.Total.backward();
        Assert.Equal([1, 1], discriminator.Gradient);
    }

    [Fact]
    public void The_discriminator_thaws_afterwards()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        using var terms = GanStep.Generator(new LogisticObjective(), discriminator, ones(1, 2, dtype: ScalarType.Float64));
        Assert.True(discriminator.Weight.requires_grad);
        Assert.False(terms.Total.requires_grad);
    }

    [Fact]
    public void It_thaws_also_when_the_discriminator_throws()
    {
        using var scope = NewDisposeScope();
        bool? during = null;
        FunctionNet? self = null;
        using var discriminator = self = new FunctionNet(ones(1), (_, _) =>
        {
            during = self!.Weight.requires_grad;
            throw new NotSupportedException();
        });
        Assert.Throws<NotSupportedException>(() => GanStep.Generator(new LogisticObjective(), discriminator, ones(1, 2)));
        Assert.False(during);
        Assert.True(discriminator.Weight.requires_grad);
    }

    [Fact]
    public void It_thaws_also_when_freezing_throws()
    {
        using var scope = NewDisposeScope();
        var discriminator = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1));
        var parameters = discriminator.parameters().ToArray();
        parameters[^1].Dispose();
        Assert.ThrowsAny<Exception>(() => GanStep.Generator(new LogisticObjective(), discriminator, ones(1, 2)));
        Assert.All(parameters[..^1], parameter => Assert.True(parameter.requires_grad));
    }

    [Fact]
    public void Parameters_that_were_frozen_stay_frozen()
    {
        using var scope = NewDisposeScope();
        using var discriminator = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1));
        var parameters = discriminator.parameters().ToArray();
        parameters[0].requires_grad = false;
        var maker = ones(1, 2).requires_grad_(true);
        using var terms = GanStep.Generator(new LogisticObjective(), discriminator, maker.mul(1));
        terms.Total.backward();
        Assert.Equal([false, true, true, true], parameters.Select(parameter => parameter.requires_grad));
        Assert.All(parameters, parameter => Assert.Null(parameter.grad));
        Assert.NotNull(maker.grad);
    }

    [Fact]
    public void A_coupled_objective_takes_the_real_logits_without_a_gradient()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 0);
        var fake = tensor(new double[,] { { 0.5, 0 } }).requires_grad_(true);
        var real = tensor(new double[,] { { 2, 0 } }).requires_grad_(true);
        using var terms = GanStep.Generator(new LogisticObjective { Coupled = true }, discriminator, real, fake);
        Assert.Equal(SampleLoss.Softplus.Value(1.5), terms.Total.item<double>(), 1e-12);
        terms.Total.backward();
        Assert.Null(real.grad);
        Assert.NotNull(fake.grad);
        Assert.Empty(discriminator.Gradient);
    }

    [Fact]
    public void An_uncoupled_objective_does_not_look_at_the_real_samples()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 0);
        using var terms = GanStep.Generator(new LogisticObjective(), discriminator, real: null!, ones(1, 2, dtype: ScalarType.Float64));
        Assert.Equal(1, discriminator.Calls);
    }

    [Fact]
    public void Mistakes_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 0);
        var good = ones(1, 2, dtype: ScalarType.Float64);
        var coupled = new LogisticObjective { Coupled = true };
        Assert.Throws<ArgumentNullException>("objective", () => GanStep.Generator(null!, discriminator, good));
        Assert.Throws<ArgumentNullException>("objective", () => GanStep.Generator(null!, discriminator, good, good));
        Assert.Throws<ArgumentNullException>("discriminator", () => GanStep.Generator(coupled, null!, good, good));
        Assert.Throws<ArgumentNullException>("fake", () => GanStep.Generator(coupled, discriminator, good, null!));
        Assert.Throws<ArgumentNullException>("real", () => GanStep.Generator(coupled, discriminator, null!, good));
        Assert.Throws<InvalidOperationException>(() => GanStep.Generator(coupled, discriminator, good));
        Assert.True(discriminator.Weight.requires_grad);
    }
}
