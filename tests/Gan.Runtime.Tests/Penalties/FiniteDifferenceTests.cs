using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

public class FiniteDifferenceTests
{
    private static readonly double[,] Two = { { 0.3, -1 }, { 2, 0.7 } };

    [Fact]
    public void On_a_linear_discriminator_its_expectation_is_the_squared_norm()
    {
        PenaltyChecks.LinearDiscriminatorOnAverage(new R1Penalty { Weight = 2, FiniteDifference = 0.01 }.Evaluate, 3, 2 * 9);
        PenaltyChecks.LinearDiscriminatorOnAverage(new R2Penalty { Weight = 0.5, FiniteDifference = 10 }.Evaluate, 0.25, 0.5 / 16);
    }

    [Fact]
    public void The_draw_is_what_makes_it_random()
    {
        // (w . eps)^2, with the very eps that the seed draws.
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        random.manual_seed(7);
        var eps = randn(2, 2, dtype: ScalarType.Float64);
        random.manual_seed(7);
        using var term = new R1Penalty { Weight = 1, FiniteDifference = 0.5 }.Evaluate(discriminator, tensor(Two), null);
        var dots = Numbers.Of(eps.mul(tensor(new[] { 3.0, -4 })).sum(1));
        Assert.Equal(dots.Average(dot => dot * dot), term.item<double>(), 1e-10);
        Assert.Equal(2, discriminator.Calls);
    }

    [Fact]
    public void A_map_counts_as_the_sum_of_its_logits()
    {
        // Two patches with the gradients (w, 0) and (0, w): the difference of their sum is w (eps1 + eps2).
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([3.0]), (x, w) => x.mul(w));
        random.manual_seed(7);
        var eps = Numbers.Of(randn(1, 2, dtype: ScalarType.Float64));
        random.manual_seed(7);
        using var term = new R2Penalty { Weight = 1, FiniteDifference = 0.5 }.Evaluate(discriminator, null, tensor(new double[,] { { 1, 2 } }));
        Assert.Equal(9 * Math.Pow(eps[0] + eps[1], 2), term.item<double>(), 1e-10);
    }

    [Fact]
    public void It_trains_a_discriminator_without_a_second_derivative()
    {
        // grid_sample has no second derivative here: the exact penalty throws in backward.
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(ones(1, 1, 1, 1), (x, w) =>
        {
            var grid = zeros(x.shape[0], 2, 2, 2);
            return nn.functional.grid_sample(x.mul(w).square(), grid, align_corners: false).square().sum([1, 2, 3]);
        });
        var real = randn(3, 1, 4, 4);
        using var exact = new R1Penalty().Evaluate(discriminator, real, null);
        Assert.ThrowsAny<Exception>(() => exact.backward());
        discriminator.zero_grad();
        using var term = new R1Penalty { FiniteDifference = 0.1 }.Evaluate(discriminator, real, null);
        term.backward();
        Assert.True(double.IsFinite(discriminator.Gradient.Single()) && discriminator.Gradient.Single() != 0);
    }

    [Fact]
    public void It_shares_the_logits_of_the_loss_and_tracks_no_input()
    {
        using var scope = NewDisposeScope();
        var tracked = new List<bool>();
        using var discriminator = new FunctionNet(tensor([0.1]), (x, w) =>
        {
            tracked.Add(x.requires_grad);
            return x.square().sum(1).mul(w);
        });
        var objective = new LogisticObjective { Penalties = [new R1Penalty { FiniteDifference = 0.1 }, new R2Penalty { FiniteDifference = 0.1 }] };
        using var terms = GanStep.Discriminator(objective, discriminator, tensor(Two), tensor(Two), step: 0);
        Assert.Equal([false, false, false, false], tracked);
    }

    [Fact]
    public void Each_sample_needs_logits_of_its_own()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([3.0]), (x, w) => x.mul(w).sum());
        var error = Assert.Throws<InvalidOperationException>(() => new R1Penalty { FiniteDifference = 0.1 }.Evaluate(discriminator, tensor(Two), null));
        Assert.Contains("[2, ...]", error.Message);
    }

    [Fact]
    public void The_samples_are_refused_by_name_as_those_of_the_exact_term()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1);
        foreach (var samples in new[] { null, zeros(0, 2), zeros([]), zeros(2, 2, dtype: ScalarType.Int64) })
        {
            Assert.Equal("real", Assert.ThrowsAny<ArgumentException>(() => new R1Penalty { FiniteDifference = 1 }.Evaluate(discriminator, samples, null)).ParamName);
            Assert.Equal("fake", Assert.ThrowsAny<ArgumentException>(() => new R2Penalty { FiniteDifference = 1 }.Evaluate(discriminator, null, samples)).ParamName);
        }

        Assert.Equal(0, discriminator.Calls);
    }
}
