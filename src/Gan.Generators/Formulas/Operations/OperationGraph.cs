using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Operations;

/// <summary>The operations of a method, each once: what is written twice is computed once.</summary>
internal class OperationGraph
{
    private readonly Dictionary<(Operation, EquatableArray<int>), OperationNode> _nodes = [];

    public OperationNode Logit { get; } = new(0, null, [], isAtom: true);

    public OperationNode Of(Operation operation, params OperationNode[] operands) => Node(operation, isAtom: false, operands);

    /// <summary>What is there already, under a name that needs no parentheses.</summary>
    public OperationNode Named(string name) => Node(new(name, Operation.Primary), isAtom: true);

    protected OperationNode Node(Operation operation, bool isAtom, params OperationNode[] operands)
    {
        Work.Count(1 + operands.Length);
        var key = (operation, operands.Select(static operand => operand.Number).ToEquatableArray());
        if (!_nodes.TryGetValue(key, out var node))
            _nodes.Add(key, node = new(_nodes.Count + 1, operation, operands, isAtom));
        return node;
    }
}
