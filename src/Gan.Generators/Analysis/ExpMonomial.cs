using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>A formula that is no polynomial of t and exponentials, to a power.</summary>
internal readonly record struct Atom(Expr Formula, int Power);

/// <summary>tᴾᵒʷᵉʳ · exp(Rate·t + Offset) · atoms, the atoms in a fixed order.</summary>
internal sealed record ExpMonomial(int Power, Dyadic Rate, Dyadic Offset, EquatableArray<Atom> Atoms)
{
    public static readonly ExpMonomial One = new(0, default, default, default);

    public static ExpMonomial OfAtom(Expr formula) => new(0, default, default, new([new Atom(formula, 1)]));

    public static ExpMonomial operator *(ExpMonomial a, ExpMonomial b) =>
        new(a.Power + b.Power, a.Rate + b.Rate, a.Offset + b.Offset, Join(a.Atoms, b.Atoms));

    /// <summary>The same at −t.</summary>
    public ExpMonomial Mirrored() =>
        new(Power, -Rate, Offset, Atoms.Select(a => a with { Formula = Simplifier.Simplify(a.Formula.ReplaceLogit(-Expr.T)) }).ToEquatableArray());

    /// <summary>All values over a range of t.</summary>
    public Interval Over(Interval range)
    {
        var value = AtomsOver(range);
        if (Power != 0) value = IntervalMath.Multiply(value, IntervalMath.Pow(range, Interval.Point(Power)));
        if (!Rate.IsZero || !Offset.IsZero) value = IntervalMath.Multiply(value, IntervalMath.Exp(IntervalMath.Multiply(Rate.ToInterval(), range) + Offset.ToInterval()));
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
