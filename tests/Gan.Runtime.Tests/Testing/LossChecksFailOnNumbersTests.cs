using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;
using static Gan.Runtime.Tests.Support.CheckFailure;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Testing;

/// <summary>Wrong numbers fail, whatever the loss.</summary>
public class LossChecksFailOnNumbersTests
{
    public static TheoryData<string> Names => new(SampleLoss.All.Select(loss => loss.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_off_by_a_ten_thousandth(string name)
    {
        AssertFails(() => LossChecks.Values(Loss(name).WithValueTimes(1 + 1e-4), Loss(name).Expected), "expected", "actual", "logit");
        AssertFails(() => LossChecks.Values(Loss(name).WithValueTimes(1 - 1e-4), Loss(name).Expected));
        AssertFails(() => LossChecks.MeanOverAnyShape(Loss(name).WithValueTimes(1 + 1e-4), Loss(name).Expected));
        AssertFails(() => LossChecks.HalfPrecision(Loss(name).WithValueTimes(1 + 1e-3), Loss(name).Expected));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_slope_off_by_a_ten_thousandth(string name)
    {
        AssertFails(() => LossChecks.Slopes(Loss(name).WithGradientTimes(1 + 1e-4), Loss(name).Expected), "slope at logit");
        AssertFails(() => LossChecks.MeanOverAnyShape(Loss(name).WithGradientTimes(1 + 1e-4), Loss(name).Expected), "gradient of logit");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_flipped_sign(string name)
    {
        AssertFails(() => LossChecks.Values(Loss(name).WithValueTimes(-1), Loss(name).Expected));
        AssertFails(() => LossChecks.Slopes(Loss(name).WithGradientTimes(-1), Loss(name).Expected));
        AssertFails(() => LossChecks.SlopeSigns(Loss(name).WithGradientTimes(-1), Loss(name).Expected), "slope at logit", " 0, actual");
        LossChecks.SlopeSigns(Loss(name).WithGradientTimes(2), Loss(name).Expected);
    }

    [Fact]
    public void A_slope_that_is_cut() =>
        AssertFails(() => LossChecks.SlopeSigns(WrongLoss.Scoped(t => SampleLoss.Softplus.Mean(t).detach()), SampleLoss.Softplus.Expected), "above 0, actual 0");

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1.0001, 1, false)]
    [InlineData(1, 1.0001, false)]
    [InlineData(0.5, 0.5, false)]
    [InlineData(1, -1, false)]
    [InlineData(1, 0, false)]
    public void A_sum_of_halves_that_are_weighted(double ofReal, double ofFake, bool right)
    {
        var (real, fake) = (Loss("softplus(-t)"), Loss("hinge"));
        Tensor Sum(Tensor r, Tensor f)
        {
            using var scope = NewDisposeScope();
            return real.Mean(r).mul(ofReal).add(fake.Mean(f).mul(ofFake)).MoveToOuterDisposeScope();
        }

        if (right)
            LossChecks.SumOfHalves(Sum, real.Expected, fake.Expected);
        else
            AssertFails(() => LossChecks.SumOfHalves(Sum, real.Expected, fake.Expected), "real logit", "fake logit");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_float32_off_by_a_ten_thousandth(string name)
    {
        AssertFails(() => LossChecks.Values(t => t.dtype == ScalarType.Float32 ? Loss(name).WithValueTimes(1 + 1e-4)(t) : Loss(name).Mean(t), Loss(name).Expected));
        AssertFails(() => LossChecks.Slopes(t => t.dtype == ScalarType.Float32 ? Loss(name).WithGradientTimes(1 + 1e-3)(t) : Loss(name).Mean(t), Loss(name).Expected));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sum_for_a_mean(string name) =>
        AssertFails(() => LossChecks.MeanOverAnyShape(WrongLoss.Scoped(t => Loss(name).Elementwise(t).sum()), Loss(name).Expected), "mean over logits");

    private static SampleLoss Loss(string name) => SampleLoss.All.Single(loss => loss.Name == name);
}
