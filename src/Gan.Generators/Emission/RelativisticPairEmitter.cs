using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The losses of a relativistic pair: both players' are functions of t = D(G(z)) - D(x).</summary>
internal static class RelativisticPairEmitter
{
    private const string Engine = TypeNames.Runtime + ".RelativisticPairLoss", Shape = "of the shape of the real logits";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective, FormulaStructs formulas)
    {
        Emit(writer, formulas, "Discriminator", "The discriminator's loss without penalties", FormulaNotation.Discriminator(objective), objective.Losses.Fake, weighted: false);
        Emit(writer, formulas, "Generator", "The generator's loss", FormulaNotation.Generator(objective), objective.Losses.Generator, weighted: true);
    }

    private static void Emit(SourceWriter writer, FormulaStructs formulas, string player, string meaning, string formula, Expr loss, bool weighted)
    {
        var summary = $"{meaning}: <c>{CSharp.Xml(formula)}</c>{LossEmitter.WeightText(weighted)}";
        var weight = LossEmitter.WeightArgument(weighted);
        CoupledSignature.Write(writer, player + "Loss", summary, Shape);
        writer.Write($"""
            {CoupledSignature.WithReduction(player + "Loss")}
                => {Engine}.Of({formulas.New(loss)}, realLogits, fakeLogits, reduction, LossPath{weight});
            """).Blank();
        CoupledSignature.WriteGradients(writer, player + "Gradients", meaning, Shape, $"{Engine}.Gradients({formulas.New(loss)}, realLogits, fakeLogits, LossPath, gradients{weight})");
    }
}
