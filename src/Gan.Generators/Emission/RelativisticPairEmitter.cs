using Gan.Generators.Expressions;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The losses of a relativistic pair: both players' are functions of t = D(G(z)) - D(x).</summary>
internal static class RelativisticPairEmitter
{
    public static void EmitMembers(SourceWriter writer, CompiledObjective objective)
    {
        Emit(writer, objective, "DiscriminatorLoss", "The discriminator's loss without penalties", FormulaTexts.Discriminator(objective), objective.Losses.Fake, weighted: false);
        Emit(writer, objective, "GeneratorLoss", "The generator's loss", FormulaTexts.Generator(objective), objective.Losses.Generator, weighted: true);
    }

    private static void Emit(SourceWriter writer, CompiledObjective objective, string method, string meaning, string formula, Expr loss, bool weighted)
    {
        var summary = $"{meaning}: <c>{CSharp.Xml(formula)}</c>{(weighted ? ", times <see cref=\"LossWeight\"/>" : "")}";
        CoupledSignature.Write(writer, method, summary, "of the shape of the real logits");
        using (writer.Open(CoupledSignature.WithReduction(method)))
        {
            LossEmitter.CheckHyperparameters(writer, objective, loss);
            writer.Write($"""
                using var scope = {TypeNames.Torch}.NewDisposeScope();
                var logit = {TypeNames.Runtime}.RelativisticLogits.Pair(realLogits, fakeLogits, reduction);
                """);
            writer.Blank().Write($"""
                // {TextPrinter.Print(loss)} of each t = D(G(z)) - D(x), then the reduction.
                var losses = {LossEmitter.Code(objective, loss, "logit")};
                var loss = reduction.Of(losses);
                {LossEmitter.Return("loss", weighted)}
                """);
        }

        writer.Blank();
    }
}
