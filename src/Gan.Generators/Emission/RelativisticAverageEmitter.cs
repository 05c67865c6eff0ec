using Gan.Generators.Expressions;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The relativistic average losses: of each logit less the mean of the other side. G's swaps real and fake.</summary>
internal static class RelativisticAverageEmitter
{
    public static void EmitMembers(SourceWriter writer, CompiledObjective objective)
    {
        var losses = objective.Losses;
        Emit(writer, objective, "DiscriminatorLoss", "The discriminator's loss without penalties", FormulaTexts.Discriminator(objective), losses.Real, losses.Fake, weighted: false);
        Emit(writer, objective, "GeneratorLoss", "The generator's loss", FormulaTexts.Generator(objective), losses.GeneratorOfReal, losses.Generator, weighted: true);
    }

    private static void Emit(SourceWriter writer, CompiledObjective objective, string method, string meaning, string formula, Expr ofReal, Expr ofFake, bool weighted)
    {
        var summary = $"{meaning}: <c>{CSharp.Xml(formula)}</c>{(weighted ? ", times <see cref=\"LossWeight\"/>" : "")}";
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
            """);
        using (writer.Open($"public {TypeNames.Tensor} {method}({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Reduction} realReduction, {TypeNames.Reduction} fakeReduction)"))
        {
            LossEmitter.CheckHyperparameters(writer, objective, ofReal, ofFake);
            writer.Write($"""
                using var scope = {TypeNames.Torch}.NewDisposeScope();
                {TypeNames.Runtime}.LogitChecks.SamePlace(realLogits, fakeLogits);
                {TypeNames.Runtime}.LogitChecks.SameReduction(realReduction, realLogits, fakeReduction, fakeLogits);
                var (real, fake) = {TypeNames.Runtime}.RelativisticLogits.Average(realLogits, realReduction, fakeLogits, fakeReduction);
                """);
            writer.Blank().Write($"""
                // {TextPrinter.Print(ofReal)} of each t = D(x) - E D(G(z)), then the reduction.
                var realLoss = realReduction.Of({LossEmitter.Code(objective, ofReal, "real")});
                """);
            writer.Blank().Write($"""
                // {TextPrinter.Print(ofFake)} of each t = D(G(z)) - E D(x), then the reduction.
                var fakeLoss = fakeReduction.Of({LossEmitter.Code(objective, ofFake, "fake")});
                """);
            writer.Blank().Write($"""
                var loss = realLoss.add(fakeLoss);
                {LossEmitter.Return("loss", weighted)}
                """);
        }

        writer.Blank();
    }
}
