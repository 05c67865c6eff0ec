using System.Globalization;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Writing.Tensors;

internal sealed partial class TensorLowering
{
    private OperationNode OfCall(Call call)
    {
        var (function, arguments) = (call.Function, call.Arguments);
        if (function.IsSymmetric && IsScalar(arguments[0])) arguments = new([arguments[1], arguments[0]]);
        if (arguments.Skip(1).Any(static argument => !IsScalar(argument)))
            return function.TakesTensors ? _graph.Of(TensorOperations.Method(function.Tensor), [.. arguments.Select(Tensor)]) : Tensor(Simplifier.Simplify(function.Definition(arguments)!));
        if (arguments.Count == 2 && function.AgainstNumber(arguments[0], Simplifier.Simplify(arguments[1])) is { } other) return Tensor(other);

        string[] operands = ["{0}", .. arguments.Skip(1).Select(argument => Scalar(argument))];
        return _graph.Of(TensorOperations.Method(string.Format(CultureInfo.InvariantCulture, function.TensorAgainstNumber ?? function.Tensor, operands)), Tensor(arguments[0]));
    }
}
