using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>The ratio u = p/q at which t is D's best answer: −Fake′/Real′, of smooth losses.</summary>
/// <param name="Formula">u as a formula of t.</param>
/// <param name="Fraction">The same over a common denominator.</param>
/// <param name="Exponential">c and k, where u = c·e^(kt) is proved.</param>
internal sealed record DensityRatio(Expr Formula, Fraction Fraction, (double Factor, double Rate)? Exponential)
{
    public static DensityRatio? Of(Curve real, Curve fake)
    {
        if (real.Pieces.Count != 1 || fake.Pieces.Count != 1 || !real.IsUnderstood || !fake.IsUnderstood) return null;
        if (Fraction.Of(real.Slope) is not { IsZero: false } r || Fraction.Of(fake.Slope) is not { IsZero: false } f) return null;
        var ratio = f * r.Inverse();
        ratio = ratio with { Numerator = -ratio.Numerator };
        if (ExponentialOf(ratio) is not var (factor, rate) || !IsMinimum(r, rate, real.Range) || (factor <= 0 && rate != 0)) return new(Simplifier.Simplify(-fake.Slope / real.Slope), ratio, null);
        return new(Simplifier.Simplify(factor * Functions.Exp.Of(rate * Expr.T)), ratio, (factor, rate));
    }

    /// <summary>Whether the ratio does not depend on t: D cannot tell how much more likely real is.</summary>
    public bool IsConstant => Exponential is { Rate: 0 };

    /// <summary>p·Real′ + q·Fake′ = q·Real′·(p/q − u(t)) turns from falling to rising where Real falls and u rises, or the reverse.</summary>
    private static bool IsMinimum(Fraction slope, double rate, Interval range)
    {
        var sign = PolynomialSigns.Over(slope.Numerator, range, strictly: true) * PolynomialSigns.Over(slope.Denominator, range, strictly: true);
        return rate == 0 || sign * Math.Sign(rate) < 0;
    }

    /// <summary>If N/D = c·e^(kt), then so is the ratio of their fastest terms, and N − c·e^(kt)·D is nothing.</summary>
    private static (double Factor, double Rate)? ExponentialOf(Fraction ratio)
    {
        var (above, below) = (Fastest(ratio.Numerator), Fastest(ratio.Denominator));
        var rate = (above.Key.Exponent - below.Key.Exponent).Slope;
        var (left, right) = (ExpPolynomial.Of(below.Value, ExpMonomial.One), ExpPolynomial.Of(above.Value, ExpMonomial.One with { Exponent = Polynomial.Line(rate, Dyadic.Zero) }));
        if (!((ratio.Numerator * left) - (ratio.Denominator * right)).IsZero) return null;
        return (above.Value.ToDouble() / below.Value.ToDouble(), rate.ToDouble());
    }

    private static KeyValuePair<ExpMonomial, Dyadic> Fastest(ExpPolynomial polynomial) =>
        polynomial.Terms.Aggregate(static (fastest, t) => t.Key.GrowthBeside(fastest.Key) > 0 ? t : fastest);
}
