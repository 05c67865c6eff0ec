using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Augmentation;

public class AugmentedDiscriminatorTests
{
    [Fact]
    public void Both_players_see_changed_samples_and_the_generator_gets_a_gradient_through_the_change()
    {
        // T(x) = 3x and D(x) = w·x: dD(T(x))/dx = 3w.
        using var scope = NewDisposeScope();
        using var net = new AugmentedDiscriminator(FunctionNet.Linear(2, -1), Times(3));
        var objective = new Wasserstein();
        var fake = tensor(new double[,] { { 1, 2 }, { 0, 1 } }).requires_grad_(true);
        using (var terms = objective.DiscriminatorTerms(net, ones(2, 2, dtype: ScalarType.Float64), fake, 0, null))
            Numbers.AssertEqual([3, 3], terms.RealLogits, 0);
        using (var terms = objective.GeneratorTerms(net, fake))
            terms.Backward();
        Numbers.AssertEqual([-3, 1.5, -3, 1.5], fake.grad!, 1e-12);
    }

    [Fact]
    public void R1_is_at_the_samples_before_the_change_and_reaches_the_weights()
    {
        // D(T(x)) = a/2 ||3x||^2: the gradient is 9 a x, and d/da of E||.||^2 = 162 a E||x||^2.
        using var scope = NewDisposeScope();
        var quadratic = FunctionNet.Quadratic(0.5);
        using var net = new AugmentedDiscriminator(quadratic, Times(3));
        var objective = new LogisticObjective { Penalties = [new R1Penalty { Weight = 1 }] };
        var real = tensor(new double[,] { { 1, 2 }, { 0, 1 } });
        using var terms = objective.DiscriminatorTerms(net, real, zeros(2, 2, dtype: ScalarType.Float64), 0, null);
        Numbers.AssertEqual([81 * 0.25 * 3], terms.Penalties[0].Value, 1e-9);
        terms.Penalties[0].Value.backward();
        Assert.Equal(162 * 0.5 * 3, quadratic.Gradient[0], 1e-9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void R1_has_a_second_derivative_through_every_augmentation(bool isAda)
    {
        // The gradient of D(T(x)) = a S(T(x)) is linear in a, so that d/da of its square is twice the square over a.
        using var scope = NewDisposeScope();
        var quadratic = FunctionNet.Quadratic(0.5);
        nn.Module<Tensor, Tensor> augmentation = isAda ? new AdaAugment(new(1), AdaTransforms.All, new Generator(1)) : new DiffAugment(generator: new Generator(1));
        using var net = new AugmentedDiscriminator(quadratic, augmentation);
        var objective = new LogisticObjective { Penalties = [new R1Penalty { Weight = 1 }] };
        using var terms = objective.DiscriminatorTerms(net, Images.Of(3, 3, 8, 8), Images.Of(3, 3, 8, 8), 0, null);
        var value = terms.Penalties[0].Value;
        value.backward();
        Assert.True(value.ToDouble() > 0);
        Assert.Equal(2 * value.ToDouble() / 0.5, quadratic.Gradient[0], 1e-9 * value.ToDouble());
    }

    [Fact]
    public void It_owns_both_and_has_the_weights_of_the_discriminator()
    {
        using var net = new AugmentedDiscriminator(nn.Linear(2, 1), new DiffAugment());
        Assert.Equal(["discriminator.bias", "discriminator.weight"], net.named_parameters().Select(parameter => parameter.name).Order());
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        Assert.Throws<ArgumentNullException>("discriminator", () => new AugmentedDiscriminator(null!, new DiffAugment()));
        Assert.Throws<ArgumentNullException>("augmentation", () => new AugmentedDiscriminator(nn.Linear(2, 1), null!));
    }

    private static FunctionNet Times(double factor) => new(tensor([factor]), (x, w) => x.mul(w.detach()));
}
