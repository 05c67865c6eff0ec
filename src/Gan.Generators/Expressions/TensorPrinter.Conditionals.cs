namespace Gan.Generators.Expressions;

internal sealed partial class TensorPrinter
{
    private string ConditionalCode(Conditional c)
    {
        if (IsScalar(c.Left) && IsScalar(c.Right))
            return $"({Scalar(c.Left)} {c.Comparison.Text()} {Scalar(c.Right)} ? {Alternative(c.Then)} : {Alternative(c.Else)})";

        var holds = Mask(c.Comparison, c.Left, c.Right);
        var fails = Mask(c.Comparison.Not(), c.Left, c.Right);
        // A fill keeps NaN logits: neither comparison holds for them.
        if (IsScalar(c.Then) && IsScalar(c.Else)) return $"{_logit}.where({_logit}.isnan(), {Tensor(c.Else, Primary)}.masked_fill({holds}, {Scalar(c.Then)}))";
        if (IsScalar(c.Then)) return $"{Branch(c.Else, holds)}.masked_fill({holds}, {Scalar(c.Then)})";
        if (IsScalar(c.Else)) return $"{Branch(c.Then, fails)}.masked_fill({fails}, {Scalar(c.Else)})";
        return $"{Branch(c.Then, fails)}.where({holds}, {Branch(c.Else, holds)})";
    }

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
