using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>Losses with statistics of the batches: which statistics, in what order, and the losses as functions of a logit and of them.</summary>
internal static class BatchLossEmitter
{
    private const string Interface = TypeNames.Runtime + ".IBatchObjective";

    public static void EmitMembers(SourceWriter writer, LossFormulas losses, FormulaStructs formulas)
    {
        writer.Write("// Each loss as a function of a logit and of statistics s of the batches, with its derivatives in them, from which the runtime computes the losses of tensors and their gradients.");
        Emit(writer, formulas, "Discriminator", ("Real", losses.Real), ("Fake", losses.Fake));
        Emit(writer, formulas, "Generator", ("Fake", losses.Generator));
        writer.Blank();
    }

    private static void Emit(SourceWriter writer, FormulaStructs formulas, string player, params (string Side, Expr Loss)[] losses)
    {
        var statistics = new StatisticEmitter(BatchLosses.StatisticsOf([.. losses.Select(static loss => loss.Loss)]), formulas);
        writer.Write($"{TypeNames.Runtime}.BatchLoss {Interface}.{player} => new()\n{{");
        statistics.EmitEntry(writer);
        foreach (var (side, loss) in losses)
            writer.Write($"    {side} = {statistics.New(loss, "    ")},");
        writer.Write("};");
    }
}
