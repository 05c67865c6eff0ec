namespace Gan.Runtime.Tests.Losses;

public class HyperparameterChecksTests
{
    [Theory]
    [InlineData(0, 0, 1, false, true)]
    [InlineData(1, 0, 1, false, true)]
    [InlineData(0, 0, 1, true, false)]
    [InlineData(1, 0, 1, true, false)]
    [InlineData(0.5, 0, 1, true, true)]
    [InlineData(-0.1, 0, 1, false, false)]
    [InlineData(1.1, 0, 1, false, false)]
    [InlineData(-1e30, double.NegativeInfinity, double.PositiveInfinity, false, true)]
    [InlineData(double.NaN, double.NegativeInfinity, double.PositiveInfinity, false, false)]
    [InlineData(double.PositiveInfinity, 0, double.PositiveInfinity, false, false)]
    public void A_range_has_its_limits(double value, double min, double max, bool exclusive, bool allowed)
    {
        void Check() => HyperparameterChecks.InRange(value, "Margin", min, max, exclusive);
        if (allowed)
            Check();
        else
            Assert.Equal("Margin", Assert.Throws<ArgumentOutOfRangeException>(Check).ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Positive_is_finite_and_above_zero(double value)
    {
        Assert.Equal("S", Assert.Throws<ArgumentOutOfRangeException>(() => HyperparameterChecks.Positive(value, "S")).ParamName);
        Assert.Equal(2, HyperparameterChecks.Positive(2, "S"));
    }
}
