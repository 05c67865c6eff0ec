using System.Globalization;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Operations;

namespace Gan.Generators.Formulas.Writing.Tensors;

internal sealed partial class TensorLowering
{
    private OperationNode OfCall(Call call)
    {
        var (function, arguments) = (call.Function, call.Arguments);
        if (function == Functions.Max || function == Functions.Min) return OfExtreme(function, arguments[0], arguments[1]);
        if (function == Functions.Pow) return WithOption(function, arguments[0], arguments[1]);
        if (function.HasScalarOptions && arguments.Skip(1).Any(static argument => !IsScalar(argument))) return Tensor(Simplifier.Simplify(function.Definition!(arguments)));

        string[] operands = ["{0}", .. arguments.Skip(1).Select(argument => Scalar(argument))];
        return _graph.Of(TensorOperations.Method(string.Format(CultureInfo.InvariantCulture, function.Tensor, operands)), Tensor(arguments[0]));
    }

    private OperationNode OfExtreme(Function function, Expr a, Expr b)
    {
        if (IsScalar(a)) (a, b) = (b, a);
        if (!IsScalar(b)) return WithOption(function, a, b);

        // threshold has relu's slope of 0 where both are equal; clamp would give 1 there.
        if (function == Functions.Max) return Threshold(Tensor(a), Scalar(b));
        return _graph.Of(TensorOperations.Negate, Threshold(_graph.Of(TensorOperations.Negate, Tensor(a)), Scalar(Simplifier.Simplify(-b))));
    }

    private OperationNode Threshold(OperationNode x, string bound) => _graph.Of(TensorOperations.Method($"{{0}}.threshold({bound}, {bound})"), x);

    /// <summary>A function of two, the second of which is a number or a tensor.</summary>
    private OperationNode WithOption(Function function, Expr x, Expr option) => IsScalar(option)
        ? _graph.Of(TensorOperations.Method(string.Format(CultureInfo.InvariantCulture, function.Tensor, "{0}", Scalar(option))), Tensor(x))
        : _graph.Of(TensorOperations.Method(function.Tensor), Tensor(x), Tensor(option));
}
