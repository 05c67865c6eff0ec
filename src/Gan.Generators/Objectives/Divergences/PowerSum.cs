using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Objectives.Divergences;

/// <summary>
/// A formula in u > 0 as a sum of monomials, products multiplied out and like terms collected: the form in which u f'(u) - f(u) cancels by itself.
/// </summary>
internal sealed record PowerSum(EquatableArray<Monomial> Terms)
{
    private const int LargestPowerMultipliedOut = 6;

    /// <summary>What is left of terms that cancel is rounding below this share of them: 7 log u less the seven times of it from elsewhere would leave an e^v of 1e-15, which overflows all the same.</summary>
    private const double Roundoff = 1e-13;

    public static PowerSum Of(Expr expression) => expression switch
    {
        Constant c => Collect([Monomial.One.Times(c.Value)]),
        Sum sum => Collect(sum.Terms.SelectMany(static term => Of(term).Terms)),
        Call { Function.Name: "log" } call => Logarithm(call.Argument),
        Call { Function.Name: "log1p" } call => Logarithm(1 + call.Argument),
        _ => MultiplyOut(Factored(expression)),
    };

    /// <summary>a and b of a sum a·u + b; null of what is none.</summary>
    public static (double Slope, double Offset)? LineOf(Expr expression)
    {
        var terms = expression is Sum sum ? sum.Terms.Select(Of).SelectMany(static s => s.Terms).ToArray() : [];
        if (terms.Length != 2 || terms.FirstOrDefault(static t => t.IsConstant) is not { } offset || terms.FirstOrDefault(static t => !t.IsConstant) is not { Powers.Count: 1 } slope) return null;
        return slope.ExponentOf(Expr.T) == 1 ? (slope.Coefficient, offset.Coefficient) : null;
    }

    public Expr ToExpr() => Terms.Aggregate(Expr.Zero, static (sum, term) => sum + term.ToExpr());

    /// <summary>The expression as one monomial, whose bases may be sums that are not multiplied out: so (u + 1) / (u + 1) cancels.</summary>
    private static Monomial Factored(Expr expression) => expression switch
    {
        Constant c => Monomial.One.Times(c.Value),
        Product product => product.Factors.Aggregate(Monomial.One, static (result, factor) => result.Times(Factored(factor))),
        Quotient quotient => Factored(quotient.Numerator).Times(Factored(quotient.Denominator).Raise(-1)!),
        Sum or Call { Function.Name: "log" or "log1p" } => OfSum(Of(expression)),
        Call { Function.Name: "square" } call => Raise(call, call.Argument, 2),
        Call { Function.Name: "sqrt" } call => Raise(call, call.Argument, 0.5),
        Call { Function.Name: "pow" } call when call.Arguments[1] is Constant exponent => Raise(call, call.Argument, exponent.Value),
        _ => Monomial.Of(expression),
    };

    private static Monomial Raise(Call whole, Expr argument, double exponent) => Factored(argument).Raise(exponent) ?? Monomial.Of(whole);

    /// <summary>A sum of one term is that term; another is a base of its own, scaled so that its first coefficient is 1.</summary>
    private static Monomial OfSum(PowerSum sum)
    {
        if (sum.Terms.Count == 0)
            return Monomial.One.Times(0);
        if (sum.Terms.Count == 1)
            return sum.Terms[0];
        var scale = sum.Terms[0].Coefficient;
        return Monomial.Of(new PowerSum(sum.Terms.Select(term => term.DividedBy(scale)).ToEquatableArray()).ToExpr()).Times(scale);
    }

    /// <summary>log of a product of positive powers is a sum.</summary>
    private static PowerSum Logarithm(Expr argument)
    {
        var product = Factored(argument);
        if (product.Coefficient <= 0 || !product.Powers.All(static power => Monomial.IsPositive(power.Base)))
            return Collect([Monomial.Of(Functions.Log.Of(argument))]);
        return Collect(product.Powers.Select(static power => LogarithmOf(power.Base).Times(power.Exponent))
            .Append(Monomial.One.Times(Math.Log(product.Coefficient))));
    }

    private static Monomial LogarithmOf(Expr atom) => atom is Call { Function.Name: "exp" } call ? Factored(call.Argument) : Monomial.Of(Functions.Log.Of(atom));

    /// <summary>Sums to a small whole power are multiplied out; u over a linear sum becomes a partial fraction.</summary>
    private static PowerSum MultiplyOut(Monomial monomial)
    {
        foreach (var power in monomial.Powers)
        {
            if (power is { Base: Sum sum, Exponent: >= 1 and <= LargestPowerMultipliedOut } && power.Exponent == Math.Floor(power.Exponent))
            {
                var rest = monomial.Without(sum).Times(power.Exponent == 1 ? Monomial.One : Monomial.Of(sum).Raise(power.Exponent - 1)!);
                return Collect(Of(sum).Terms.SelectMany(term => MultiplyOut(rest.Times(term)).Terms));
            }

            if (power is { Base: Sum, Exponent: <= -1 } && monomial.ExponentOf(Expr.T) >= 1 && LineOf(power.Base) is var (slope, offset))
            {
                // u / (a u + b) = 1/a - (b/a) / (a u + b)
                var withoutU = monomial.Times(Monomial.Of(Expr.T).Raise(-1)!);
                var whole = withoutU.Times(Monomial.Of(power.Base)).DividedBy(slope);
                var fraction = withoutU.Times(-offset).DividedBy(slope);
                return Collect(MultiplyOut(whole).Terms.Concat(MultiplyOut(fraction).Terms));
            }
        }

        return Collect([monomial]);
    }

    private static PowerSum Collect(IEnumerable<Monomial> terms)
        => new(terms.GroupBy(static term => term.Powers)
            .Select(static group => (Sum: new Monomial(group.Sum(static term => term.Coefficient), group.Key), Size: group.Sum(static term => Math.Abs(term.Coefficient))))
            .Where(static entry => Math.Abs(entry.Sum.Coefficient) > Roundoff * entry.Size)
            .Select(static entry => entry.Sum)
            .ToEquatableArray());
}
