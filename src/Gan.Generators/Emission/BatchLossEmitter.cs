using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>Losses with statistics of the batches: which statistics, in what order, and the losses as functions of a logit and of them.</summary>
internal static class BatchLossEmitter
{
    private const string Interface = TypeNames.Runtime + ".IBatchObjective", Formula = TypeNames.Runtime + ".BatchFormula";

    public static void EmitMembers(SourceWriter writer, LossFormulas losses, FormulaStructs formulas)
    {
        writer.Write("// Each loss as a function of a logit and of statistics s of the batches, with its derivatives in them, from which the runtime computes the losses of tensors and their gradients.");
        Emit(writer, formulas, "Discriminator", ("Real", losses.Real), ("Fake", losses.Fake));
        Emit(writer, formulas, "Generator", ("Fake", losses.Generator));
        writer.Blank();
    }

    private static void Emit(SourceWriter writer, FormulaStructs formulas, string player, params (string Side, Expr Loss)[] losses)
    {
        var statistics = BatchLosses.StatisticsOf([.. losses.Select(static loss => loss.Loss)]);
        writer.Write($"{TypeNames.Runtime}.BatchLoss {Interface}.{player} => new()\n{{");
        if (statistics.Count > 0)
        {
            writer.Write("    Statistics =\n    [");
            foreach (var statistic in statistics)
                writer.Write($"        // {statistic.Name}\n        new({TypeNames.Runtime}.StatisticKind.{statistic.Function.Kind}, {TypeNames.Runtime}.BatchSide.{statistic.Side}{(statistic.Element is Logit ? "" : ", " + Of(statistic.Element, "        "))}),");
            writer.Write("    ],");
        }

        foreach (var (side, loss) in losses)
            writer.Write($"    {side} = {Of(loss, "    ")},");
        writer.Write("};");

        string Of(Expr formula, string indent)
        {
            var slopes = BatchLosses.SlopesOf(formula).Select(slope => $"({IndexOf(slope.Statistic)}, s => {New(slope.Slope)})").ToArray();
            return slopes.Length == 0 ? $"new {Formula}(s => {New(formula)})" : $"new {Formula}(\n{indent}    s => {New(formula)},\n{indent}    {string.Join($",\n{indent}    ", slopes)})";
        }

        string New(Expr formula) => $"{TypeNames.LogitLoss}.Of({formulas.New(formula, statistic => $"s[{IndexOf(statistic)}]")})";

        string IndexOf(Statistic statistic) => Numbers.Text(Enumerable.Range(0, statistics.Count).First(i => statistics[i].Equals(statistic)));
    }
}
