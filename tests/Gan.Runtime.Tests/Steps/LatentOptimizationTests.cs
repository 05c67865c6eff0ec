using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

/// <summary>Latents that move towards higher logits, and losses balanced by their gradients, on functions whose gradients are known.</summary>
public class LatentOptimizationTests
{
    private const ScalarType F64 = ScalarType.Float64;

    /// <summary>D(G(z)) = w·(s z): g = s w, and z' = z + α s w / (β + s²‖w‖²), whatever z is.</summary>
    [Fact]
    public void Latents_move_by_the_damped_natural_gradient()
    {
        using var scope = NewDisposeScope();
        using var generator = new FunctionNet(tensor(2.0), static (z, s) => z.mul(s));
        using var discriminator = FunctionNet.Linear(3, -4);
        var latents = tensor(new[,] { { 0.1, -0.2 }, { 0.5, 0.25 } });
        var moved = new LatentOptimization { Rate = 0.5, Damping = 4, Share = 1, Bound = double.PositiveInfinity }.Optimize(generator, discriminator, latents);
        const double factor = 0.5 / (4 + (4 * 25));
        Assert.Equal([0.1 + (6 * factor), -0.2 - (8 * factor), 0.5 + (6 * factor), 0.25 - (8 * factor)], Numbers.Of(moved), new Near());
        Assert.False(latents.requires_grad);

        // Its first number is 0.1 + 3αs / (β + 25s²): the players' losses differentiate through the move.
        moved[0, 0].backward();
        Assert.Equal(3 * 0.5 * (4 - (25 * 4)) / Math.Pow(4 + (25 * 4), 2), generator.Gradient.Single(), 1e-12);
        // In w1 it is αs (β + s²(w2² − w1²)) / (β + s²‖w‖²)².
        Assert.Equal(0.5 * 2 * (4 + (4 * (16 - 9))) / Math.Pow(104, 2), discriminator.Gradient[0], 1e-12);
    }

    [Fact]
    public void Latents_stay_within_the_bound_and_a_share_of_them_moves()
    {
        using var scope = NewDisposeScope();
        using var generator = new FunctionNet(tensor(1.0), static (z, s) => z.mul(s));
        using var discriminator = FunctionNet.Linear(1);
        var still = new LatentOptimization { Share = 0 }.Optimize(generator, discriminator, full([4, 1], 0.5, dtype: F64));
        Assert.Equal([0.5, 0.5, 0.5, 0.5], Numbers.Of(still));
        var bounded = new LatentOptimization { Share = 1 }.Optimize(generator, discriminator, full([4, 1], 0.5, dtype: F64));
        Assert.Equal([1.0, 1, 1, 1], Numbers.Of(bounded));
        random.manual_seed(3);
        var some = new LatentOptimization().Optimize(generator, discriminator, zeros(10_000, 1, dtype: F64));
        Assert.Equal(0.8, some.gt(0).to(F64).mean().item<double>(), 0.02);
    }

    [Fact]
    public void The_move_is_refused_where_it_has_no_meaning()
    {
        using var scope = NewDisposeScope();
        using var generator = new FunctionNet(tensor(1.0), static (z, s) => z.mul(s));
        using var discriminator = FunctionNet.Linear(1);
        using var detached = new FunctionNet(tensor(1.0), static (z, s) => z.detach().mul(s));
        var optimization = new LatentOptimization();
        Assert.Throws<InvalidOperationException>(() => optimization.Optimize(detached, discriminator, ones(2, 1, dtype: F64)));
        Assert.Equal("latents", Assert.Throws<ArgumentException>(() => optimization.Optimize(generator, discriminator, tensor(1.0))).ParamName);
        Assert.Throws<ArgumentNullException>(() => optimization.Optimize(null!, discriminator, ones(2, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatentOptimization { Damping = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatentOptimization { Bound = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatentOptimization { Share = 1.5 });
    }

    /// <summary>Gradients (3, 4)·2 and (1, 0)·0.5 in w: 10 / (0.5 + ε).</summary>
    [Fact]
    public void Losses_are_balanced_by_the_norms_of_their_gradients()
    {
        using var scope = NewDisposeScope();
        var weight = tensor([1.0, 2.0]).requires_grad_(true);
        var reconstruction = weight.mul(tensor([6.0, 8.0])).sum();
        var adversarial = weight[0].mul(0.5);
        var factor = GradientBalance.Factor(reconstruction, adversarial, weight);
        Assert.Equal(10 / (0.5 + 1e-4), factor.item<double>(), 1e-10);
        Assert.False(factor.requires_grad);
        Assert.Null(weight.grad);
        Assert.Equal(7, GradientBalance.Factor(reconstruction, adversarial, weight, largest: 7).item<double>());
        (reconstruction + (factor * adversarial)).backward();
        Assert.Equal(6 + (factor.item<double>() / 2), Numbers.Of(weight.grad!)[0], 1e-10);

        Assert.Equal("balanced", Assert.Throws<ArgumentException>(() => GradientBalance.Factor(weight.sum(), ones([]), weight)).ParamName);
        Assert.Equal("at", Assert.Throws<ArgumentException>(() => GradientBalance.Factor(weight.sum(), weight.sum(), ones(2))).ParamName);
        Assert.Contains("'balanced' does not depend", Assert.Throws<InvalidOperationException>(() => GradientBalance.Factor(weight.sum(), ones(1).requires_grad_(true).sum(), weight)).Message);
    }

    [Fact]
    public void Nothing_leaks()
    {
        using var generator = new FunctionNet(tensor(1.0), static (z, s) => z.mul(s));
        using var discriminator = FunctionNet.Linear(1);
        using var latents = ones(3, 1, dtype: F64);
        using var weight = ones(2).requires_grad_(true);
        Live.AssertUnchanged(() => new LatentOptimization().Optimize(generator, discriminator, latents).Dispose());
        Live.AssertUnchanged(() =>
        {
            using var scope = NewDisposeScope();
            GradientBalance.Factor(weight.sum(), weight.square().sum(), weight);
        });
    }

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-12;

        public int GetHashCode(double value) => 0;
    }
}
