using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>Where a formula may bend or jump.</summary>
internal static class Kinks
{
    /// <summary>Whether some part of the formula is not smooth.</summary>
    public static bool AreIn(Expr formula) => formula.Has(IsSwitch);

    /// <summary>Whether some part of the formula may jump.</summary>
    public static bool MayJump(Expr formula) => formula.Has(static n => n is Conditional or Call { Function.Name: "sign" });

    public static bool IsSwitch(Expr node) =>
        node is Conditional or Call { Function.Name: "relu" or "abs" or "sign" or "max" or "min" or "leaky_relu" or "elu" };

    /// <summary>What decides between the two sides of a part that is not smooth by being above or below zero.</summary>
    public static Expr Decider(Expr node) => node switch
    {
        Conditional c => c.Left - c.Right,
        Call { Function.Name: "max" or "min" } call => call.Arguments[0] - call.Arguments[1],
        Call call => call.Argument,
        _ => throw new InvalidOperationException($"{node.GetType().Name} is smooth."),
    };

    /// <summary>The smooth formula a part is where its decider has a sign.</summary>
    public static Expr Side(Expr node, int sign) => node switch
    {
        Conditional c => c.Comparison.Holds(sign, 0) ? c.Then : c.Else,
        Call { Function.Name: "relu" } call => sign > 0 ? call.Argument : Expr.Zero,
        Call { Function.Name: "abs" } call => sign > 0 ? call.Argument : -call.Argument,
        Call { Function.Name: "sign" } => sign,
        Call { Function.Name: "max" } call => call.Arguments[sign > 0 ? 0 : 1],
        Call { Function.Name: "min" } call => call.Arguments[sign > 0 ? 1 : 0],
        Call { Function.Name: "leaky_relu" } call => sign > 0 ? call.Argument : call.Arguments[1] * call.Argument,
        Call { Function.Name: "elu" } call => sign > 0 ? call.Argument : call.Arguments[1] * Functions.Expm1.Of(call.Argument),
        _ => node,
    };

    /// <summary>The formula with one of its parts replaced, wherever it stands.</summary>
    public static Expr Replace(Expr formula, Expr part, Expr replacement)
    {
        Work.Count(1);
        if (formula.Equals(part)) return replacement;
        var children = formula.Children;
        return children.Count == 0 ? formula : formula.WithChildren(children.Select(child => Replace(child, part, replacement)).ToEquatableArray());
    }
}
