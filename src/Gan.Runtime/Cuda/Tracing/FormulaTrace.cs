namespace Gan.Runtime.Cuda.Tracing;

/// <summary>A formula as a graph from the logit to loss, unit and slope, with the numbers that hyperparameters make in it.</summary>
/// <param name="Graph">Its outputs are loss, unit and slope, as <see cref="ILossFormula.Evaluate"/> has them. Traces that differ in hyperparameters alone share it.</param>
/// <param name="HasLogarithm">Whether the unit counts.</param>
/// <param name="Arguments"><see cref="ILossFormula.LogarithmWeight"/>, and then the coefficients.</param>
internal sealed record FormulaTrace(TraceGraph Graph, bool HasLogarithm, IReadOnlyList<double> Arguments)
{
    /// <summary>The trace of a formula. Hyperparameters that choose between two formulas have chosen: with other values the graph may be another.</summary>
    public static FormulaTrace Of<TFormula>(TFormula formula)
        where TFormula : struct, ILossFormula
    {
        var last = Last<TFormula>.Traced;
        if (last is not null && EqualityComparer<TFormula>.Default.Equals(last.Formula, formula))
            return last.Trace;
        formula.Evaluate(new LogitTrace(TracedValue.Argument), out var loss, out var unit, out var slope);
        var graph = new TraceGraph(loss.Value, TFormula.HasLogarithm ? unit.Value : TracedValue.Zero, slope.Value);
        var known = last is not null && last.Trace.Graph.IsSameAs(graph) ? last.Trace.Graph : graph;
        var trace = new FormulaTrace(known, TFormula.HasLogarithm, [formula.LogarithmWeight, .. graph.Coefficients]);
        Last<TFormula>.Traced = new(formula, trace);
        return trace;
    }

    private sealed record Traced<TFormula>(TFormula Formula, FormulaTrace Trace);

    /// <summary>What was traced last: a formula without hyperparameters is traced once, and one with them again when they change.</summary>
    private static class Last<TFormula>
    {
        public static volatile Traced<TFormula>? Traced;
    }
}
