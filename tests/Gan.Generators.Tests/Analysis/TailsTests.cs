using Gan.Generators.Analysis;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

/// <summary>What a formula does towards the ends of the line, by hand: whether it falls below every number, and whether its slope stays away from 0.</summary>
public sealed class TailsTests
{
    // Falls to the left, falls to the right, slope stays away from 0 to the left, to the right.
    [Theory]
    [InlineData("t", "+-++")]
    [InlineData("-t", "-+++")]
    [InlineData("square(t)", "--++")]
    [InlineData("-square(t) + 3 * t", "++++")]
    [InlineData("softplus(t)", "---+")]
    [InlineData("-softplus(-t)", "+-+-")]
    [InlineData("exp(t)", "---+")]
    [InlineData("tanh(t)", "----")]
    [InlineData("exp(-square(t))", "----")]
    [InlineData("sin(t)", "----")]
    [InlineData("2 * t + sin(t)", "+-++")]
    // As slow as a logarithm, and slower.
    [InlineData("-log(1 + square(t))", "++--")]
    [InlineData("-log(softplus(t))", "-+--")]
    [InlineData("-1 / (1 + square(t))", "----")]
    // What outgrows the rest does so far out only.
    [InlineData("square(t) - exp(t / 2)", "-+++")]
    [InlineData("t - softplus(-11) * square(t)", "++++")]
    [InlineData("sqrt(1 + square(t)) - 2 * t", "-+++")]
    [InlineData("max(0, 1 + t) - 2 * t", "-+++")]
    // Undefined to the left.
    [InlineData("-log(t)", "-+--")]
    public void Are_seen(string formula, string expected)
    {
        var curve = Curve.OnLine(Formula.Parse(formula));
        Tail[] tails = [Tail.Left, Tail.Right];
        Assert.Equal(expected, string.Concat(tails.Select(tail => Tails.FallsForever(curve, tail)).Concat(tails.Select(tail => Tails.StaysSteep(curve, tail))).Select(static seen => seen ? '+' : '-')));
    }
}
