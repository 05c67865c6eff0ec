using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>
/// What makes a formula not smooth: kinks, as convex analysis calls the numbers where a function has two slopes, one to the left and one to the right, and jumps.
/// Both come from parts that switch between two formulas: conditionals and functions such as max.
/// </summary>
internal static class Kinks
{
    /// <summary>Whether some part of the formula is not smooth.</summary>
    public static bool AreIn(Expr formula) => formula.Has(IsSwitch);

    /// <summary>How many different parts of the formula are not smooth.</summary>
    public static int Count(Expr formula) => formula.Nodes().Where(IsSwitch).Distinct().Count();

    /// <summary>Whether some part of the formula may jump.</summary>
    public static bool MayJump(Expr formula) => formula.Has(static n => n is Conditional or Call { Function: SwitchFunction { Jumps: true } });

    /// <summary>Whether the part is one formula on one side of zero and another on the other.</summary>
    public static bool IsSwitch(Expr node) => node is Conditional or Call { Function: SwitchFunction };

    /// <summary>What decides between the two sides of a part that is not smooth by being above or below zero.</summary>
    public static Expr Decider(Expr node) => node switch
    {
        Conditional c => c.Left - c.Right,
        Call { Function: SwitchFunction function } call => function.Decider(call.Arguments),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is smooth."),
    };

    /// <summary>The smooth formula a part is where its decider has a sign.</summary>
    public static Expr Side(Expr node, int sign) => node switch
    {
        Conditional c => c.Comparison.Holds(sign, 0) ? c.Then : c.Else,
        Call { Function: SwitchFunction function } call => function.Side(call.Arguments, sign),
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
