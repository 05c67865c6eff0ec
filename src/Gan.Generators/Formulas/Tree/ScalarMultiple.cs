using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Tree;

/// <summary>A canonical formula as its coefficient, a number, times the rest; the rest of a plain number is 1.</summary>
internal readonly record struct ScalarMultiple(double Coefficient, Expr Rest)
{
    public static ScalarMultiple Of(Expr e)
    {
        switch (e)
        {
            case Constant c:
                return new(c.Value, Expr.One);
            case Product { Factors: var f } when f[0] is Constant c:
                return new(c.Value, f.Count == 2 ? f[1] : new Product(f.Skip(1).ToEquatableArray()));
            case Quotient q:
                var (coefficient, rest) = Of(q.Numerator);
                return coefficient == 1 ? new(1, q) : new(coefficient, new Quotient(rest, q.Denominator));
            default:
                return new(1, e);
        }
    }

    /// <summary>The product, written with the number in front (of the numerator).</summary>
    public Expr ToExpr() => (Coefficient, Rest) switch
    {
        (0, _) => Expr.Zero,
        (1, _) => Rest,
        (_, Constant { Value: 1 }) => Coefficient,
        (_, Product p) => new Product(p.Factors.Prepend(Coefficient).ToEquatableArray()),
        (_, Quotient q) => new Quotient(new ScalarMultiple(Coefficient, q.Numerator).ToExpr(), q.Denominator),
        (-1, Sum s) => new Sum(s.Terms.Select(Negated).ToEquatableArray()),
        _ => new Product(new([Coefficient, Rest])),
    };

    public static Expr Negated(Expr e)
    {
        var (coefficient, rest) = Of(e);
        return new ScalarMultiple(-coefficient, rest).ToExpr();
    }
}
