using Gan.Generators.Formulas.Operations;

namespace Gan.Generators.Formulas.Tree;

/// <summary>Builds the operations of a kernel over lanes.</summary>
internal interface IKernelCode
{
    /// <summary>The operations of a formula.</summary>
    OperationNode Lower(Expr x);

    /// <summary>A method of ILanes.</summary>
    OperationNode Lanes(string method, params Expr[] x);

    /// <inheritdoc cref="Lanes(string, Expr[])"/>
    OperationNode Lanes(string method, params OperationNode[] x);

    /// <summary>e^x, by the operation for what is never positive where that is known.</summary>
    OperationNode Exponential(Expr x);

    /// <summary>e^-|x|, at most 1: the same for x and -x.</summary>
    OperationNode Decay(Expr x);

    /// <summary>The same number in each lane.</summary>
    OperationNode All(double number);

    OperationNode Negate(OperationNode x);

    OperationNode Add(OperationNode x, OperationNode y);

    OperationNode Multiply(OperationNode x, OperationNode y);

    OperationNode Reciprocal(OperationNode x);
}
