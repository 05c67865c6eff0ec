using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>Statistics of the batches in the order in which they are computed, and formulas of a logit and of them.</summary>
/// <param name="statistics">Each after those within its element.</param>
/// <param name="formulas">Where the formulas are structs.</param>
internal sealed class StatisticEmitter(IReadOnlyList<Statistic> statistics, FormulaStructs formulas)
{
    private const string Formula = TypeNames.Runtime + ".BatchFormula";

    /// <summary>The entry <c>Statistics</c> of an initialiser; nothing where there are none.</summary>
    public void EmitEntry(SourceWriter writer)
    {
        if (statistics.Count == 0) return;
        writer.Write("    Statistics =\n    [");
        foreach (var statistic in statistics)
            writer.Write($"        // {statistic.Name}\n        new({TypeNames.Runtime}.StatisticKind.{statistic.Function.Kind}, {TypeNames.Runtime}.BatchSide.{statistic.Side}{(statistic.Element is Logit ? "" : ", " + New(statistic.Element, "        "))}),");
        writer.Write("    ],");
    }

    /// <summary>A formula with its derivatives in the statistics.</summary>
    public string New(Expr formula, string indent)
    {
        var slopes = BatchLosses.SlopesOf(formula).Select(slope => $"({IndexOf(slope.Statistic)}, s => {NewLoss(slope.Slope)})").ToArray();
        return slopes.Length == 0 ? $"new {Formula}(s => {NewLoss(formula)})" : $"new {Formula}(\n{indent}    s => {NewLoss(formula)},\n{indent}    {string.Join($",\n{indent}    ", slopes)})";
    }

    /// <summary>The value of a statistic, of those that the parameter <c>s</c> of a lambda has.</summary>
    public string Value(Statistic statistic) => $"s[{IndexOf(statistic)}]";

    private string NewLoss(Expr formula) => $"{TypeNames.LogitLoss}.Of({formulas.New(formula, Value)})";

    private string IndexOf(Statistic statistic) => Numbers.Text(Enumerable.Range(0, statistics.Count).First(i => statistics[i].Equals(statistic)));
}
