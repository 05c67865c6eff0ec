using Gan.Generators.Basics;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Writing.Tensors;

/// <summary>Turns a formula into operations on tensors.</summary>
internal sealed partial class TensorLowering
{
    private readonly OperationGraph _graph = new();
    private readonly Func<string, string> _parameter;
    private readonly Dictionary<(Expr, OperationNode), OperationNode> _lowered = [];

    // The tensor that stands for t: within a branch it may be masked.
    private OperationNode _logit;

    public TensorLowering(Func<string, string> parameter) => (_parameter, _logit) = (parameter, _graph.Logit);

    /// <summary>The formula; a number is a tensor of it.</summary>
    public OperationNode Lower(Expr expression) => expression.HasLogit ? Tensor(expression) : Connected(expression);

    private OperationNode Tensor(Expr expression)
    {
        if (!_lowered.TryGetValue((expression, _logit), out var node))
            _lowered.Add((expression, _logit), node = TensorOnce(expression));
        return node;
    }

    private OperationNode TensorOnce(Expr expression) => expression switch
    {
        _ when IsScalar(expression) => _graph.Of(TensorOperations.Method($"{{0}}.full_like({Scalar(expression)})"), _logit),
        Logit => _logit,
        Statistic statistic => _graph.Named(_parameter(statistic.Name)),
        Sum s => OfSum(s),
        Product p => OfProduct(p),
        Quotient q => OfQuotient(q),
        Call c => OfCall(c),
        Conditional c => OfConditional(c),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr."),
    };

    // A statistic is a tensor, since what depends on it is differentiated through it.
    private static bool IsScalar(Expr expression) => !expression.HasStatistic && ScalarPrinter.CanPrint(expression);

    private string Scalar(Expr expression, bool primary = false) => ScalarPrinter.Print(expression, _parameter, primary);

    /// <summary>A value that does not depend on the logits: still NaN where they are, and with a gradient of zero.</summary>
    private OperationNode Connected(Expr constant) => KeepingNaN(Tensor(constant));

    private OperationNode KeepingNaN(OperationNode value) => _graph.Of(TensorOperations.Where, _logit, _graph.Of(TensorOperations.IsNaN, _logit), value);

    private OperationNode OfSum(Sum sum)
    {
        var scalars = sum.Terms.Where(IsScalar).ToEquatableArray();
        var tensors = sum.Terms.Where(static term => !IsScalar(term)).ToList();
        var (added, subtracted) = (tensors.Where(static term => !Signs.IsNegative(term)).ToList(), tensors.Where(Signs.IsNegative).ToList());
        var scalar = scalars.Count == 0 ? null : scalars.Count == 1 ? scalars[0] : new Sum(scalars);
        // A term without a minus sign goes first: a negation would be one more operation.
        OperationNode? total = null;
        foreach (var term in added)
            total = total is null ? Tensor(term) : _graph.Of(Operation.Add, total, Tensor(term));
        foreach (var term in subtracted)
        {
            if (total is null && scalar is null)
                total = Tensor(term);
            else if (total is null)
                (total, scalar) = (_graph.Of(new($"{Scalar(scalar!, primary: true)} - {{0}}", Operation.SumLevel, new([Operation.ProductLevel])), Tensor(Signs.Absolute(term))), null);
            else
                total = _graph.Of(Operation.Subtract, total, Tensor(Signs.Absolute(term)));
        }

        return scalar is null ? total!
            : Signs.IsNegative(scalar) ? WithScalar(total!, "-", Signs.Absolute(scalar), Operation.SumLevel)
            : WithScalar(total!, "+", scalar, Operation.SumLevel);
    }

    private OperationNode OfProduct(Product product)
    {
        var scalars = product.Factors.Where(IsScalar).ToEquatableArray();
        var tensors = product.Factors.Where(static factor => !IsScalar(factor)).Select(Tensor).Aggregate((x, y) => _graph.Of(Operation.Multiply, x, y));
        if (scalars.Count == 0) return tensors;
        if (scalars.Count == 1 && scalars[0] is Constant { Value: -1 }) return _graph.Of(TensorOperations.Negate, tensors);
        return WithScalar(tensors, "*", scalars.Count == 1 ? scalars[0] : new Product(scalars), Operation.ProductLevel);
    }

    private OperationNode OfQuotient(Quotient quotient)
    {
        var (n, d) = (quotient.Numerator, quotient.Denominator);
        if (n is Constant { Value: 1 }) return _graph.Of(TensorOperations.Reciprocal, Tensor(d));
        if (IsScalar(n)) return _graph.Of(new($"{Scalar(n, primary: true)} / {{0}}", Operation.ProductLevel, new([Operation.Primary])), Tensor(d));
        return IsScalar(d) ? WithScalar(Tensor(n), "/", d, Operation.ProductLevel) : _graph.Of(Operation.Divide, Tensor(n), Tensor(d));
    }

    private OperationNode WithScalar(OperationNode tensor, string sign, Expr scalar, int level)
        => _graph.Of(new($"{{0}} {sign} {Scalar(scalar, primary: true)}", level, new([level])), tensor);
}
