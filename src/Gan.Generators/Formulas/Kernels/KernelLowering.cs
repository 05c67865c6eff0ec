using Gan.Generators.Basics;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Formulas.Kernels;

/// <summary>Turns a formula into operations over lanes. What does not depend on t is a double until it meets a lane.</summary>
/// <param name="parameter">Writes a hyperparameter as a C# expression of type double that needs no parentheses.</param>
/// <param name="coefficients">Takes what hyperparameters make.</param>
internal sealed partial class KernelLowering(KernelGraph graph, Func<string, string> parameter, KernelCoefficients coefficients) : IKernelCode
{
    private readonly Dictionary<Expr, OperationNode> _lowered = [];

    public OperationNode Lower(Expr expression)
    {
        if (!_lowered.TryGetValue(expression, out var node))
            _lowered.Add(expression, node = LowerOnce(expression));
        return node;
    }

    private OperationNode LowerOnce(Expr expression) => expression switch
    {
        _ when IsScalar(expression) => All(expression),
        Logit => graph.Logit,
        Parameter => All(expression),
        Sum sum => OfSum(sum),
        Product product => OfProduct(product),
        Quotient { Numerator: Constant { Value: 1 } } quotient => Reciprocal(Lower(quotient.Denominator)),
        Quotient quotient => graph.Of(Operation.Divide, Lower(quotient.Numerator), Lower(quotient.Denominator)),
        Call call => call.Function.Kernel(this, call.Arguments),
        Conditional conditional => OfConditional(conditional),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr."),
    };

    private static bool IsScalar(Expr expression) => ScalarPrinter.CanPrint(expression);

    private OperationNode All(Expr scalar)
    {
        var text = ScalarPrinter.Print(scalar, parameter);
        return graph.All(scalar.ParameterNames().Count == 0 ? text : coefficients.NameOf(text));
    }

    /// <summary>What is added first, then what is subtracted; each product is added with one rounding.</summary>
    private OperationNode OfSum(Sum sum)
    {
        var scalars = sum.Terms.Where(IsScalar).ToEquatableArray();
        var terms = sum.Terms.Where(static term => !IsScalar(term)).ToList();
        var (products, others) = (new List<(OperationNode X, OperationNode Y)>(), new List<Expr>());
        foreach (var term in terms)
        {
            if (ProductOf(term) is { } product) products.Add(product);
            else others.Add(term);
        }

        var total = others.Where(static term => !Signs.IsNegative(term)).Select(Lower).Aggregate((OperationNode?)null, Plus);
        if (scalars.Count > 0)
            total = WithScalar(total, scalars.Count == 1 ? scalars[0] : new Sum(scalars));
        foreach (var term in others.Where(Signs.IsNegative).Select(static term => Signs.Absolute(term)).Select(Lower))
            total = total is null ? graph.Negate(term) : graph.Of(Operation.Subtract, total, term);
        foreach (var (x, y) in products)
            total = total is null ? graph.Multiply(x, y) : graph.Of(LaneOperations.MultiplyAdd, x, y, total);
        return total!;

        OperationNode Plus(OperationNode? left, OperationNode right) => left is null ? right : graph.Add(left, right);
    }

    private OperationNode WithScalar(OperationNode? total, Expr scalar)
    {
        if (total is null) return All(scalar);
        return Signs.IsNegative(scalar)
            ? graph.Of(Operation.Subtract, total, All(Signs.Absolute(scalar)))
            : graph.Add(total, All(scalar));
    }

    /// <summary>A term as a product of two; null where it is none.</summary>
    private (OperationNode X, OperationNode Y)? ProductOf(Expr term)
    {
        if (term is Call call && call.Function.AsProduct(call.Arguments) is var (a, b)) return (Lower(a), Lower(b));
        if (term is not Product { Factors: var factors }) return null;
        var (scalar, lanes) = (factors.Where(IsScalar).ToEquatableArray(), factors.Where(static factor => !IsScalar(factor)).ToList());
        if (!IsMinus(scalar)) return scalar.Count > 0 ? (Scalar(scalar), Product(lanes)) : (Lower(lanes[0]), Product(lanes.Skip(1)));
        if (lanes.Count > 1) return (graph.Negate(Lower(lanes[0])), Product(lanes.Skip(1)));
        return ProductOf(lanes[0]) is var (x, y) ? (graph.Negate(x), y) : null;
    }

    private OperationNode OfProduct(Product product)
    {
        var scalar = product.Factors.Where(IsScalar).ToEquatableArray();
        var lanes = Product(product.Factors.Where(static factor => !IsScalar(factor)));
        return scalar.Count == 0 ? lanes : IsMinus(scalar) ? graph.Negate(lanes) : graph.Multiply(Scalar(scalar), lanes);
    }

    private static bool IsMinus(EquatableArray<Expr> scalar) => scalar.Count == 1 && scalar[0] is Constant { Value: -1 };

    private OperationNode Scalar(EquatableArray<Expr> factors) => All(factors.Count == 1 ? factors[0] : new Product(factors));

    private OperationNode Product(IEnumerable<Expr> factors) => factors.Select(Lower).Aggregate(graph.Multiply);
}
