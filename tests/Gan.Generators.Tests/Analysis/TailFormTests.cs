using Gan.Generators.Analysis;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

/// <summary>A formula in the form that signs in a tail are read from has the values that it had.</summary>
public sealed class TailFormTests
{
    [Theory]
    [InlineData("sqrt(1 + square(t))", 100, 100.00499987500625)] // √10001
    [InlineData("t - sqrt(1 + square(t))", 100, -0.0049998750062496)]
    [InlineData("sqrt(2 * t + pow(t, 4))", 10, 100.09995004993758)] // √10020
    [InlineData("sqrt(pow(t, 6) + 1) / t", 10, 100.00005)] // √1000001 / 10
    [InlineData("softplus(t) - t", 20, 2.061153620314381e-09)] // log(1 + e⁻²⁰)
    [InlineData("tanh(t)", 20, 1)]
    public void HasTheSameValues(string formula, double at, double value)
    {
        var fraction = TailForm.Of(Formula.Parse(formula), from: 4);
        Assert.NotNull(fraction);
        var point = Interval.Point(at);
        var range = IntervalMath.Divide(fraction.Numerator.Over(point), fraction.Denominator.Over(point));
        var tolerance = 1e-6 * (1 + Math.Abs(value));
        Assert.InRange(value, range.Low - tolerance, range.High + tolerance);
        Assert.True(range.Width < 1e-6, $"{range} tells too little");
    }
}
