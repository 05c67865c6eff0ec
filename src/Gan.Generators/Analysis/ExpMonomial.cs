using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>A formula that is no polynomial of t and exponentials, to a power.</summary>
internal readonly record struct Atom(Expr Formula, int Power);

/// <summary>tᴾᵒʷᵉʳ · exp(Exponent) · atoms, the atoms in a fixed order.</summary>
internal sealed record ExpMonomial(int Power, Polynomial Exponent, EquatableArray<Atom> Atoms)
{
    public static readonly ExpMonomial One = new(0, default, default);

    public static ExpMonomial OfAtom(Expr formula) => new(0, default, new([new Atom(formula, 1)]));

    public static ExpMonomial operator *(ExpMonomial a, ExpMonomial b) => new(a.Power + b.Power, a.Exponent + b.Exponent, Join(a.Atoms, b.Atoms));

    /// <summary>Whether it grows faster as t → ∞ than another one (1), slower (−1), or as fast (0), the atoms apart.</summary>
    public int GrowthBeside(ExpMonomial other) =>
        (Exponent - other.Exponent) is { Degree: > 0 } difference ? difference[difference.Degree].Sign : Math.Sign(Power - other.Power);

    /// <summary>The power and the exponential beside those of another monomial, over [from, ∞), if they never rise there; null where they do.</summary>
    /// <param name="from">Positive.</param>
    public Interval? BesideOver(ExpMonomial other, double from)
    {
        // Their logarithm's slope, times t, is power + Σ k·cₖ·tᵏ: never positive if its greatest term is negative, and outweighs at `from` all that are positive.
        var (power, exponent, start) = (Power - other.Power, Exponent - other.Exponent, Dyadic.Of(from));
        if (GrowthBeside(other) > 0) return null;
        var sum = exponent.Degree == 0 || power > 0 ? Dyadic.Of(power) : Dyadic.Zero;
        var powerOfStart = Dyadic.One;
        for (var k = 1; k <= exponent.Degree; k++)
        {
            powerOfStart *= start;
            if (k == exponent.Degree || exponent[k].Sign > 0) sum += Dyadic.Of(k) * exponent[k] * powerOfStart;
        }

        if (sum.Sign > 0) return null;
        var at = Interval.Point(from);
        var first = IntervalMath.Multiply(IntervalMath.Pow(at, Interval.Point(power)), IntervalMath.Exp(exponent.Over(at)));
        return exponent.Degree == 0 && power == 0 ? first : Interval.Of(0, first.High, lowOpen: true);
    }

    /// <summary>The same at −t.</summary>
    public ExpMonomial Mirrored() =>
        new(Power, Exponent.Mirrored(), Atoms.Select(a => a with { Formula = Simplifier.Simplify(a.Formula.ReplaceLogit(-Expr.T)) }).ToEquatableArray());

    /// <summary>All values over a range of t.</summary>
    public Interval Over(Interval range)
    {
        var value = AtomsOver(range);
        if (Power != 0) value = IntervalMath.Multiply(value, IntervalMath.Pow(range, Interval.Point(Power)));
        if (!Exponent.IsZero) value = IntervalMath.Multiply(value, IntervalMath.Exp(Exponent.Over(range)));
        return value;
    }

    /// <summary>All values of the atoms' product over a range of t.</summary>
    public Interval AtomsOver(Interval range) => Atoms.Aggregate(Interval.Point(1), (product, atom) =>
        IntervalMath.Multiply(product, IntervalMath.Pow(IntervalEvaluator.Evaluate(atom.Formula, range), Interval.Point(atom.Power))));

    private static EquatableArray<Atom> Join(EquatableArray<Atom> a, EquatableArray<Atom> b)
    {
        if (a.Count == 0) return b;
        if (b.Count == 0) return a;
        Work.Count(a.Count + b.Count);
        return a.Concat(b)
            .GroupBy(atom => atom.Formula)
            .Select(same => new Atom(same.Key, same.Sum(atom => atom.Power)))
            .OrderBy(atom => atom.Formula, ExprOrder.Instance)
            .ToEquatableArray();
    }
}
