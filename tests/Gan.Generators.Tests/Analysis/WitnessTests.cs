using Gan.Generators.Analysis;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

/// <summary>Where a formula is below 0: the simplest number is found first, on either side, and nothing where there is none.</summary>
public sealed class WitnessTests
{
    private const double Inf = double.PositiveInfinity;

    [Theory]
    [InlineData("t + 0.5", -Inf, Inf, -1.0)]
    [InlineData("0.5 - t", -Inf, Inf, 1.0)]
    [InlineData("0.5 - t", 1.5, Inf, 2.0)]
    [InlineData("square(t - 0.25) - 0.0001", 0.2, 0.3, 0.25)]
    [InlineData("square(t)", -Inf, Inf, null)]
    [InlineData("exp(t)", -Inf, Inf, null)]
    // Where it has no value it is not below 0.
    [InlineData("log(t)", -Inf, Inf, 0.5)]
    public void Is_found(string formula, double low, double high, double? expected)
        => Assert.Equal(expected, Witness.Find(Formula.Parse(formula), Interval.Of(low, high)));
}
