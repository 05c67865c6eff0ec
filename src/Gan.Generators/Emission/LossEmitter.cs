using Gan.Generators.Declarations;
using Gan.Generators.Expressions;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The losses over tensors of logits.</summary>
internal static class LossEmitter
{
    public const string LossWeightField = "_lossWeight";

    private const string Exception =
        $"/// <exception cref=\"{TypeNames.Argument}\">The logits are null, disposed, empty or not floating point, or the two differ in device or dtype.</exception>";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective)
    {
        var losses = objective.Losses;
        var hyperparameters = objective.Declaration.Hyperparameters;
        EmitLossWeight(writer);
        EmitDiscriminatorLoss(writer, losses);
        EmitLoss(writer, hyperparameters, "DiscriminatorRealLoss", "real", "x", losses.Real, "The real half of the discriminator's loss", weighted: false);
        EmitLoss(writer, hyperparameters, "DiscriminatorFakeLoss", "fake", "G(z)", losses.Fake, "The fake half of the discriminator's loss", weighted: false);
        EmitLoss(writer, hyperparameters, "GeneratorLoss", "fake", "G(z)", losses.Generator, "The generator's loss", weighted: true);
        writer.Write($"""
            {TypeNames.Tensor} {TypeNames.Runtime}.IGanObjective.GeneratorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits) => GeneratorLoss(fakeLogits);
            """).Blank();
    }

    private static void EmitLossWeight(SourceWriter writer)
        => writer.Write($$"""
            private readonly double {{LossWeightField}} = 1;

            /// <summary>Multiplies the generator's loss only; the discriminator's weight is always 1. Positive and finite; default 1.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">It is set to a value that is not positive and finite.</exception>
            public double LossWeight
            {
                get => {{LossWeightField}};
                init => {{LossWeightField}} = {{TypeNames.Runtime}}.HyperparameterChecks.Positive(value, nameof(LossWeight));
            }
            """).Blank();

    private static void EmitDiscriminatorLoss(SourceWriter writer, LossFormulas losses)
    {
        writer.Write($"""
            /// <summary>The discriminator's loss without penalties: <c>{CSharp.Xml(FormulaTexts.Discriminator(losses))}</c>.</summary>
            /// <param name="realLogits">D(x), of any shape: the mean runs over every element.</param>
            /// <param name="fakeLogits">D(G(z)), of any shape, on the same device and of the same dtype.</param>
            /// <returns>A scalar: float64 for float64 logits, float32 otherwise.</returns>
            {Exception}
            """);
        using (writer.Open($"public {TypeNames.Tensor} DiscriminatorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits)"))
        {
            writer.Write($"""
                using var scope = {TypeNames.Torch}.NewDisposeScope();
                {TypeNames.Runtime}.LogitChecks.SamePlace(realLogits, fakeLogits);
                return DiscriminatorRealLoss(realLogits).add(DiscriminatorFakeLoss(fakeLogits)).MoveToOuterDisposeScope();
                """);
        }

        writer.Blank();
    }

    private static void EmitLoss(
        SourceWriter writer,
        EquatableArray<HyperparameterDeclaration> hyperparameters,
        string method,
        string side,
        string sample,
        Expr loss,
        string meaning,
        bool weighted)
    {
        var argument = side + "Logits";
        writer.Write($"""
            /// <summary>{meaning}: <c>E[{CSharp.Xml(TextPrinter.Print(loss, $"D({sample})"))}]</c>{(weighted ? ", times <see cref=\"LossWeight\"/>" : "")}.</summary>
            /// <param name="{argument}">D({sample}), of any shape: the mean runs over every element.</param>
            /// <returns>A scalar: float64 for float64 logits, float32 otherwise.</returns>
            {Exception}
            """);
        using (writer.Open($"public {TypeNames.Tensor} {method}({TypeNames.Tensor} {argument})"))
        {
            var names = loss.ParameterNames();
            foreach (var used in hyperparameters.Where(h => names.Contains(h.FormulaName) && HyperparameterEmitter.IsCheckedAtUse(h)))
                writer.Write(HyperparameterEmitter.Checked(used) + ";");
            writer.Write($"""
                using var scope = {TypeNames.Torch}.NewDisposeScope();
                var logit = {TypeNames.Runtime}.LogitChecks.Prepare({argument}, nameof({argument}));
                """);
            writer.Blank().Write($"""
                // {TextPrinter.Print(loss)} of each {side} logit t, then the mean.
                var losses = {TensorPrinter.Print(loss, "logit", name => PropertyOf(hyperparameters, name))};
                {(weighted ? "var loss = losses.mean();\nreturn (LossWeight == 1 ? loss : loss.mul(LossWeight))" : "return losses.mean()")}.MoveToOuterDisposeScope();
                """);
        }

        writer.Blank();
    }

    private static string PropertyOf(EquatableArray<HyperparameterDeclaration> hyperparameters, string formulaName)
        => "this.@" + hyperparameters.First(h => h.FormulaName == formulaName).Property;
}
