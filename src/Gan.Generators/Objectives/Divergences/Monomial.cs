using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Objectives.Divergences;

/// <summary>A base to a power. The base is u, a sum or a call: never a product or a power itself.</summary>
internal sealed record Power(Expr Base, double Exponent);

/// <summary>A number times powers of different bases, in a fixed order.</summary>
internal sealed record Monomial(double Coefficient, EquatableArray<Power> Powers)
{
    public static readonly Monomial One = new(1, EquatableArray<Power>.Empty);

    public bool IsConstant => Powers.Count == 0;

    public static Monomial Of(Expr atom) => new(1, new([new Power(atom, 1)]));

    public double ExponentOf(Expr atom) => Powers.FirstOrDefault(power => power.Base.Equals(atom))?.Exponent ?? 0;

    public Monomial Times(double factor) => this with { Coefficient = Coefficient * factor };

    /// <summary>Not a product with the inverse, which is rounded before: 7 / 7 is 1, and only what is 1 cancels.</summary>
    public Monomial DividedBy(double divisor) => this with { Coefficient = Coefficient / divisor };

    public Monomial Times(Monomial other)
    {
        var exponents = new Dictionary<Expr, double>();
        foreach (var power in Powers.Concat(other.Powers))
            exponents[power.Base] = exponents.TryGetValue(power.Base, out var before) ? before + power.Exponent : power.Exponent;
        return new(
            Coefficient * other.Coefficient,
            exponents.Where(static e => e.Value != 0).OrderBy(static e => e.Key, ExprOrder.Instance).Select(static e => new Power(e.Key, e.Value)).ToEquatableArray());
    }

    /// <summary>The power; null where it needs the sign of something that may be negative.</summary>
    public Monomial? Raise(double exponent)
    {
        var isWhole = exponent == Math.Floor(exponent);
        if (!isWhole && (Coefficient < 0 || Powers.Any(static power => !IsPositive(power.Base))))
            return null;
        return new(Math.Pow(Coefficient, exponent), Powers.Select(power => power with { Exponent = power.Exponent * exponent }).ToEquatableArray());
    }

    /// <summary>Without the power of one base.</summary>
    public Monomial Without(Expr atom) => this with { Powers = Powers.Where(power => !power.Base.Equals(atom)).ToEquatableArray() };

    public Expr ToExpr() => Powers.Aggregate((Expr)Coefficient, static (product, power) => product * ToExpr(power));

    /// <summary>Whether the base is positive for every u > 0, as far as its form tells.</summary>
    public static bool IsPositive(Expr atom) => atom switch
    {
        Logit => true,
        Call { Function.Name: "exp" } => true,
        Sum sum => sum.Terms.All(static term => term is Constant { Value: > 0 } || PowerSum.Of(term) is { Terms.Count: 1 } t && t.Terms[0].Coefficient > 0 && t.Terms[0].Powers.All(static p => IsPositive(p.Base))),
        _ => false,
    };

    private static Expr ToExpr(Power power) => power.Exponent switch
    {
        1 => power.Base,
        -1 => Expr.One / power.Base,
        _ => Functions.Pow.Of(power.Base, power.Exponent),
    };
}
