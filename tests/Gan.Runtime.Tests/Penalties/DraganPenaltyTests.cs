using Gan.Dsl;
using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

public class DraganPenaltyTests
{
    [Theory]
    [InlineData(DraganNoise.Uniform, 1, 10 * 16)]
    [InlineData(DraganNoise.Gaussian, 2, 10 * 9)]
    public void On_a_linear_discriminator_with_norm_5(DraganNoise noise, double target, double expected)
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        using var term = new DraganPenalty { Noise = noise, Target = target }.Evaluate(discriminator, randn(6, 2, dtype: ScalarType.Float64), null);
        Assert.Equal(expected, term.item<double>(), 1e-10);
    }

    [Fact]
    public void Uniform_noise_is_scaled_by_the_deviation_of_the_batch()
    {
        // Half the numbers are 0, half are 4: the deviation of the batch is 2, so the noise is uniform on [0, 0.25 * 2].
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var real = cat([zeros(500, 4), full([500, 4], 4f)]);
        var noise = Noise(new DraganPenalty { Scale = 0.25 }, real);
        Assert.InRange(noise.min().ToSingle(), 0, 0.01);
        Assert.InRange(noise.max().ToSingle(), 0.49, 0.5);
        Assert.Equal(0.25, noise.mean().ToSingle(), 0.02);
        Assert.Equal(0.5 / Math.Sqrt(12), noise.std().ToSingle(), 0.01);
    }

    [Fact]
    public void Gaussian_noise_has_the_scale_as_its_variance()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var noise = Noise(new DraganPenalty { Noise = DraganNoise.Gaussian, Scale = 4 }, full([1000, 4], 100f));
        Assert.Equal(0, noise.mean().ToSingle(), 0.1);
        Assert.Equal(2, noise.std().ToSingle(), 0.1);
    }

    [Fact]
    public void A_single_number_has_no_deviation_and_no_NaN()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0, Noise(new DraganPenalty(), full([1, 1], 3f)).item<float>());
    }

    private static Tensor Noise(DraganPenalty penalty, Tensor real)
    {
        Tensor? seen = null;
        using var discriminator = new FunctionNet(ones(1), (x, w) =>
        {
            seen = x.detach().clone().MoveToOuterDisposeScope();
            return x.mul(w).sum();
        });
        penalty.Evaluate(discriminator, real, null).Dispose();
        return seen!.sub(real);
    }
}
