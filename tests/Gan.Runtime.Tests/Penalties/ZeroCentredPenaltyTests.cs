using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

public class ZeroCentredPenaltyTests
{
    // Squared norms 5 and 25 with mean 15; and 1 with mean 1.
    private static readonly double[,] Real = { { 1, 2 }, { 3, -4 } };
    private static readonly double[,] Fake = { { 1, 0 }, { 0, -1 } };

    [Fact]
    public void R1_of_a_quadratic_discriminator()
    {
        // grad = a x, so R1 = w a^2 E||x||^2 and its derivative in a is 2 w a E||x||^2.
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(3);
        using var term = new R1Penalty { Weight = 0.5 }.Evaluate(discriminator, tensor(Real), tensor(Fake));
        Assert.Equal(0.5 * 9 * 15, term.item<double>(), 1e-10);
        term.backward();
        Assert.Equal(2 * 0.5 * 3 * 15, discriminator.Gradient.Single(), 1e-10);
    }

    [Fact]
    public void R2_takes_the_fake_samples()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(3);
        using var term = new R2Penalty { Weight = 2 }.Evaluate(discriminator, null, tensor(Fake));
        Assert.Equal(2 * 9 * 1, term.item<double>(), 1e-10);
        term.backward();
        Assert.Equal(2 * 2 * 3 * 1, discriminator.Gradient.Single(), 1e-10);
    }

    [Fact]
    public void The_gradient_of_a_patch_map_is_that_of_its_sum()
    {
        // Two patches with the gradients (w, 0) and (0, w): their sum has the squared norm 2 w^2.
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([3.0]), (x, w) => x.mul(w));
        using var term = new R1Penalty { Weight = 1 }.Evaluate(discriminator, tensor(Real), null);
        Assert.Equal(2 * 9, term.item<double>(), 1e-10);
    }

    [Theory]
    [InlineData(ScalarType.Float16, 1e-2)]
    [InlineData(ScalarType.BFloat16, 1e-1)]
    public void Half_types_are_summed_in_float32(ScalarType type, double tolerance)
    {
        // The sum of 400 squares is beyond the accuracy of a half type, and the weighted term beyond its range.
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([2.0], type), (x, w) => x.square().mul(w).mul(0.5).sum(1));
        var real = full([1, 400], 0.5, dtype: type);
        using var term = new R1Penalty { Weight = 1e6 }.Evaluate(discriminator, real, null);
        Assert.Equal(ScalarType.Float32, term.dtype);
        Assert.Equal(1, term.item<float>() / (1e6 * 400), tolerance);
    }

    [Fact]
    public void Without_weight_the_discriminator_is_not_called()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(3);
        using var term = new R1Penalty { Weight = 0 }.Evaluate(discriminator, tensor(Real), null);
        Assert.Equal((0, 0, false), (term.ToDouble(), discriminator.Calls, term.requires_grad));
    }

    [Fact]
    public void The_samples_are_left_alone()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(3);
        var maker = tensor(Real).requires_grad_(true);
        var real = maker.mul(1);
        using var term = new R1Penalty().Evaluate(discriminator, real, null);
        term.backward();
        Assert.Null(maker.grad);
        Assert.True(real.requires_grad);
    }
}
