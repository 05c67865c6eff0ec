using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Tree;

/// <summary>Which sign a term carries in front, so that printers write a difference and the simplifier finds one form.</summary>
internal static class Signs
{
    /// <summary>Whether the term is written with a minus sign in front.</summary>
    public static bool IsNegative(Expr term) => term switch
    {
        Constant c => c.Value < 0,
        Product p => p.Factors[0] is Constant { Value: < 0 },
        Quotient q => IsNegative(q.Numerator),
        _ => false,
    };

    /// <summary>A negative term without its sign.</summary>
    public static Expr Absolute(Expr term) => term switch
    {
        Constant c => Math.Abs(c.Value),
        Product { Factors: var factors } when factors[0] is Constant { Value: -1 } =>
            factors.Count == 2 ? factors[1] : new Product(factors.Skip(1).ToEquatableArray()),
        Product { Factors: var factors } => new Product(factors.Skip(1).Prepend(Absolute(factors[0])).ToEquatableArray()),
        Quotient q => new Quotient(Absolute(q.Numerator), q.Denominator),
        _ => term,
    };
}
