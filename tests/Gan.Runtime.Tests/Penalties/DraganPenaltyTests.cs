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

    /// <summary>A norm below the target costs as much as one above it: 10·(0.5 − 1)².</summary>
    [Fact]
    public void Both_sides_of_the_target_count()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(0.3, -0.4);
        using var term = new DraganPenalty().Evaluate(discriminator, randn(6, 2, dtype: ScalarType.Float64), null);
        Assert.Equal(2.5, term.item<double>(), 1e-10);
    }

    [Fact]
    public void Uniform_noise_is_scaled_by_the_deviation_of_the_batch()
    {
        // Half the numbers are 0, half are 4: the deviation of the batch is 2, so the noise is α u / 2 of α and u on [0, 1], as in the authors' code.
        // E[α u] = 1/4 and E[(α u)²] = 1/9.
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var real = cat([zeros(5000, 4), full([5000, 4], 4f)]);
        var noise = Noise(new DraganPenalty { Scale = 0.25 }, real);
        Assert.InRange(noise.min().ToSingle(), -1e-6, 0.01);
        Assert.InRange(noise.max().ToSingle(), 0.45, 0.5);
        Assert.Equal(0.125, noise.mean().ToSingle(), 0.003);
        Assert.Equal(0.5 * Math.Sqrt((1.0 / 9) - (1.0 / 16)), noise.std().ToSingle(), 0.003);
    }

    [Fact]
    public void A_sample_has_one_part_of_the_way_to_its_noisy_copy()
    {
        // Of two numbers of one sample α is the same: E[α² u v] = 1/12 against E[α u]² = 1/16, so they are correlated; those of two samples are not.
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var noise = Noise(new DraganPenalty { Scale = 1 }, cat([full([10000, 2], -1f), full([10000, 2], 1f)])).to(ScalarType.Float64);
        Assert.Equal(1.0 / 12, noise.select(1, 0).mul(noise.select(1, 1)).mean().ToDouble(), 0.003);
        Assert.Equal(1.0 / 16, noise.select(1, 0).mul(noise.select(1, 0).roll(1, 0)).mean().ToDouble(), 0.003);
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
