namespace Gan.Generators.Formulas.Tree;

/// <summary>A function that is one of two smooth formulas, by the side of zero on which something is.</summary>
internal abstract class SwitchFunction : Function
{
    /// <summary>Whether the two sides do not meet.</summary>
    public virtual bool Jumps => false;

    /// <summary>What decides by being above or below zero.</summary>
    public virtual Expr Decider(IReadOnlyList<Expr> x) => x[0];

    /// <summary>The formula on one side, and at zero itself.</summary>
    /// <param name="sign">The sign of what decides.</param>
    public abstract Expr Side(IReadOnlyList<Expr> x, int sign);

    public override Expr Definition(IReadOnlyList<Expr> x) => Expr.If(Comparison.Greater, Decider(x), 0, Side(x, 1), Side(x, -1));
}
