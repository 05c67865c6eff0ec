using System.Globalization;
using Gan.Runtime.Cuda.Tracing;

namespace Gan.Runtime.Cuda.Kernels;

/// <summary>A graph as people write formulas, for a comment. What is used more than once gets a name.</summary>
internal sealed class Infix
{
    private const int Choice = 0, Sum = 1, Product = 2, Sign = 3, Atom = 4;

    private readonly TraceGraph graph;
    private readonly (string Text, int Binding)[] written;

    public Infix(TraceGraph graph)
    {
        this.graph = graph;
        written = new (string, int)[graph.Steps.Count];
        var uses = new int[graph.Steps.Count];
        foreach (var operand in graph.Steps.SelectMany(static step => step.Operands).Concat(graph.Outputs))
            uses[operand]++;
        var parts = new List<(string, string)>();
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = Write(graph.Steps[i]);
            if (uses[i] > 1 && graph.Steps[i].Operands.Count > 0 && graph.Steps[i].Operation != Operation.Negate)
            {
                var name = "x" + (parts.Count + 1).ToString(CultureInfo.InvariantCulture);
                parts.Add((name, written[i].Text));
                written[i] = (name, Atom);
            }
        }

        Parts = parts;
    }

    /// <summary>What has a name.</summary>
    public IReadOnlyList<(string Name, string Text)> Parts { get; }

    /// <summary>An output.</summary>
    public string Output(int output) => written[graph.Outputs[output]].Text;

    private (string Text, int Binding) Write(TraceStep step)
    {
        string At(int i, int binding = Choice) => written[step.Operands[i]].Binding < binding ? $"({written[step.Operands[i]].Text})" : written[step.Operands[i]].Text;
        string Arguments() => string.Join(", ", step.Operands.Select(operand => written[operand].Text));
        return step.Operation switch
        {
            Operation.Argument => ("t", Atom),
            Operation.Constant => (step.Number.ToString("R", CultureInfo.InvariantCulture), step.Number < 0 ? Sign : Atom),
            Operation.Coefficient => (Statements.Coefficient((int)step.Number), Atom),
            Operation.Add => ($"{At(0, Sum)} + {At(1, Product)}", Sum),
            Operation.Subtract => ($"{At(0, Sum)} - {At(1, Product)}", Sum),
            Operation.Multiply => ($"{At(0, Product)} * {At(1, Sign)}", Product),
            Operation.Divide => ($"{At(0, Product)} / {At(1, Sign)}", Product),
            Operation.MultiplyAdd => ($"{At(0, Product)} * {At(1, Sign)} + {At(2, Product)}", Sum),
            Operation.Negate => ($"-{At(0, Sign)}", Sign),
            Operation.Abs => ($"|{At(0)}|", Atom),
            Operation.IfLess => ($"{At(0, Sum)} < {At(1, Sum)} ? {At(2, Sum)} : {At(3, Sum)}", Choice),
            Operation.IfLessOrEqual => ($"{At(0, Sum)} <= {At(1, Sum)} ? {At(2, Sum)} : {At(3, Sum)}", Choice),
            // Of a NaN it is that.
            Operation.NaNOf => written[step.Operands[1]],
            Operation.ExpOfNegative => ($"exp({Arguments()})", Atom),
            Operation.Log1pOfUnit => ($"log1p({Arguments()})", Atom),
            _ => ($"{step.Operation.ToString().ToLowerInvariant()}({Arguments()})", Atom),
        };
    }
}
