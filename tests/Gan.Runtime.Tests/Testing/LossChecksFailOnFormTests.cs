using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;
using static Gan.Runtime.Tests.Support.CheckFailure;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Testing;

/// <summary>Losses with the right numbers in the wrong form: shapes, types, infinities, NaN, leaks.</summary>
public class LossChecksFailOnFormTests
{
    [Fact]
    public void A_mean_over_the_batch_alone() =>
        AssertFails(
            () => LossChecks.MeanOverAnyShape(WrongLoss.Scoped(t => SampleLoss.Softplus.Elementwise(t).sum().div(t.dim() == 0 ? 1 : t.shape[0])), SampleLoss.Softplus.Expected),
            "[N, 1, h, w]");

    [Fact]
    public void A_reader_that_ignores_strides() =>
        AssertFails(
            () => LossChecks.MeanOverAnyShape(WrongLoss.Scoped(t => SampleLoss.Softplus.Mean(t.stride().Contains(0) ? t : t.as_strided([t.numel()], [1], t.storage_offset()))), SampleLoss.Softplus.Expected),
            "every second place");

    [Fact]
    public void A_reader_that_ignores_the_offset() =>
        AssertFails(
            () => LossChecks.MeanOverAnyShape(WrongLoss.Scoped(t => SampleLoss.Softplus.Mean(t.as_strided(t.shape, t.stride(), 0))), SampleLoss.Softplus.Expected),
            "from the second place on");

    [Fact]
    public void A_result_that_is_no_scalar() =>
        AssertFails(() => LossChecks.Values(WrongLoss.Scoped(t => SampleLoss.Softplus.Elementwise(t)), SampleLoss.Softplus.Expected), "shape [1]");

    [Fact]
    public void A_result_of_another_type() =>
        AssertFails(() => LossChecks.Values(WrongLoss.Scoped(t => SampleLoss.Softplus.Mean(t).to(ScalarType.Float32)), SampleLoss.Softplus.Expected), "Float64");

    [Fact]
    public void A_loss_without_a_graph() =>
        AssertFails(() => LossChecks.Slopes(WrongLoss.Scoped(t => SampleLoss.Softplus.Mean(t).detach()), SampleLoss.Softplus.Expected));

    [Fact]
    public void An_overflow_that_should_not_be() =>
        AssertFails(() => LossChecks.Values(WrongLoss.Scoped(t => t.exp().log1p().mean()), SampleLoss.Softplus.Expected), "logit 10000");

    [Fact]
    public void A_finite_number_where_infinity_should_be() =>
        AssertFails(() => LossChecks.Values(WrongLoss.Scoped(t => t.clamp(max: 80).exp().mean()), SampleLoss.All.Single(loss => loss.Name == "exp").Expected), "logit 10000");

    [Fact]
    public void Half_types_computed_in_half() =>
        AssertFails(() => LossChecks.HalfPrecision(WrongLoss.Scoped(t => SampleLoss.Softplus.Elementwise(t).mean()), SampleLoss.Softplus.Expected), "Float32");

    [Fact]
    public void Half_types_rounded_on_the_way() =>
        AssertFails(() => LossChecks.HalfPrecision(WrongLoss.Scoped(t => SampleLoss.Softplus.Elementwise(t).to(ScalarType.Float32).mean()), SampleLoss.Softplus.Expected));

    [Fact]
    public void A_NaN_that_is_swallowed()
    {
        AssertFails(() => LossChecks.NaNStaysNaN(WrongLoss.Scoped(t => t.nan_to_num().mean())), "NaN");
        AssertFails(() => LossChecks.NaNStaysNaN(WrongLoss.Scoped(t => where(t > -1, t.add(1), zeros_like(t)).mean())));
        AssertFails(() => LossChecks.NaNStaysNaN(WrongLoss.Scoped(t => t.numel() > 50 ? t.narrow(0, 0, 69).mean() : t.mean())), "70", "at 69");
    }

    [Fact]
    public void A_tensor_left_behind() =>
        AssertFails(() => LossChecks.NothingLeaks(t => nn.functional.softplus(t).mean()), "alive");

    [Fact]
    public void A_loss_that_outlives_the_callers_scope() =>
        AssertFails(() => LossChecks.NothingLeaks(t => SampleLoss.Softplus.Mean(t).DetachFromDisposeScope()), "dispose scope");

    [Fact]
    public void A_loss_that_is_already_disposed() =>
        AssertFails(
            () => LossChecks.Values(
                t =>
                {
                    using var scope = NewDisposeScope();
                    return SampleLoss.Softplus.Mean(t);
                },
                SampleLoss.Softplus.Expected),
            "disposed");

    [Fact]
    public void Nothing_to_check_is_a_mistake()
    {
        Assert.Throws<ArgumentException>("expected", () => LossChecks.Values(SampleLoss.Softplus.Mean, []));
        Assert.Throws<ArgumentNullException>("loss", () => LossChecks.NaNStaysNaN(null!));
    }
}
