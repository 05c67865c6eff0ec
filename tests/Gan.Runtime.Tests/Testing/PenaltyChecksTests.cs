using Gan.Runtime.Testing;
using static Gan.Runtime.Tests.Support.CheckFailure;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Testing;

using Discriminator = nn.Module<Tensor, Tensor>;
using Penalty = Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor>;

/// <summary>The checks of penalties: right ones pass, each mistake fails.</summary>
public class PenaltyChecksTests
{
    private static readonly Penalty Right = new R1Penalty { Weight = 1 }.Evaluate;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 9)]
    public void The_closed_form_of_a_right_one(double norm, double expected) => PenaltyChecks.LinearDiscriminator(Right, norm, expected);

    [Fact]
    public void The_closed_form_of_each_penalty()
    {
        PenaltyChecks.LinearDiscriminator(new R2Penalty().Evaluate, 2, 5 * 4);
        PenaltyChecks.LinearDiscriminator(new GradientPenalty().Evaluate, 3, 10 * 4);
        PenaltyChecks.LinearDiscriminator(new GradientPenalty { Norm = Gan.Dsl.GradientNorm.PerPixel }.Evaluate, 3, 10 * 4);
        PenaltyChecks.LinearDiscriminator(new GradientPenalty().Evaluate, 1, 0);
        PenaltyChecks.LinearDiscriminator(new GradientPenalty { OneSided = true }.Evaluate, 0.5, 0);
        PenaltyChecks.LinearDiscriminator(new DraganPenalty { Target = 0 }.Evaluate, 3, 10 * 9);
    }

    [Fact]
    public void The_closed_form_over_logits()
    {
        PenaltyChecks.LogitLevels(new DriftPenalty { Weight = 0.1 }.Evaluate, 3, -2, 0.9, 1.8);
        PenaltyChecks.LogitLevels(new LeCamPenalty { Weight = 1 }.Evaluate, 3, -2, 50, 50);
        AssertFails(() => PenaltyChecks.LogitLevels(new DriftPenalty { Weight = 0.1001 }.Evaluate, 3, -2, 0.9, 1.8), "expected 0.9");
        AssertFails(() => PenaltyChecks.LogitLevels(Scoped((d, x, _) => d.call(x).square().mean().detach()), 3, -2, 9, 18), "slope", "expected 18");
    }

    [Fact]
    public void An_expectation_off_by_a_tenth()
    {
        PenaltyChecks.LinearDiscriminatorOnAverage(new R1Penalty { FiniteDifference = 1 }.Evaluate, 2, 5 * 4);
        AssertFails(() => PenaltyChecks.LinearDiscriminatorOnAverage(new R1Penalty { FiniteDifference = 1, Weight = 5.5 }.Evaluate, 2, 5 * 4), "averaged");
    }

    [Fact]
    public void A_value_off_by_a_thousandth() =>
        AssertFails(() => PenaltyChecks.LinearDiscriminator(Times(1.001), 3, 9), "expected 9");

    [Fact]
    public void A_sum_for_a_mean() =>
        AssertFails(() => PenaltyChecks.LinearDiscriminator(Scoped((d, x, _) => Gradient(d, x).square().sum()), 3, 9), "3 samples");

    [Fact]
    public void A_norm_of_the_whole_batch() =>
        AssertFails(() => PenaltyChecks.LinearDiscriminator(Scoped((d, x, _) => Gradient(d, x).norm().square()), 3, 9));

    [Fact]
    public void A_flipped_sign_of_the_target() =>
        AssertFails(() => PenaltyChecks.LinearDiscriminator(Scoped((d, x, _) => Norms(d, x).add(1).square().mean()), 3, 4));

    [Fact]
    public void A_result_that_is_no_scalar() =>
        AssertFails(() => PenaltyChecks.LinearDiscriminator(Scoped((d, x, _) => Norms(d, x).square()), 3, 9), "shape [1]");

    [Fact]
    public void A_second_order_gradient_that_is_cut() =>
        AssertFails(() => PenaltyChecks.SecondOrderGradient(Scoped((d, x, _) => Gradient(d, x).detach().square().mean())), "derivative of the penalty in");

    [Fact]
    public void A_second_order_gradient_off_by_a_hundred_thousandth() =>
        AssertFails(() => PenaltyChecks.SecondOrderGradient(Scoped((d, x, y) =>
        {
            var term = Right(d, x, y);
            return term.mul(1.00001).add(term.detach().mul(-0.00001));
        })));

    [Fact]
    public void A_first_order_gradient_mixed_in() =>
        AssertFails(() => PenaltyChecks.SecondOrderGradient(Scoped((d, x, y) =>
        {
            d.call(x).sum().backward();
            return Right(d, x, y);
        })));

    [Fact]
    public void A_term_that_trains_nothing() =>
        AssertFails(() => PenaltyChecks.SecondOrderGradient((_, x, _) => zeros([], dtype: x.dtype)), "not zero");

    [Fact]
    public void A_norm_with_a_NaN_derivative_at_zero() =>
        AssertFails(() => PenaltyChecks.ZeroGradientIsFinite(Scoped((d, x, _) => Gradient(d, x).square().sum([1, 2, 3]).sqrt().sub(1).square().mean())), "NaN");

    [Fact]
    public void Tensors_left_behind() =>
        AssertFails(() => PenaltyChecks.NothingLeaks((d, x, _) => Gradient(d, x).square().mean()), "alive");

    [Fact]
    public void A_gradient_that_reaches_the_generator() =>
        AssertFails(() => PenaltyChecks.NothingLeaks(Scoped((d, x, y) => Right(d, x, y).add(d.call(y).sum().mul(0.01)))), "generator");

    [Fact]
    public void Samples_that_are_changed() =>
        AssertFails(
            () => PenaltyChecks.NothingLeaks((d, x, y) =>
            {
                x.requires_grad_(true);
                return Right(d, x, y);
            }),
            "real samples");

    [Fact]
    public void The_random_state_is_left_as_it_was()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        var expected = rand(3);
        random.manual_seed(5);
        PenaltyChecks.SecondOrderGradient(new GradientPenalty().Evaluate);
        Assert.True(expected.allclose(rand(3)));
    }

    private static Penalty Times(double factor) => Scoped((d, x, y) => Right(d, x, y).mul(factor));

    private static Penalty Scoped(Penalty penalty) => (discriminator, real, fake) =>
    {
        using var scope = NewDisposeScope();
        return penalty(discriminator, real, fake).MoveToOuterDisposeScope();
    };

    private static Tensor Norms(Discriminator discriminator, Tensor real) => linalg.vector_norm(Gradient(discriminator, real).flatten(1), 2, [1]);

    private static Tensor Gradient(Discriminator discriminator, Tensor real)
    {
        var x = real.detach().requires_grad_(true);
        autograd.backward([discriminator.call(x).sum()], create_graph: true, retain_graph: true, inputs: [x]);
        var gradient = x.grad!;
        x.grad = null;
        return gradient;
    }
}
