using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>
/// A formula over one common denominator: σ(t) is eᵗ/(1 + eᵗ), so that 1/u − 1/(u+1) and e²ᵗ/(1+eᵗ)² + … are seen for what they are.
/// The denominator is never zero where the formula is defined.
/// </summary>
internal sealed record Fraction(ExpPolynomial Numerator, ExpPolynomial Denominator)
{
    // What is larger than any loss a person writes would cost more than it tells.
    private const int MaxTerms = 48;
    private const int MaxPower = 8;

    public static readonly Fraction One = new(ExpPolynomial.One, ExpPolynomial.One);

    public bool IsZero => Numerator.IsZero;

    /// <summary>The fraction; null where it would get too large, or a number is not finite.</summary>
    /// <param name="expression">The formula.</param>
    /// <param name="degree">
    /// Of which polynomials an exponential is opened. Near the middle of the line only lines are: exp(−(t − 1)²) is at most 1, which exp(−t²)·exp(2t − 1) does not show.
    /// </param>
    public static Fraction? Of(Expr expression, int degree = 1)
    {
        if (Raw(expression, degree) is not { } fraction) return null;
        return fraction.Numerator.Count <= MaxTerms && fraction.Denominator.Count <= MaxTerms ? fraction : null;
    }

    private static Fraction? Raw(Expr expression, int degree) => expression switch
    {
        Constant c => double.IsNaN(c.Value) || double.IsInfinity(c.Value) ? null : Whole(ExpPolynomial.Of(Dyadic.Of(c.Value), ExpMonomial.One)),
        Logit => Whole(ExpPolynomial.Of(Dyadic.One, ExpMonomial.One with { Power = 1 })),
        Sum sum => Fold(sum.Terms, degree, Whole(ExpPolynomial.Zero), static (a, b) => a + b),
        Product product => Fold(product.Factors, degree, One, static (a, b) => a * b),
        Quotient quotient => Of(quotient.Numerator, degree) is { } n && Of(quotient.Denominator, degree) is { IsZero: false } d ? n * d.Inverse() : null,
        Call call => OfCall(call, degree),
        _ => Opaque(expression),
    };

    public static Fraction operator +(Fraction a, Fraction b) => a.Denominator.IsSameAs(b.Denominator)
        ? new(a.Numerator + b.Numerator, a.Denominator)
        : new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => a + (b with { Numerator = -b.Numerator });

    public static Fraction operator *(Fraction a, Fraction b)
    {
        if (a.IsZero || b.IsZero) return Whole(ExpPolynomial.Zero);
        // Equal parts above and below go at once: they would only grow.
        if (a.Numerator.IsSameAs(b.Denominator)) return new(b.Numerator, a.Denominator);
        if (b.Numerator.IsSameAs(a.Denominator)) return new(a.Numerator, b.Denominator);
        return new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    }

    public Fraction Inverse() => new(Denominator, Numerator);

    /// <summary>Whether the two are equal up to a constant factor, and which.</summary>
    public Interval? RatioTo(Fraction other)
    {
        var (left, right) = (Numerator * other.Denominator, other.Numerator * Denominator);
        if (left.IsZero || right.IsZero) return null;
        var (monomial, factor) = (left.Terms.First().Key, left.Terms.First().Value);
        var match = right.Terms.FirstOrDefault(t => t.Key.Equals(monomial));
        if (match.Key is null) return null;
        var difference = (left * ExpPolynomial.Of(match.Value, ExpMonomial.One)) - (right * ExpPolynomial.Of(factor, ExpMonomial.One));
        return difference.IsZero ? IntervalMath.Divide(factor.ToInterval(), match.Value.ToInterval()) : null;
    }

    private static Fraction Whole(ExpPolynomial polynomial) => new(polynomial, ExpPolynomial.One);

    private static Fraction Opaque(Expr expression) => Whole(ExpPolynomial.Of(Dyadic.One, ExpMonomial.OfAtom(expression)));

    private static Fraction? OfCall(Call call, int degree) => call.Function.Name switch
    {
        "exp" => Exponential(call.Argument, degree),
        "square" => Power(call.Argument, 2, degree),
        "pow" when call.Arguments[1] is Constant { Value: var p } && p == Math.Floor(p) && Math.Abs(p) <= MaxPower => Power(call.Argument, (int)p, degree),
        _ => IsOfExponentials(call.Function) ? Raw(call.Function.Definition(call.Arguments)!, degree) : Opaque(call),
    };

    /// <summary>Whether the function is a fraction of exponentials of its argument.</summary>
    private static bool IsOfExponentials(Function function)
        => function.Arity == 1 && function.Definition([Expr.T])?.Has(static node => node is Conditional || (node is Call inner && inner.Function != Functions.Exp && !IsOfExponentials(inner.Function))) == false;

    private static Fraction? Power(Expr argument, int power, int degree)
    {
        // √x·√x is x: as an atom the root would never cancel.
        if (argument is Call { Function.Name: "sqrt" } root && Math.Abs(power) > 1)
            return Power(root.Argument, power / 2, degree) is { } whole && Power(argument, power % 2, degree) is { } half ? whole * half : null;
        if (Of(argument, degree) is not { } x || (x.IsZero && power < 0)) return null;
        var result = Enumerable.Repeat(x, Math.Abs(power)).Aggregate(One, static (a, b) => a * b);
        return power < 0 ? result.Inverse() : result;
    }

    /// <summary>exp of a polynomial is a monomial; what else stands in the exponent stays within an atom.</summary>
    private static Fraction? Exponential(Expr exponent, int degree)
    {
        var simple = Simplifier.Simplify(exponent);
        if (simple.Equals(Expr.Zero)) return One;
        return Polynomial.Of(simple) is { } polynomial && polynomial.Degree <= degree
            ? Whole(ExpPolynomial.Of(Dyadic.One, ExpMonomial.One with { Exponent = polynomial }))
            : Opaque(Functions.Exp.Of(simple));
    }

    private static Fraction? Fold(EquatableArray<Expr> parts, int degree, Fraction start, Func<Fraction, Fraction, Fraction> join)
    {
        Fraction? result = start;
        foreach (var part in parts)
        {
            result = Of(part, degree) is { } next && result is not null ? join(result, next) : null;
            if (result is null || result.Numerator.Count > MaxTerms || result.Denominator.Count > MaxTerms) return null;
        }

        return result;
    }
}
