using Gan.Dsl;

namespace Gan.Runtime.Tests.Penalties;

public class PenaltyOptionTests
{
    [Fact]
    public void Defaults_are_the_papers()
    {
        Assert.Equal((5, 1, "R1"), (new R1Penalty().Weight, new R1Penalty().Every, new R1Penalty().Name));
        Assert.Equal((5, 1, "R2"), (new R2Penalty().Weight, new R2Penalty().Every, new R2Penalty().Name));
        var gradient = new GradientPenalty();
        Assert.Equal((10, 1, false), (gradient.Weight, gradient.Target, gradient.OneSided));
        Assert.Equal((PenaltyPoint.Interpolates, GradientNorm.PerSample), (gradient.At, gradient.Norm));
        var dragan = new DraganPenalty();
        Assert.Equal((10, 1, DraganNoise.Uniform, 0.5), (dragan.Weight, dragan.Target, dragan.Noise, dragan.Scale));
        Assert.Equal(1, new DraganPenalty { Noise = DraganNoise.Gaussian }.Scale);
        Assert.Equal((0.001, 1, "Drift"), (new DriftPenalty().Weight, new DriftPenalty().Every, new DriftPenalty().Name));
        Assert.Equal((0.3, 0.99, 0, "LeCam"), (new LeCamPenalty().Weight, new LeCamPenalty().Decay, new LeCamPenalty().Start, new LeCamPenalty().Name));
        Assert.Null(new R1Penalty().FiniteDifference);
        Assert.Equal((2, 0.99, 1, "PathLength"), (new PathLengthPenalty().Weight, new PathLengthPenalty().Decay, new PathLengthPenalty().Every, new PathLengthPenalty().Name));
        Assert.Equal(0.2, new DraganPenalty { Scale = 0.2, Noise = DraganNoise.Gaussian }.Scale);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_out_of_range_are_refused(double value)
    {
        AssertRefused("Weight", () => new R1Penalty { Weight = value });
        AssertRefused("Target", () => new GradientPenalty { Target = value });
        AssertRefused("Target", () => new DraganPenalty { Target = value });
        AssertRefused("Scale", () => new DraganPenalty { Scale = value });
        AssertRefused("FiniteDifference", () => new R1Penalty { FiniteDifference = value });
        AssertRefused("FiniteDifference", () => new R2Penalty { FiniteDifference = value });
        AssertRefused("Decay", () => new LeCamPenalty { Decay = value });
        AssertRefused("Decay", () => new PathLengthPenalty { Decay = value });
    }

    [Fact]
    public void Zero_is_a_weight_but_no_scale_and_no_interval()
    {
        Assert.Equal(0, new R1Penalty { Weight = 0 }.Weight);
        Assert.Equal(0, new LeCamPenalty { Start = 0 }.Start);
        AssertRefused("Scale", () => new DraganPenalty { Scale = 0 });
        AssertRefused("Every", () => new R2Penalty { Every = 0 });
        AssertRefused("FiniteDifference", () => new R2Penalty { FiniteDifference = 0 });
        AssertRefused("Decay", () => new LeCamPenalty { Decay = 0 });
        AssertRefused("Decay", () => new LeCamPenalty { Decay = 1 });
        AssertRefused("Decay", () => new PathLengthPenalty { Decay = 0.01 });
        AssertRefused("Start", () => new LeCamPenalty { Start = -1 });
        Assert.Throws<ArgumentNullException>(() => new LeCamPenalty { State = null! });
    }

    [Fact]
    public void Names_that_do_not_exist_are_refused()
    {
        AssertRefused("At", () => new GradientPenalty { At = (PenaltyPoint)7 });
        AssertRefused("Norm", () => new GradientPenalty { Norm = (GradientNorm)7 });
        AssertRefused("Noise", () => new DraganPenalty { Noise = (DraganNoise)7 });
    }

    [Fact]
    public void A_lazy_penalty_is_due_at_each_nth_step_from_the_first()
    {
        var penalty = new R1Penalty { Every = 16 };
        Assert.Equal([0, 16, 32], Enumerable.Range(0, 40).Where(step => penalty.IsDue(step)));
        Assert.Throws<ArgumentOutOfRangeException>(() => penalty.IsDue(-1));
    }

    [Fact]
    public void Without_weight_it_is_never_due() => Assert.False(new R1Penalty { Weight = 0 }.IsDue(0));

    private static void AssertRefused(string option, Func<object> make) =>
        Assert.Equal(option, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
}
