using Gan.Generators.Basics;
using Gan.Generators.Formulas.Operations;

namespace Gan.Generators.Formulas.Kernels;

/// <summary>The operations of a kernel over lanes.</summary>
internal sealed class KernelGraph : OperationGraph
{
    /// <param name="number">A literal, or a coefficient's name.</param>
    public OperationNode All(string number) => Node(LaneOperations.All(number), isAtom: true);

    public OperationNode All(double number) => All(Numbers.Literal(number));

    public OperationNode Negate(OperationNode x) => x.Operation == LaneOperations.Negate ? x.Operands[0] : Of(LaneOperations.Negate, x);

    public OperationNode Add(OperationNode x, OperationNode y) => Of(Operation.Add, x, y);

    public OperationNode Multiply(OperationNode x, OperationNode y) => Of(Operation.Multiply, x, y);
}
