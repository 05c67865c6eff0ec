using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>
/// What D gives where real samples have density p and fakes q: the zero of p·Real′ + q·Fake′. Solved for the ratio it reads u(t) = −Fake′/Real′.
/// </summary>
/// <param name="Balanced">D* for p = q; null where none was found.</param>
/// <param name="ClosedForm">D* in p and q; null where no closed form was recognised.</param>
/// <param name="IsLogRatio">Whether σ(D*) = p/(p + q): D's probability is the true one.</param>
internal sealed record OptimalLogit(double? Balanced, string? ClosedForm, Verdict IsLogRatio)
{
    /// <summary>Why D* does not tell how likely a sample is real, as of a critic or of a yes or no; null where it does, or is not understood.</summary>
    public string? Untold { get; init; }

    public static OptimalLogit Of(Curve real, Curve fake, Interval? balanced, Verdict isBounded, DensityRatio? ratio)
    {
        double? at = balanced is { } t ? BalancedLogit.Value(t) : null;
        if (ratio is null)
            return OfSteps(at, real, fake, isBounded);
        if (ratio.IsConstant) return new(at, null, Differs(ratio, real.Range)) { Untold = "no D is best, whatever p/q is, unless its slope is limited" };
        // The loss falls before its best answer and rises behind it: where D's values end before, the end is the best of them.
        if (ratio.Exponential is { } e)
            return new(at, Within(real.Range, OfExponential(e.Factor, e.Rate)), e is { Factor: 1, Rate: 1 } ? OfLogarithm(real, fake) : Differs(ratio, real.Range));
        return new(at, OfLines(real, fake) is { } optimum ? Within(real.Range, optimum) : null, Differs(ratio, real.Range));
    }

    private static Verdict OfLogarithm(Curve real, Curve fake) => real.Range == Interval.All
        ? new Verdict.Proved("−Fake′/Real′ = eᵗ", new Certificate.Logarithm(real.Name, fake.Name))
        : new Verdict.Refuted(real.Range.Low, "−Fake′/Real′ = eᵗ, but log(p/q) can be negative and D's output cannot");

    private static string Within(Interval range, string optimum) => double.IsInfinity(range.Low) ? optimum : $"max({Numbers.Text(range.Low)}, {optimum})";

    /// <summary>−Fake′/Real′ is not eᵗ at some t.</summary>
    private static Verdict Differs(DensityRatio ratio, Interval range) =>
        Witness.Find(Simplifier.Simplify(-Functions.Square.Of(ratio.Formula - Functions.Exp.Of(Expr.T))), range) is { } t
            ? new Verdict.Refuted(t, $"−Fake′/Real′ = {ratio.Formula} is not eᵗ")
            : new Verdict.Unknown($"−Fake′/Real′ = {ratio.Formula}");

    /// <summary>u = c·e^(kt).</summary>
    private static string OfExponential(double factor, double rate)
    {
        var log = factor == 1 ? "log(p/q)" : $"log(p/({Numbers.Text(factor)}*q))";
        return rate == 1 ? log : rate == -1 ? $"-{log}" : $"{log}/{Numbers.Text(rate)}";
    }

    /// <summary>p·(m t + b) + q·(n t + a) = 0, as of two parabolas.</summary>
    private static string? OfLines(Curve real, Curve fake)
    {
        if (Polynomial.LineOf(real.Slope) is not { } r || Polynomial.LineOf(fake.Slope) is not { } f) return null;
        if (r.Slope.Sign < 0 || f.Slope.Sign < 0 || (r.Slope.IsZero && f.Slope.IsZero)) return null;
        var scale = r.Slope.IsZero ? f.Slope : r.Slope;
        return $"{Sum(-r.Offset, -f.Offset)}/{Sum(r.Slope, f.Slope)}";

        string Sum(Dyadic p, Dyadic q)
        {
            var sum = Simplifier.Simplify((Scaled(p) * new Parameter("p")) + (Scaled(q) * new Parameter("q")));
            return sum is Sum ? $"({sum})" : sum.ToString();
        }

        double Scaled(Dyadic value) => Witness.Rounded(value.ToDouble() / scale.ToDouble());
    }

    /// <summary>Straight pieces: the minimum lies at a kink. Two of them mean a yes or a no.</summary>
    private static OptimalLogit OfSteps(double? balanced, Curve real, Curve fake, Verdict isBounded)
    {
        if (!isBounded.IsProved || StepwiseMinimum.Of(real, fake) is not { ForFake: var ofFake, ForReal: var ofReal, Ratio: 1 })
            return new(balanced, null, new Verdict.Unknown("the losses are piecewise, or their slopes are not known"));

        var (no, yes) = (Numbers.Text(ofFake), Numbers.Text(ofReal));
        var reason = $"the optimal D returns either {yes} or {no}, and not a function of p/q";
        return new(balanced, $"{yes} where p > q, {no} where p < q", new Verdict.Refuted(ofReal, reason)) { Untold = reason };
    }
}
