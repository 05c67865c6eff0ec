using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

/// <summary>What no gradient can be taken of: a managed exception with a message, never an abort, never silence.</summary>
public class RefusalTests
{
    private static readonly DiscriminatorPenalty[] All = [new R1Penalty(), new R2Penalty(), new GradientPenalty(), new DraganPenalty()];

    [Fact]
    public void A_discriminator_that_detaches_its_input() =>
        AssertRefused((x, w) => x.detach().mul(w).sum(), "does not depend on them");

    [Fact]
    public void A_discriminator_that_detaches_its_output() =>
        AssertRefused((x, w) => x.mul(w).sum().detach(), "no graph");

    [Fact]
    public void A_discriminator_that_records_nothing() =>
        AssertRefused(
            (x, w) =>
            {
                using var off = no_grad();
                return x.mul(w).sum();
            },
            "no graph");

    [Fact]
    public void A_discriminator_that_is_called_under_no_grad()
    {
        using var off = no_grad();
        AssertRefused((x, w) => x.mul(w).sum(), "no_grad");
    }

    [Fact]
    public void A_discriminator_with_a_constant_gradient() =>
        AssertRefused((x, w) => x.sum().add(w), "second derivative");

    [Fact]
    public void A_discriminator_that_returns_integers() =>
        AssertRefused((x, w) => x.mul(w).to(ScalarType.Int64), "Int64");

    [Fact]
    public void A_discriminator_that_returns_a_sparse_tensor() =>
        AssertRefused((x, w) => x.mul(w).to_sparse(), "sparse");

    [Fact]
    public void A_discriminator_that_returns_nothing() =>
        AssertRefused((x, w) => x.mul(w).narrow(0, 0, 0), "[0, 2]");

    [Fact]
    public void A_discriminator_that_returns_null() => AssertRefused((_, _) => null!, "null");

    [Fact]
    public void A_discriminator_that_returns_a_disposed_tensor() =>
        AssertRefused(
            (x, w) =>
            {
                var logits = x.mul(w);
                logits.Dispose();
                return logits;
            },
            "disposed");

    [Fact]
    public void A_second_derivative_that_libtorch_lacks_throws_in_backward()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(ones(1, 1, 1, 1), (x, w) =>
        {
            var grid = zeros(1, 2, 2, 2);
            return nn.functional.grid_sample(x.mul(w).square(), grid, align_corners: false).square().sum();
        });
        using var term = new R1Penalty().Evaluate(discriminator, randn(1, 1, 4, 4), null);
        Assert.Contains("not implemented", Assert.ThrowsAny<Exception>(() => term.backward()).Message);
    }

    [Fact]
    public void Samples_that_have_no_gradient_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1);
        var disposed = zeros(2, 2);
        disposed.Dispose();
        foreach (var samples in new[] { null, disposed, zeros(0, 2), zeros([]), zeros(2, 2, dtype: ScalarType.Int64) })
        {
            Assert.Equal("real", Assert.ThrowsAny<ArgumentException>(() => new R1Penalty().Evaluate(discriminator, samples, null)).ParamName);
            Assert.Equal("real", Assert.ThrowsAny<ArgumentException>(() => new DraganPenalty().Evaluate(discriminator, samples, null)).ParamName);
            Assert.Equal("fake", Assert.ThrowsAny<ArgumentException>(() => new R2Penalty().Evaluate(discriminator, null, samples)).ParamName);
            Assert.Equal("fake", Assert.ThrowsAny<ArgumentException>(() => new GradientPenalty().Evaluate(discriminator, zeros(2, 2), samples)).ParamName);
        }

        Assert.Equal(0, discriminator.Calls);
        Assert.Throws<ArgumentNullException>("discriminator", () => new R1Penalty().Evaluate(null!, zeros(2, 2), null));
    }

    private static void AssertRefused(Func<Tensor, Tensor, Tensor> formula, string inMessage)
    {
        foreach (var penalty in All)
        {
            using var scope = NewDisposeScope();
            using var discriminator = new FunctionNet(ones(1), formula);
            var error = Assert.Throws<InvalidOperationException>(() => penalty.Evaluate(discriminator, randn(3, 2), randn(3, 2)));
            Assert.Contains(inMessage, error.Message);
        }
    }
}
