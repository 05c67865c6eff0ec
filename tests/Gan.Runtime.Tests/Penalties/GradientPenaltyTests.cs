using Gan.Dsl;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

public class GradientPenaltyTests
{
    private static readonly double[,] Two = { { 0.3, -1 }, { 2, 0.7 } };

    [Theory]
    [InlineData(1, false, 10 * 16)]
    [InlineData(0, false, 10 * 25)]
    [InlineData(7, false, 10 * 4)]
    [InlineData(1, true, 10 * 16)]
    [InlineData(7, true, 0)]
    public void On_a_linear_discriminator_with_norm_5(double target, bool oneSided, double expected)
    {
        foreach (var point in Enum.GetValues<PenaltyPoint>())
        {
            using var scope = NewDisposeScope();
            using var discriminator = FunctionNet.Linear(3, -4);
            using var term = new GradientPenalty { Target = target, OneSided = oneSided, At = point }.Evaluate(discriminator, tensor(Two), tensor(Two).neg());
            Assert.Equal(expected, term.item<double>(), 1e-10);
        }
    }

    [Fact]
    public void Its_derivative_in_the_weights_is_the_closed_form()
    {
        // d/dw 10 (||w|| - 1)^2 = 20 (||w|| - 1) w / ||w|| with ||w|| = 5.
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        using var term = new GradientPenalty().Evaluate(discriminator, tensor(Two), tensor(Two).neg());
        term.backward();
        Assert.Equal(20 * 4 * 3 / 5.0, discriminator.Gradient[0], 1e-10);
        Assert.Equal(20 * 4 * -4 / 5.0, discriminator.Gradient[1], 1e-10);
    }

    [Theory]
    [InlineData(PenaltyPoint.Real, 9 * 5)]
    [InlineData(PenaltyPoint.Fake, 9 * 2)]
    public void The_point_is_the_one_asked_for(PenaltyPoint point, double expected)
    {
        // grad = 3 x; with target 0 the term is 9 E||x||^2.
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(3);
        var penalty = new GradientPenalty { Weight = 1, Target = 0, At = point };
        using var term = penalty.Evaluate(discriminator, tensor(new double[,] { { 1, 2 } }), tensor(new double[,] { { 1, 1 } }));
        Assert.Equal(expected, term.item<double>(), 1e-10);
    }

    [Fact]
    public void A_norm_per_pixel_runs_over_the_channels()
    {
        // Gradients of the two pixels: (3, 4) and (0, 0). Per pixel the mean of (5-1)^2 and 1; per sample (5-1)^2.
        using var scope = NewDisposeScope();
        var weight = tensor(new[] { 3.0, 0, 4, 0 }).reshape(2, 1, 2);
        using var discriminator = new FunctionNet(weight, (x, w) => x.mul(w).sum([1, 2, 3]));
        var samples = ones(5, 2, 1, 2, dtype: ScalarType.Float64);
        Assert.Equal(10 * (16 + 1) / 2.0, Evaluate(GradientNorm.PerPixel), 1e-10);
        Assert.Equal(10 * 16, Evaluate(GradientNorm.PerSample), 1e-10);

        double Evaluate(GradientNorm norm) => new GradientPenalty { Norm = norm }.Evaluate(discriminator, samples, samples).item<double>();
    }

    [Fact]
    public void The_norm_is_taken_per_sample_before_the_mean()
    {
        // grad = x: norms 1 and 3, so E(norm-1)^2 = (0 + 4)/2, not (2-1)^2.
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(1);
        var penalty = new GradientPenalty { Weight = 1, At = PenaltyPoint.Real };
        using var term = penalty.Evaluate(discriminator, tensor(new double[,] { { 1, 0 }, { 0, 3 } }), null);
        Assert.Equal(2, term.item<double>(), 1e-10);
    }

    [Theory]
    [InlineData(PenaltyPoint.Interpolates)]
    [InlineData(PenaltyPoint.Real)]
    public void At_zero_gradient_everything_is_finite_and_still(PenaltyPoint point)
    {
        foreach (var norm in Enum.GetValues<GradientNorm>())
        {
            using var scope = NewDisposeScope();
            var weight = zeros(2, 1, 2, dtype: ScalarType.Float64);
            using var discriminator = new FunctionNet(weight, (x, w) => x.mul(w).sum([1, 2, 3]));
            var samples = ones(5, 2, 1, 2, dtype: ScalarType.Float64);
            using var term = new GradientPenalty { At = point, Norm = norm }.Evaluate(discriminator, samples, samples);
            Assert.Equal(10, term.item<double>(), 1e-12);
            term.backward();
            Assert.All(discriminator.Gradient, value => Assert.Equal(0, value));
        }
    }

    [Fact]
    public void A_norm_per_pixel_needs_pixels()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        var penalty = new GradientPenalty { Norm = GradientNorm.PerPixel };
        var error = Assert.Throws<ArgumentException>(() => penalty.Evaluate(discriminator, tensor(Two), tensor(Two)));
        Assert.Contains("[2, 2]", error.Message);
        Assert.Equal(0, discriminator.Calls);
    }
}
