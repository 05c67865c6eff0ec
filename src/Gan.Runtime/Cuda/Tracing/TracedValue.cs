namespace Gan.Runtime.Cuda.Tracing;

/// <summary>A value that was computed while a formula was traced: an operation on other values. Values of the same operation are made one by <see cref="TraceGraph"/>.</summary>
/// <param name="operation">What made it.</param>
/// <param name="number">Of a constant, a coefficient or a limit.</param>
/// <param name="operands">What it was made of.</param>
internal sealed class TracedValue(Operation operation, double number, params TracedValue[] operands)
{
    /// <summary>The argument t or x.</summary>
    public static TracedValue Argument { get; } = new(Operation.Argument, 0);

    /// <summary>What lanes are that nobody wrote to.</summary>
    public static TracedValue Zero { get; } = new(Operation.Constant, 0);

    public Operation Operation => operation;

    public double Number => number;

    public IReadOnlyList<TracedValue> Operands => operands;
}
