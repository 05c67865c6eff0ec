using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>The canonical quotient: no quotient above or below the line, no number and no exponential below it.</summary>
internal static class QuotientRules
{
    public static Expr Apply(Expr numerator, Expr denominator)
    {
        if (numerator is Quotient above) return Apply(above.Numerator, ProductRules.Apply(new([above.Denominator, denominator])));
        if (denominator is Quotient below) return Apply(ProductRules.Apply(new([numerator, below.Denominator])), below.Numerator);
        if (numerator is Constant { Value: 0 }) return Expr.Zero;

        var (scale, divisor) = ScalarMultiple.Of(denominator);
        if (divisor is Constant) return Scale(numerator, denominator, scale);
        if (scale != 1)
        {
            // A number that has no short reciprocal stays below the line.
            if (Reciprocal(scale) is { } factor) return Apply(ProductRules.Apply(new([factor, numerator])), divisor);
            if (scale < 0) return Apply(ScalarMultiple.Negated(numerator), ScalarMultiple.Negated(denominator));
        }
        else if (divisor is Sum sum && Signs.IsNegative(sum.Terms[0]))
        {
            return Apply(ScalarMultiple.Negated(numerator), ScalarMultiple.Negated(divisor));
        }

        if (Exponent(divisor) is var (exponent, others))
        {
            var upper = ProductRules.Apply(new([numerator, Functions.Exp.Of(ScalarMultiple.Negated(exponent))]));
            return Apply(upper, ProductRules.Apply(new([scale, others])));
        }

        return new Quotient(numerator, denominator);
    }

    private static Expr Scale(Expr numerator, Expr denominator, double divisor)
    {
        if (divisor == 0) return new Quotient(numerator, denominator);
        if (numerator is Constant c && IsShort(c.Value / divisor)) return c.Value / divisor;
        if (Reciprocal(divisor) is { } factor) return ProductRules.Apply(new([factor, numerator]));
        return divisor < 0 ? new Quotient(ScalarMultiple.Negated(numerator), -divisor) : new Quotient(numerator, denominator);
    }

    /// <summary>The exponent of the exponential among the factors below the line, and the other factors.</summary>
    private static (Expr Exponent, Expr Others)? Exponent(Expr divisor)
    {
        if (divisor is Call { Function.Name: "exp" } exp) return (exp.Argument, Expr.One);
        if (divisor is not Product product) return null;
        var inner = product.Factors.OfType<Call>().FirstOrDefault(c => c.Function == Functions.Exp);
        return inner is null ? null : (inner.Argument, ProductRules.Apply(product.Factors.Where(f => f != inner).ToEquatableArray()));
    }

    private static double? Reciprocal(double value) => value != 0 && IsShort(1 / value) ? 1 / value : null;

    /// <summary>Whether a number may replace the fraction it came from without losing digits or legibility.</summary>
    internal static bool IsShort(double value) => Numbers.Text(Math.Abs(value)).Length <= 6;
}
