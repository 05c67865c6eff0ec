namespace Gan.Generators.Formulas.Operations;

/// <summary>An operation on what others computed; t where there is no operation. A graph has each once.</summary>
/// <param name="number">Its place in the graph.</param>
/// <param name="isAtom">Whether it is as short as a name.</param>
internal sealed class OperationNode(int number, Operation? operation, IReadOnlyList<OperationNode> operands, bool isAtom)
{
    public int Number { get; } = number;

    public Operation? Operation { get; } = operation;

    public IReadOnlyList<OperationNode> Operands { get; } = operands;

    public bool IsAtom { get; } = isAtom;
}
