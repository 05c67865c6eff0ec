using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The relativistic average losses: of each logit less the mean of the other side. G's swaps real and fake.</summary>
internal static class RelativisticAverageEmitter
{
    private const string Engine = TypeNames.Runtime + ".RelativisticAverageLoss";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective, FormulaStructs formulas)
    {
        var losses = objective.Losses;
        Emit(writer, formulas, "Discriminator", "The discriminator's loss without penalties", FormulaNotation.Discriminator(objective), losses.Real, losses.Fake, weighted: false);
        Emit(writer, formulas, "Generator", "The generator's loss", FormulaNotation.Generator(objective), losses.GeneratorOfReal, losses.Generator, weighted: true);
    }

    private static void Emit(SourceWriter writer, FormulaStructs formulas, string player, string meaning, string formula, Expr ofReal, Expr ofFake, bool weighted)
    {
        var (method, weight) = (player + "Loss", LossEmitter.WeightArgument(weighted));
        var summary = $"{meaning}: <c>{CSharp.Xml(formula)}</c>{LossEmitter.WeightText(weighted)}";
        const string Shape = "of any shape, or of that of the real logits where losses are not reduced";
        CoupledSignature.Write(writer, method, summary, Shape);
        writer.Write($"""
            {CoupledSignature.WithReduction(method)}
                => {method}(realLogits, fakeLogits, reduction, reduction);
            """);

        writer.Blank().Write($"""
            /// <summary>The same with weights or masks of the real and of the fake logits; what is masked is not in the other side's mean.</summary>
            /// <param name="realLogits">D(x), of any shape.</param>
            /// <param name="fakeLogits">D(G(z)), {Shape}, on the same device and of the same dtype.</param>
            /// <param name="realReduction">Of the real losses.</param>
            /// <param name="fakeReduction">Of the fake losses, of the same kind.</param>
            /// <returns>A scalar, or the losses one by one: float64 for float64 logits, float32 otherwise.</returns>
            /// <exception cref="{TypeNames.Argument}">As without them; or the two reductions are of different kinds.</exception>
            public {TypeNames.Tensor} {method}({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Reduction} realReduction, {TypeNames.Reduction} fakeReduction)
                => {Engine}.Of({formulas.New(ofReal)}, {formulas.New(ofFake)}, realLogits, realReduction, fakeLogits, fakeReduction, LossPath{weight});
            """).Blank();
        CoupledSignature.WriteGradients(
            writer, player + "Gradients", meaning, "of any shape", $"{Engine}.Gradients({formulas.New(ofReal)}, {formulas.New(ofFake)}, realLogits, fakeLogits, LossPath, gradients{weight})");
    }
}
