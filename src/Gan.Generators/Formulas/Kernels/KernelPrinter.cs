using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Kernels;

/// <summary>A loss and its slope over lanes, as the statements of one method body in single assignment: what both need is computed once.</summary>
internal static class KernelPrinter
{
    private static readonly string[] s_results = ["loss", "unit", "slope"];

    /// <summary>The names that the method itself takes.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["t", .. s_results];

    /// <param name="loss">φ, simplified.</param>
    /// <param name="logarithm">Its term that is a logarithm, if it has one.</param>
    /// <param name="slope">φ', simplified.</param>
    /// <param name="parameter">Writes a hyperparameter as a C# identifier.</param>
    public static (IReadOnlyList<string> Statements, IReadOnlyList<(string Name, string Value)> Coefficients) Print(Expr loss, LogarithmTerm? logarithm, Expr slope, Func<string, string> parameter)
    {
        var names = new FreeNames(loss.ParameterNames().Select(parameter).Concat(Reserved));
        var (graph, coefficients) = (new KernelGraph(), new KernelCoefficients(names));
        var lowering = new KernelLowering(graph, parameter, coefficients);
        var (lines, results) = new KernelStatements(names).Of(
            Keeping(logarithm?.Rest ?? loss, loss),
            logarithm is null ? graph.All(0) : lowering.Decay(logarithm.Argument),
            Keeping(slope, slope));
        return ([.. lines, .. results.Select(static (text, i) => $"{s_results[i]} = {text};")], coefficients.All);

        // A NaN of t is never lost.
        OperationNode Keeping(Expr value, Expr whole) => KernelLowering.KeepsNaN(whole) ? lowering.Lower(value) : graph.Of(LaneOperations.NaNOf, graph.Logit, lowering.Lower(value));
    }

    private sealed class KernelStatements(FreeNames names) : Statements("t", "T", names)
    {
        /// <summary>A reciprocal that nothing else needs is a division: one operation less, and one rounding.</summary>
        protected override (Operation Operation, IReadOnlyList<OperationNode> Operands) Written(OperationNode node)
            => node is { Operation: var operation, Operands: [var x, { Operation: var reciprocal, Operands: [var divisor] } y] }
                && operation == Operation.Multiply && reciprocal == LaneOperations.Reciprocal && IsUsedOnce(y)
                ? (Operation.Divide, [x, divisor])
                : base.Written(node);
    }
}
