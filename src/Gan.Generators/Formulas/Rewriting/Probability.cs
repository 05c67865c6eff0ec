using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>
/// Cross entropy as it is written of a probability p = σ(t): log(t) for log(p), log(1 − t) for log(1 − p), with p held away from 0 and 1 or not.
/// </summary>
internal static class Probability
{
    // As far as people move a probability away from 0 and 1 before its logarithm.
    private const double Margin = 0.01;

    /// <summary>The first logarithm of t as of a probability; null where there is none.</summary>
    public static Call? LogarithmIn(Expr formula)
        => formula.Nodes().OfType<Call>().FirstOrDefault(static call => call is { HasLogit: true, Function.Name: "log" or "log1p" } && Unclipped(call) is not null);

    /// <summary>The formula with σ(t) in the place of t, in its stable form. What held a probability away from 0 and 1 is gone: the logit needs none of it.</summary>
    public static Expr OfLogit(Expr formula) => StableForm.Rewrite(Unclip(Simplifier.Simplify(formula)).ReplaceLogit(Functions.Sigmoid.Of(Expr.T)));

    private static Expr Unclip(Expr formula)
    {
        if (formula is Call { HasLogit: true, Function.Name: "log" or "log1p" } call && Unclipped(call) is { } argument) return Functions.Log.Of(argument);
        return formula.Children.Count == 0 ? formula : formula.WithChildren(formula.Children.Select(Unclip).ToEquatableArray());
    }

    private static Expr? Unclipped(Call logarithm)
    {
        var whole = Simplifier.Simplify(logarithm.Function == Functions.Log1p ? 1 + logarithm.Argument : logarithm.Argument);
        var argument = Simplifier.Simplify(WithoutMargins(whole));
        return IsProbability(argument) ? argument : null;
    }

    /// <summary>t, 1 − t, and products, quotients and powers of these.</summary>
    private static bool IsProbability(Expr x) => x switch
    {
        Logit => true,
        Sum { Terms: [var t, Constant { Value: 1 }] } => ScalarMultiple.Of(t) is { Coefficient: -1, Rest: Logit },
        Product product => product.Factors.All(static f => f is Constant { Value: > 0 } || IsProbability(f)),
        Quotient quotient => IsProbability(quotient.Numerator) && IsProbability(quotient.Denominator),
        Call { Function.Name: "square" or "sqrt" } call => IsProbability(call.Argument),
        Call { Function.Name: "pow" } call => !call.Arguments[1].HasLogit && IsProbability(call.Argument),
        _ => false,
    };

    /// <summary>max(p, ε), min(p, 1 − ε), p + ε and (1 − ε)·p as p.</summary>
    private static Expr WithoutMargins(Expr x) => x switch
    {
        Call { Function.Name: "relu" } call => WithoutMargins(call.Argument),
        Call { Function.Name: "max" or "min", Arguments: [var a, var b] } call => (Bound(a, call), Bound(b, call)) switch
        {
            (true, _) => WithoutMargins(b),
            (_, true) => WithoutMargins(a),
            _ => x,
        },
        Sum sum => new Sum(sum.Terms.Select(static term => term is Constant c ? Rounded(c.Value) : WithoutMargins(term)).ToEquatableArray()),
        Product product => new Product(product.Factors.Select(static factor => factor is Constant c ? Rounded(c.Value) : WithoutMargins(factor)).ToEquatableArray()),
        Quotient quotient => new Quotient(WithoutMargins(quotient.Numerator), WithoutMargins(quotient.Denominator)),
        _ => x,
    };

    private static bool Bound(Expr x, Call extreme) => x is Constant c && Math.Abs(c.Value - (extreme.Function == Functions.Max ? 0 : 1)) <= Margin;

    private static Expr Rounded(double value) => Math.Round(value) is var whole && Math.Abs(value - whole) <= Margin ? whole : value;
}
