using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Asymptotics;

/// <summary>Arithmetic on expansions. Every step that needs a sign nobody can know gives up.</summary>
internal sealed partial class SeriesAlgebra(IReadOnlyDictionary<string, Interval>? parameters)
{
    // How many terms are kept: as many leading terms may cancel before a limit is lost.
    private const int Order = 6;

    // The coefficients of nested functions grow with each step: beyond this they cost more than a limit is worth.
    private const int MaxSize = 500;

    private int _steps;

    /// <summary>A question that cannot be decided, such as the sign of a hyperparameter with both signs in its range.</summary>
    internal sealed class UndecidedException : Exception;

    public Interval Range(Expr coefficient) => IntervalEvaluator.Evaluate(coefficient, Interval.All, parameters);

    /// <summary>The sign of a formula without t, the same over the whole range of the hyperparameters.</summary>
    public int SignOf(Expr coefficient) => TrySign(coefficient) ?? throw new UndecidedException();

    /// <summary>The sign, or null if the ranges leave it open.</summary>
    public int? TrySign(Expr coefficient)
    {
        if (coefficient is Constant c) return double.IsNaN(c.Value) ? throw new UndecidedException() : Math.Sign(c.Value);
        var range = Range(coefficient);
        if (range.IsPartial) throw new UndecidedException();
        return range.IsPositive ? 1 : range.IsNegative ? -1 : range is { IsPoint: true, Low: 0 } ? 0 : null;
    }

    /// <summary>Which of two grows faster: the sign of log(a/b) for large t.</summary>
    public int Compare(Growth a, Growth b)
    {
        var exponent = AddExponents(a.Exponent, b.Exponent, -1);
        if (exponent.Count > 0) return SignOf(exponent[0].Coefficient);
        return Difference(a.Power, b.Power) is var power && power != 0 ? Math.Sign(power) : Math.Sign(Difference(a.LogPower, b.LogPower));
    }

    public Growth Multiply(Growth a, Growth b) =>
        new(AddExponents(a.Exponent, b.Exponent, 1), Difference(a.Power, -b.Power), Difference(a.LogPower, -b.LogPower));

    public static Growth Raise(Growth growth, double power) => new(
        growth.Exponent.Select(e => new ExponentTerm(Simplifier.Simplify(power * e.Coefficient), e.Power)).ToEquatableArray(),
        growth.Power * power, growth.LogPower * power);

    public Series Add(Series a, Series b) => Collect([.. a.Terms, .. b.Terms], Greater(a.Remainder, b.Remainder));

    public Series Scale(Series series, Expr factor, Growth? growth = null)
    {
        if (TrySign(factor) == 0) return Series.Zero;
        growth ??= Growth.One;
        return new(
            [.. series.Terms.Select(t => new SeriesTerm(Simplifier.Simplify(factor * t.Coefficient), Multiply(t.Growth, growth)))],
            series.Remainder is { } r ? Multiply(r, growth) : null);
    }

    public Series Negate(Series series) => Scale(series, -1);

    public Series Multiply(Series a, Series b)
    {
        if (a.IsZero || b.IsZero) return Series.Zero;
        var terms = a.Terms.SelectMany(x => b.Terms.Select(y => new SeriesTerm(x.Coefficient * y.Coefficient, Multiply(x.Growth, y.Growth)))).ToList();
        var remainder = Greater(Product(a.Remainder, Bound(b)), Product(b.Remainder, Bound(a)));
        return Collect(terms, remainder);
    }

    // Powers are written as decimals: 0.1 + 0.2 is 0.3.
    private static double Difference(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Abs(a) ? 0 : a - b;

    /// <summary>What the whole expansion is at most a multiple of.</summary>
    private static Growth? Bound(Series series) => series.Terms.Count > 0 ? series.Terms[0].Growth : series.Remainder;

    private Growth? Product(Growth? a, Growth? b) => a is null || b is null ? null : Multiply(a, b);

    private Growth? Greater(Growth? a, Growth? b) => a is null ? b : b is null ? a : Compare(a, b) >= 0 ? a : b;

    /// <summary>Adds equal elements, sorts, and drops what the remainder covers or the order does not reach.</summary>
    private Series Collect(List<SeriesTerm> terms, Growth? remainder)
    {
        if (++_steps > 2000) throw new UndecidedException();
        var sorted = new List<SeriesTerm>();
        foreach (var term in terms) Insert(sorted, term);

        var kept = new List<SeriesTerm>();
        foreach (var term in sorted)
        {
            if (term.Coefficient.Size > MaxSize) throw new UndecidedException();
            var coefficient = Simplifier.Simplify(term.Coefficient);
            if (TrySign(coefficient) == 0) continue;
            if (remainder is not null && Compare(term.Growth, remainder) <= 0) break;
            if (kept.Count == Order)
            {
                remainder = Greater(remainder, term.Growth);
                break;
            }

            kept.Add(new(coefficient, term.Growth));
        }

        return new(kept, remainder);
    }

    private void Insert(List<SeriesTerm> sorted, SeriesTerm term)
    {
        for (var i = 0; i < sorted.Count; i++)
        {
            Work.Count(1);
            var order = Compare(term.Growth, sorted[i].Growth);
            if (order < 0) continue;
            if (order == 0) sorted[i] = new(sorted[i].Coefficient + term.Coefficient, term.Growth);
            else sorted.Insert(i, term);
            return;
        }

        sorted.Add(term);
    }

    private EquatableArray<ExponentTerm> AddExponents(EquatableArray<ExponentTerm> a, EquatableArray<ExponentTerm> b, double sign) =>
        // Most elements of the scale are powers of t alone.
        a.Count + b.Count == 0 ? default : a.Concat(b.Select(e => new ExponentTerm(sign * e.Coefficient, e.Power)))
            .GroupBy(e => e.Power)
            .OrderByDescending(g => g.Key)
            .Select(g => new ExponentTerm(Simplifier.Simplify(g.Aggregate(Expr.Zero, (sum, e) => sum + e.Coefficient)), g.Key))
            .Where(e => TrySign(e.Coefficient) != 0)
            .ToEquatableArray();
}
