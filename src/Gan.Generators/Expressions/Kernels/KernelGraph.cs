namespace Gan.Generators.Expressions.Kernels;

/// <summary>The operations of a kernel, each once: what is written twice is computed once.</summary>
internal sealed class KernelGraph
{
    private readonly Dictionary<(KernelOperation, EquatableArray<int>), KernelNode> _nodes = [];

    public KernelNode Logit { get; } = new(0, null, [], isAtom: true);

    /// <param name="number">A literal, or a coefficient's name.</param>
    public KernelNode All(string number) => Node(KernelOperation.All(number), isAtom: true);

    public KernelNode All(double number) => All(Numbers.Literal(number));

    public KernelNode Of(KernelOperation operation, params KernelNode[] operands) => Node(operation, isAtom: false, operands);

    public KernelNode Negate(KernelNode x) => x.Operation == KernelOperation.Negate ? x.Operands[0] : Of(KernelOperation.Negate, x);

    public KernelNode Add(KernelNode x, KernelNode y) => Of(KernelOperation.Add, x, y);

    public KernelNode Multiply(KernelNode x, KernelNode y) => Of(KernelOperation.Multiply, x, y);

    private KernelNode Node(KernelOperation operation, bool isAtom, params KernelNode[] operands)
    {
        Work.Count(1 + operands.Length);
        var key = (operation, operands.Select(static operand => operand.Number).ToEquatableArray());
        if (!_nodes.TryGetValue(key, out var node))
            _nodes.Add(key, node = new(_nodes.Count + 1, operation, operands, isAtom));
        return node;
    }
}
