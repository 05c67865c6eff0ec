using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Writing.Tensors;

internal sealed partial class TensorLowering
{
    private OperationNode OfConditional(Conditional c)
    {
        if (IsScalar(c.Left) && IsScalar(c.Right))
            return _graph.Of(TensorOperations.Choice($"{Scalar(c.Left)} {c.Comparison.Text()} {Scalar(c.Right)}"), Lower(c.Then), Lower(c.Else));

        var (holds, fails) = (Mask(c.Comparison, c.Left, c.Right), Mask(c.Comparison.Not(), c.Left, c.Right));
        // Neither comparison holds for NaN: what is taken then must be the side that has t, or the logit itself.
        if (!c.Then.HasLogit && !c.Else.HasLogit) return KeepingNaN(Choice(c.Then, c.Else, holds, holds));
        return c.Else.HasLogit ? Choice(c.Then, c.Else, holds, fails) : Choice(c.Else, c.Then, fails, holds);
    }

    /// <summary>The first where the mask holds, elsewhere the second; a number is filled in.</summary>
    private OperationNode Choice(Expr first, Expr second, OperationNode mask, OperationNode others) => IsScalar(first)
        ? _graph.Of(TensorOperations.Method($"{{0}}.masked_fill({{1}}, {Scalar(first)})"), Branch(second, mask), mask)
        : _graph.Of(TensorOperations.Where, Branch(first, others), mask, Branch(second, mask));

    private OperationNode Mask(Comparison comparison, Expr left, Expr right)
    {
        if (IsScalar(left)) (comparison, left, right) = (comparison.Swap(), right, left);
        var method = comparison switch
        {
            Comparison.Less => "lt",
            Comparison.LessOrEqual => "le",
            Comparison.Greater => "gt",
            _ => "ge",
        };
        return IsScalar(right)
            ? _graph.Of(TensorOperations.Mask(method, Scalar(right)), Tensor(left))
            : _graph.Of(TensorOperations.Mask(method), Tensor(left), Tensor(right));
    }

    /// <summary>
    /// A branch, with the logits of the other branch masked where its slope could be infinite there:
    /// autograd multiplies that slope by zero, and zero times infinity is NaN.
    /// </summary>
    private OperationNode Branch(Expr branch, OperationNode others)
    {
        if (branch.Nodes().All(StaysFinite)) return Tensor(branch);
        var logit = _logit;
        _logit = _graph.Of(TensorOperations.Hidden, logit, others);
        var code = Tensor(branch);
        _logit = logit;
        return code;
    }

    private static bool StaysFinite(Expr node) => !node.HasLogit || node switch
    {
        Call call => call.Function.StaysFinite,
        Quotient quotient => !quotient.Denominator.HasLogit,
        _ => true,
    };
}
