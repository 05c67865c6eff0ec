using Gan.Generators.Analysis;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

/// <summary>Whether u·Real + Fake is bounded below, for u = 1 and for every u &gt; 0, by hand: which of the two outgrows the other towards either end.</summary>
public sealed class BoundednessTests
{
    [Theory]
    [InlineData("softplus(-t)", "softplus(t)", "++")]
    [InlineData("exp(-t)", "t", "++")]
    [InlineData("t", "exp(-t)", "++")]
    [InlineData("-t", "exp(t)", "++")]
    [InlineData("t * t", "-t", "++")]
    [InlineData("-t", "t * t", "++")]
    [InlineData("-log(1 + t * t)", "t * t", "++")]
    // The sum is constant: any other ratio tips it.
    [InlineData("t", "-t", "+-")]
    [InlineData("-t * t", "t * t", "+-")]
    [InlineData("t * t", "-t * t", "+-")]
    [InlineData("softplus(t)", "-softplus(t)", "+-")]
    [InlineData("t * t", "-3 * t * t", "--")]
    [InlineData("-3 * t * t", "t * t", "--")]
    [InlineData("-t", "0.5 * t", "--")]
    [InlineData("-exp(t)", "t", "--")]
    [InlineData("t", "-exp(t)", "--")]
    [InlineData("-t", "-t", "--")]
    // A sum with one that swings ever further has no limit, and no bound to the left, where it falls below t.
    [InlineData("t * sin(t)", "softplus(t)", "??")]
    [InlineData("softplus(t)", "t * sin(t)", "??")]
    public void Is_that_of_the_faster_one(string real, string fake, string expected)
    {
        var (r, f) = (Curve.OnLine(Formula.Parse(real)), Curve.OnLine(Formula.Parse(fake)));
        Assert.Equal(expected, $"{Boundedness.WhenEqual(r, f).Letter()}{Boundedness.ForEveryRatio(r, f).Letter()}");
    }
}
