using Gan.Dsl;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

/// <summary>
/// Penalties by formulas on D(x) = a/2 ||x||^2, whose gradient is a x and whose logit is a/2 ||x||^2: with r = ||x||, the value and the derivative in a, which is of second order in D, have closed forms.
/// </summary>
public class FormulaPenaltyTests
{
    private const double A = 0.8;

    private static readonly double[,] Real = { { 0.3, -1 }, { 2, 0.7 } }, Fake = { { 0.25, 0.5 }, { -1.5, 0 } };

    private static readonly double[] RealRadii = [Math.Sqrt(0.09 + 1), Math.Sqrt(4 + 0.49)], FakeRadii = [Math.Sqrt(0.0625 + 0.25), 1.5];

    [Fact]
    public void The_Wasserstein_divergence_pays_the_sixth_power()
    {
        var penalty = new GradientPenalty { Weight = 2, Formula = static n => n.pow(6), At = PenaltyPoint.Real };
        Check(penalty, 2 * RealRadii.Average(static r => Math.Pow(A * r, 6)), 2 * RealRadii.Average(static r => 6 * Math.Pow(A, 5) * Math.Pow(r, 6)));
    }

    [Fact]
    public void The_largest_gradient_alone_pays()
    {
        var penalty = new GradientPenalty { Weight = 3, Formula = static n => n.square(), At = PenaltyPoint.Fake, Reduce = PenaltyReduction.Max };
        Check(penalty, 3 * Math.Pow(A * 1.5, 2), 3 * 2 * A * 2.25);
    }

    [Fact]
    public void The_largest_of_both_batches_pays_for_both()
    {
        var penalty = new GradientPenalty { Weight = 3, Target = 0, At = PenaltyPoint.Both, Reduce = PenaltyReduction.Max };
        Check(penalty, 3 * Math.Pow(A, 2) * 4.49, 3 * 2 * A * 4.49);
    }

    [Fact]
    public void Both_batches_have_half_of_the_expectation()
    {
        double[] radii = [.. RealRadii, .. FakeRadii];
        Check(new GradientPenalty { Weight = 1, At = PenaltyPoint.Both }, radii.Average(static r => Math.Pow((A * r) - 1, 2)), radii.Average(static r => 2 * ((A * r) - 1) * r));
    }

    /// <summary>(1 − σ(D))²‖∇D‖² at real samples: the derivative runs through the factor as well.</summary>
    [Fact]
    public void The_factor_of_the_Jensen_Shannon_regulariser_at_real_samples()
    {
        var penalty = new GradientPenalty { Weight = 1, Formula = static n => n.square(), Factor = static t => (1 - t.sigmoid()).square(), At = PenaltyPoint.Real };
        Check(penalty, RealRadii.Average(static r => Math.Pow(1 - Sigmoid(r), 2) * Math.Pow(A * r, 2)), RealRadii.Average(static r =>
        {
            var s = Sigmoid(r);
            return (2 * (1 - s) * (-s * (1 - s) * r * r / 2) * A * A * r * r) + ((1 - s) * (1 - s) * 2 * A * r * r);
        }));
    }

    [Fact]
    public void The_factor_of_the_Jensen_Shannon_regulariser_at_generated_samples()
    {
        var penalty = new GradientPenalty { Weight = 0.5, Formula = static n => n.square(), Factor = static t => t.sigmoid().square(), At = PenaltyPoint.Fake };
        Check(penalty, 0.5 * FakeRadii.Average(static r => Math.Pow(Sigmoid(r), 2) * Math.Pow(A * r, 2)), 0.5 * FakeRadii.Average(static r =>
        {
            var s = Sigmoid(r);
            return (2 * s * (s * (1 - s) * r * r / 2) * A * A * r * r) + (s * s * 2 * A * r * r);
        }));
    }

    /// <summary>‖a x‖_p = a ‖x‖_p.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(double.PositiveInfinity)]
    public void Dual_norms(double order)
    {
        double[] norms = [Norm([0.3, 1], order), Norm([2, 0.7], order)];
        Check(new GradientPenalty { Weight = 1, Order = order, At = PenaltyPoint.Real }, norms.Average(static n => Math.Pow((A * n) - 1, 2)), norms.Average(static n => 2 * ((A * n) - 1) * n));
    }

    [Fact]
    public void A_norm_of_a_high_order_of_small_gradients_is_not_lost()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1e-4, -2e-4);
        var samples = zeros(2, 2, dtype: ScalarType.Float64);
        var term = new GradientPenalty { Weight = 1, Order = 200, Formula = static n => n, At = PenaltyPoint.Real }.Evaluate(discriminator, samples, null);
        Assert.Equal(2e-4, term.item<double>(), 1e-12);
    }

    [Fact]
    public void The_points_around_the_real_samples_are_those_of_Dragan()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(A);
        Assert.Equal(Value(new DraganPenalty { Weight = 4, Target = 0.5 }), Value(new GradientPenalty { Weight = 4, Target = 0.5, At = PenaltyPoint.AroundReal }));

        double Value(DiscriminatorPenalty penalty)
        {
            random.manual_seed(7);
            return penalty.Evaluate(discriminator, tensor(Real), null).item<double>();
        }
    }

    /// <summary>√n has an infinite slope at 0, |n − 1| one that points away from 0: a gradient of zero has a derivative of zero all the same, of first and of second order.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    [InlineData(2.5)]
    [InlineData(double.PositiveInfinity)]
    public void At_zero_gradient_nothing_is_NaN(double order)
    {
        Func<Tensor, Tensor>[] formulas = [static n => n.sqrt(), static n => n.sub(1).abs(), static n => n.pow(1.5), static n => n.pow(6)];
        foreach (var (formula, atZero) in formulas.Zip(new double[] { 0, 1, 0, 0 }))
        {
            using var scope = NewDisposeScope();
            using var discriminator = FunctionNet.Linear(0, 0);
            using var term = new GradientPenalty { Weight = 1, Formula = formula, Order = order, At = PenaltyPoint.Real }.Evaluate(discriminator, tensor(Real), null);
            Assert.Equal(atZero, term.item<double>());
            autograd.backward([term], create_graph: true, retain_graph: true, inputs: [discriminator.Weight]);
            using var gradient = discriminator.Weight.grad!;
            discriminator.Weight.grad = null;
            Assert.Equal([0, 0], gradient.data<double>().ToArray());
            gradient.sum().backward();
            Assert.Equal([0, 0], discriminator.Gradient);
        }
    }

    [Fact]
    public void A_hyperparameter_of_a_formula_is_that_of_the_instance()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        var zero = zeros(1, 2, dtype: ScalarType.Float64);

        // √5 · Weight, Weight times 10 by default.
        Assert.Equal(10 * 3 * Math.Sqrt(5), new NamedPenaltyFormulas().RealGradientPenalty(discriminator, zero).item<double>(), 1e-10);
        Assert.Equal(10 * 0.5 * Math.Sqrt(5), new NamedPenaltyFormulas { Weight = 0.5 }.RealGradientPenalty(discriminator, zero).item<double>(), 1e-10);

        // σ(0) = 1/2 times Huber(5) + 5/8, and a factor of 1 below a sharpness of 1.
        Assert.Equal(3 * 0.5 * 9.625, new NamedPenaltyFormulas().GradientPenalty(discriminator, zero, zero).item<double>(), 1e-10);
        Assert.Equal(3 * 9.625, new NamedPenaltyFormulas { Sharpness = 0.5 }.GradientPenalty(discriminator, zero, zero).item<double>(), 1e-10);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void An_order_below_1_is_refused(double order)
        => Assert.Contains("the order of a norm", Assert.Throws<ArgumentOutOfRangeException>(() => new GradientPenalty { Order = order }).Message);

    [Fact]
    public void A_reduction_is_a_member_of_its_enumeration() => Assert.Throws<ArgumentOutOfRangeException>(() => new GradientPenalty { Reduce = (PenaltyReduction)2 });

    [Fact]
    public void A_formula_returns_a_number_for_each_norm()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        var error = Assert.Throws<InvalidOperationException>(() => new GradientPenalty { Formula = static n => n.mean() }.Evaluate(discriminator, tensor(Real), tensor(Fake)));
        Assert.StartsWith("Formula must return one floating-point number for each of the norms, [2]", error.Message);
    }

    [Fact]
    public void A_factor_needs_one_logit_for_each_sample()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor(new[] { 2.0 }), static (x, w) => x.mul(w));
        var error = Assert.Throws<InvalidOperationException>(() => new GradientPenalty { Factor = static t => t.sigmoid() }.Evaluate(discriminator, tensor(Real), tensor(Fake)));
        Assert.Contains("a factor needs one logit per sample", error.Message);
    }

    [Fact]
    public void A_factor_takes_logits_of_any_shape_with_one_for_each_sample_and_norms_per_pixel()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor(new[] { 2.0 }), static (x, w) => x.mul(w).sum([1, 2, 3]).reshape(-1, 1, 1));
        var samples = ones(3, 4, 1, 2, dtype: ScalarType.Float64);
        var term = new GradientPenalty { Weight = 1, Target = 0, Factor = static t => t, At = PenaltyPoint.Real, Norm = GradientNorm.PerPixel }.Evaluate(discriminator, samples, null);
        Assert.Equal(16 * 16, term.item<double>(), 1e-10);
    }

    private static void Check(GradientPenalty penalty, double value, double slope)
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(A);
        var term = penalty.Evaluate(discriminator, tensor(Real), tensor(Fake));
        Assert.Equal(value, term.item<double>(), 1e-10 * value);
        term.backward();
        Assert.Equal(slope, discriminator.Gradient[0], 1e-10 * Math.Abs(slope));
    }

    private static double Sigmoid(double radius) => 1 / (1 + Math.Exp(-A * radius * radius / 2));

    private static double Norm(double[] vector, double order)
        => double.IsInfinity(order) ? vector.Max() : Math.Pow(vector.Sum(x => Math.Pow(x, order)), 1 / order);
}
