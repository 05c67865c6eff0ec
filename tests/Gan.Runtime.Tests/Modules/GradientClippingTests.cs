using Gan.Runtime.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

public class GradientClippingTests
{
    [Fact]
    public void The_norm_runs_over_all_parameters_and_is_scaled_to_the_limit()
    {
        // (3, 4) and 12: the norm is 13.
        using var scope = NewDisposeScope();
        using var net = Net([3, 4], [12]);
        Assert.Equal(13, net.ClipGradientNorm(6.5), 1e-12);
        Numbers.AssertEqual([1.5, 2, 6], Gradients(net), 1e-12);
        Assert.Equal(6.5, net.ClipGradientNorm(6.5), 1e-12);
        Numbers.AssertEqual([1.5, 2, 6], Gradients(net), 1e-12);
    }

    [Fact]
    public void A_norm_below_the_limit_is_left_alone()
    {
        using var scope = NewDisposeScope();
        using var net = Net([3, 4], [12]);
        Assert.Equal(13, net.ClipGradientNorm(14), 1e-12);
        Numbers.AssertEqual([3, 4, 12], Gradients(net), 0);
    }

    [Fact]
    public void Values_are_clipped_one_by_one()
    {
        using var scope = NewDisposeScope();
        using var net = Net([-3, 0.5], [12]);
        net.ClipGradientValue(2);
        Numbers.AssertEqual([-2, 0.5, 2], Gradients(net), 0);
    }

    [Fact]
    public void An_optimiser_clips_its_own_parameters()
    {
        using var scope = NewDisposeScope();
        using var net = Net([3, 4], [12]);
        using var optimizer = optim.SGD([net.first], 0.1);
        Assert.Equal(5, optimizer.ClipGradientNorm(2.5), 1e-12);
        Numbers.AssertEqual([1.5, 2, 12], Gradients(net), 1e-12);
        optimizer.ClipGradientValue(1);
        Numbers.AssertEqual([1, 1, 12], Gradients(net), 0);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_gradient_that_is_not_finite_is_named_and_spreads_nowhere(double wrong)
    {
        using var scope = NewDisposeScope();
        using var net = Net([3, 4], [wrong]);
        using var optimizer = optim.SGD(net.parameters(), 0.1);
        var error = Assert.Throws<NonFiniteGradientException>(() => net.ClipGradientNorm(1));
        Assert.Equal("second", error.Parameter);
        Assert.Contains("parameter second", error.Message);
        Assert.Equal("second", Assert.Throws<NonFiniteGradientException>(() => net.ClipGradientValue(1)).Parameter);
        Assert.Equal("1 [1]", Assert.Throws<NonFiniteGradientException>(() => optimizer.ClipGradientNorm(1)).Parameter);
        Assert.Equal("1 [1]", Assert.Throws<NonFiniteGradientException>(() => optimizer.ClipGradientValue(1)).Parameter);
        Numbers.AssertEqual([3, 4, wrong], Gradients(net), 0);
    }

    [Fact]
    public void Finite_gradients_with_infinite_squares_are_clipped()
    {
        using var scope = NewDisposeScope();
        using var net = Net([3e30, 4e30], [0], ScalarType.Float32);
        Assert.Equal(5e30, net.ClipGradientNorm(1), 1e24);
        Numbers.AssertEqual([0.6, 0.8, 0], Gradients(net), 1e-6);
        using var huge = Net([3e300, 4e300], [0]);
        Assert.Equal(5e300, huge.ClipGradientNorm(1), 1e288);
        Numbers.AssertEqual([0.6, 0.8, 0], Gradients(huge), 1e-12);
    }

    [Fact]
    public void Half_gradients_are_summed_in_float32()
    {
        using var scope = NewDisposeScope();
        using var net = Net([300, 400], [0], ScalarType.Float16);
        Assert.Equal(500, net.ClipGradientNorm(5), 1e-3);
        Numbers.AssertEqual([3, 4, 0], Gradients(net), 1e-2);
    }

    [Fact]
    public void Parameters_without_a_gradient_are_passed_over()
    {
        using var scope = NewDisposeScope();
        using var net = nn.Linear(2, 1);
        Assert.Equal(0, net.ClipGradientNorm(1));
        net.ClipGradientValue(1);
    }

    [Fact]
    public void Clipping_leaks_nothing()
    {
        using var net = Net([3, 4], [12]);
        using var optimizer = optim.SGD(net.parameters(), 0.1);
        Live.AssertUnchanged(() =>
        {
            net.ClipGradientNorm(1);
            net.ClipGradientValue(0.1);
            optimizer.ClipGradientNorm(0.1);
            optimizer.ClipGradientValue(0.01);
        });
    }

    [Fact]
    public void What_cannot_be_clipped_is_refused()
    {
        using var net = Net([3, 4], [12]);
        using var optimizer = optim.SGD(net.parameters(), 0.1);
        foreach (var wrong in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("maxNorm", () => net.ClipGradientNorm(wrong));
            Assert.Throws<ArgumentOutOfRangeException>("limit", () => net.ClipGradientValue(wrong));
            Assert.Throws<ArgumentOutOfRangeException>("maxNorm", () => optimizer.ClipGradientNorm(wrong));
            Assert.Throws<ArgumentOutOfRangeException>("limit", () => optimizer.ClipGradientValue(wrong));
        }

        Assert.Throws<ArgumentNullException>("module", () => ((nn.Module)null!).ClipGradientNorm(1));
        Assert.Throws<ArgumentNullException>("optimizer", () => ((optim.Optimizer)null!).ClipGradientValue(1));
        net.first.grad = net.first.detach().to_sparse();
        Assert.Contains("parameter first is sparse", Assert.Throws<InvalidOperationException>(() => net.ClipGradientNorm(1)).Message);
    }

    private static TwoParameters Net(double[] first, double[] second, ScalarType type = ScalarType.Float64) => new(first, second, type);

    private static Tensor Gradients(TwoParameters net) => cat([net.first.grad!, net.second.grad!]);

    /// <summary>Two parameters with given gradients.</summary>
    private sealed class TwoParameters : nn.Module
    {
        public readonly Parameter first;
        public readonly Parameter second;

        public TwoParameters(double[] first, double[] second, ScalarType type)
            : base(nameof(TwoParameters))
        {
            (this.first, this.second) = (With(first, type), With(second, type));
            RegisterComponents();
        }

        private static Parameter With(double[] gradient, ScalarType type)
        {
            using var scope = NewDisposeScope();
            var parameter = new Parameter(zeros(gradient.Length, dtype: type));
            parameter.mul(tensor(gradient, type)).sum().backward();
            return (Parameter)parameter.DetachFromDisposeScope();
        }
    }
}
