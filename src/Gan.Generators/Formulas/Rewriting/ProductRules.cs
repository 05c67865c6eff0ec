using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>
/// The canonical product: no product within it, one number and that first, equal factors as powers, exponentials joined,
/// a single quotient, sums with a positive first term.
/// </summary>
internal static class ProductRules
{
    public static Expr Apply(EquatableArray<Expr> factors)
    {
        var number = 1.0;
        var powers = new Dictionary<Expr, double>();
        var numerator = new List<Expr>();
        var denominator = new List<Expr>();
        Expr exponent = Expr.Zero;
        foreach (var factor in factors) Collect(factor);

        if (number == 0) return Expr.Zero;
        exponent = Simplifier.Simplify(exponent);
        if (!exponent.Equals(Expr.Zero)) numerator.Add(Functions.Exp.Of(exponent));
        numerator.AddRange(powers.Select(p => Power(p.Key, p.Value)));
        numerator.Sort(ExprOrder.Instance);
        if (denominator.Count > 0)
        {
            numerator.Insert(0, number);
            return QuotientRules.Apply(Apply(numerator.ToEquatableArray()), Apply(denominator.ToEquatableArray()));
        }

        if (TryDistribute(number, numerator) is { } conditional) return conditional;
        NormaliseSigns(ref number, numerator);
        if (numerator.Count == 0) return number;
        Expr rest = numerator.Count == 1 ? numerator[0] : new Product(numerator.ToEquatableArray());
        return new ScalarMultiple(number, rest).ToExpr();

        void Collect(Expr factor)
        {
            switch (factor)
            {
                case Constant c:
                    number *= c.Value;
                    break;
                case Product p:
                    foreach (var inner in p.Factors) Collect(inner);
                    break;
                case Quotient q:
                    Collect(q.Numerator);
                    denominator.Add(q.Denominator);
                    break;
                case Call { Function.Name: "exp" } call:
                    exponent += call.Argument;
                    break;
                case Call { Function.Name: "square" } call:
                    Raise(call.Argument, 2);
                    break;
                case Call { Function.Name: "pow" } call when call.Arguments[1] is Constant { Value: >= 1 } p && p.Value == Math.Floor(p.Value):
                    Raise(call.Argument, p.Value);
                    break;
                case Sum when Signs.IsNegative(((Sum)factor).Terms[0]):
                    number = -number;
                    Raise(ScalarMultiple.Negated(factor), 1);
                    break;
                default:
                    Raise(factor, 1);
                    break;
            }
        }

        void Raise(Expr x, double power) => powers[x] = powers.TryGetValue(x, out var before) ? before + power : power;
    }

    private static Expr Power(Expr x, double power) => power switch
    {
        1 => x,
        2 => Functions.Square.Of(x),
        _ => Functions.Pow.Of(x, power),
    };

    /// <summary>A sum takes a minus sign from the number in front: −(a − b)·c is (b − a)·c.</summary>
    private static void NormaliseSigns(ref double number, List<Expr> factors)
    {
        var sum = factors.FindIndex(f => f is Sum);
        if (number >= 0 || sum < 0) return;
        number = -number;
        factors[sum] = ScalarMultiple.Negated(factors[sum]);
    }

    /// <summary>(c ? a : 0)·b is c ? a·b : 0: as autograd has it, nothing infinite in b meets the zero.</summary>
    private static Expr? TryDistribute(double number, List<Expr> factors)
    {
        var index = factors.FindIndex(f => f is Conditional c && (IsZero(c.Then) || IsZero(c.Else)));
        if (index < 0) return null;
        var c = (Conditional)factors[index];
        if (factors.Count == 1 && number == 1) return null;
        var others = factors.Where((_, i) => i != index).Prepend(number).ToList();
        return ConditionalRules.Apply(new(c.Comparison, c.Left, c.Right, Times(c.Then), Times(c.Else)));

        Expr Times(Expr branch) => IsZero(branch) ? Expr.Zero : Apply(others.Append(branch).ToEquatableArray());
    }

    private static bool IsZero(Expr e) => e is Constant { Value: 0 };
}
