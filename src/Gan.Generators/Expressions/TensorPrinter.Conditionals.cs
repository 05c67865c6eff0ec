namespace Gan.Generators.Expressions;

internal sealed partial class TensorPrinter
{
    private string ConditionalCode(Conditional c)
    {
        if (IsScalar(c.Left) && IsScalar(c.Right))
            return $"({Scalar(c.Left)} {c.Comparison.Text()} {Scalar(c.Right)} ? {Alternative(c.Then)} : {Alternative(c.Else)})";

        var holds = Mask(c.Comparison, c.Left, c.Right);
        var fails = Mask(c.Comparison.Not(), c.Left, c.Right);
        // Neither comparison holds for NaN: what is taken then must be the side that has t, or the logit itself.
        if (!c.Then.HasLogit && !c.Else.HasLogit) return $"{_logit}.where({_logit}.isnan(), {Choice(c.Then, c.Else, holds)})";
        return c.Else.HasLogit ? Choice(c.Then, c.Else, holds, fails) : Choice(c.Else, c.Then, fails, holds);
    }

    /// <summary>The first where the mask holds, elsewhere the second; a number is filled in.</summary>
    private string Choice(Expr first, Expr second, string mask, string? others = null) => IsScalar(first)
        ? $"{Branch(second, mask)}.masked_fill({mask}, {Scalar(first)})"
        : $"{Branch(first, others ?? mask)}.where({mask}, {Branch(second, mask)})";

    /// <summary>A side of a choice that the hyperparameters make.</summary>
    private string Alternative(Expr side) => side.HasLogit ? Tensor(side, SumLevel) : Connected(side);

    private string Mask(Comparison comparison, Expr left, Expr right)
    {
        if (IsScalar(left)) (comparison, left, right) = (comparison.Swap(), right, left);
        var method = comparison switch
        {
            Comparison.Less => "lt",
            Comparison.LessOrEqual => "le",
            Comparison.Greater => "gt",
            _ => "ge",
        };
        return $"{Tensor(left, Primary)}.{method}({(IsScalar(right) ? Scalar(right) : Tensor(right, 0))})";
    }

    /// <summary>
    /// A branch, with the logits of the other branch masked where its slope could be infinite there:
    /// autograd multiplies that slope by zero, and zero times infinity is NaN.
    /// </summary>
    private string Branch(Expr branch, string others)
    {
        if (branch.Nodes().All(IsTame)) return Tensor(branch, Primary);
        var logit = _logit;
        _logit = $"{logit}.masked_fill({others}, 0)";
        var code = Tensor(branch, Primary);
        _logit = logit;
        return code;
    }

    private static bool IsTame(Expr node) => !node.HasLogit || node switch
    {
        Call call => call.Function.IsTame,
        Quotient quotient => !quotient.Denominator.HasLogit,
        _ => true,
    };
}
