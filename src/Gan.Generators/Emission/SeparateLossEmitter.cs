using Gan.Generators.Expressions;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The losses of an objective that takes each logit by itself: D's two halves, their sum, and G's.</summary>
internal static class SeparateLossEmitter
{
    private const string Exception =
        $"/// <exception cref=\"{TypeNames.Argument}\">The logits are null, disposed, empty or not floating point, the two differ in device or dtype, or weights or a mask do not fit.</exception>";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective)
    {
        var losses = objective.Losses;
        EmitDiscriminatorLoss(writer, losses);
        EmitLoss(writer, objective, "DiscriminatorRealLoss", "real", "x", losses.Real, "The real half of the discriminator's loss", weighted: false);
        EmitLoss(writer, objective, "DiscriminatorFakeLoss", "fake", "G(z)", losses.Fake, "The fake half of the discriminator's loss", weighted: false);
        EmitLoss(writer, objective, "GeneratorLoss", "fake", "G(z)", losses.Generator, "The generator's loss", weighted: true);
        writer.Write($"""
            {TypeNames.Tensor} {TypeNames.Runtime}.IGanObjective.GeneratorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits) => GeneratorLoss(fakeLogits);

            {TypeNames.Tensor} {TypeNames.Runtime}.IGanObjective.GeneratorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Reduction} reduction) => GeneratorLoss(fakeLogits, reduction);
            """).Blank();
    }

    private static void EmitDiscriminatorLoss(SourceWriter writer, LossFormulas losses)
    {
        var formula = CSharp.Xml(FormulaTexts.OfSeparate(losses.Real, losses.Fake));
        writer.Write($"""
            /// <summary>The discriminator's loss without penalties: <c>{formula}</c>.</summary>
            /// <param name="realLogits">D(x), of any shape: the mean runs over every element.</param>
            /// <param name="fakeLogits">D(G(z)), of any shape, on the same device and of the same dtype.</param>
            /// <returns>A scalar: float64 for float64 logits, float32 otherwise.</returns>
            {Exception}
            public {TypeNames.Tensor} DiscriminatorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits)
                => DiscriminatorLoss(realLogits, fakeLogits, {TypeNames.Reduction}.Mean);

            /// <summary>The discriminator's loss by another reduction than the mean.</summary>
            /// <param name="realLogits">D(x), of any shape.</param>
            /// <param name="fakeLogits">D(G(z)), of any shape, or of that of the real logits where losses are not reduced, on the same device and of the same dtype.</param>
            /// <param name="reduction">Of real and of fake losses alike.</param>
            /// <returns>A scalar, or the losses one by one: float64 for float64 logits, float32 otherwise.</returns>
            {Exception}
            public {TypeNames.Tensor} DiscriminatorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Reduction} reduction)
                => DiscriminatorLoss(realLogits, fakeLogits, reduction, reduction);

            /// <summary>The discriminator's loss with weights or masks of the real and of the fake logits.</summary>
            /// <param name="realLogits">D(x), of any shape.</param>
            /// <param name="fakeLogits">D(G(z)), of any shape, on the same device and of the same dtype.</param>
            /// <param name="realReduction">Of the real losses.</param>
            /// <param name="fakeReduction">Of the fake losses, of the same kind.</param>
            /// <returns>A scalar, or the losses one by one: float64 for float64 logits, float32 otherwise.</returns>
            {Exception}
            """);
        using (writer.Open($"public {TypeNames.Tensor} DiscriminatorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Reduction} realReduction, {TypeNames.Reduction} fakeReduction)"))
        {
            writer.Write($"""
                using var scope = {TypeNames.Torch}.NewDisposeScope();
                {TypeNames.Runtime}.LogitChecks.SamePlace(realLogits, fakeLogits);
                {TypeNames.Runtime}.LogitChecks.SameReduction(realReduction, realLogits, fakeReduction, fakeLogits);
                return DiscriminatorRealLoss(realLogits, realReduction).add(DiscriminatorFakeLoss(fakeLogits, fakeReduction)).MoveToOuterDisposeScope();
                """);
        }

        writer.Blank();
    }

    private static void EmitLoss(
        SourceWriter writer,
        CompiledObjective objective,
        string method,
        string side,
        string sample,
        Expr loss,
        string meaning,
        bool weighted)
    {
        var argument = side + "Logits";
        var factor = weighted ? ", times <see cref=\"LossWeight\"/>" : "";
        writer.Write($"""
            /// <summary>{meaning}: <c>E[{CSharp.Xml(TextPrinter.Print(loss, $"D({sample})"))}]</c>{factor}.</summary>
            /// <param name="{argument}">D({sample}), of any shape: the mean runs over every element.</param>
            /// <returns>A scalar: float64 for float64 logits, float32 otherwise.</returns>
            {Exception}
            public {TypeNames.Tensor} {method}({TypeNames.Tensor} {argument}) => {method}({argument}, {TypeNames.Reduction}.Mean);

            /// <summary>{meaning} by another reduction than the mean{factor}.</summary>
            /// <param name="{argument}">D({sample}), of any shape.</param>
            /// <param name="reduction">Of the losses.</param>
            /// <returns>A scalar, or the losses one by one: float64 for float64 logits, float32 otherwise.</returns>
            {Exception}
            """);
        using (writer.Open($"public {TypeNames.Tensor} {method}({TypeNames.Tensor} {argument}, {TypeNames.Reduction} reduction)"))
        {
            LossEmitter.CheckHyperparameters(writer, objective, loss);
            writer.Write($"""
                using var scope = {TypeNames.Torch}.NewDisposeScope();
                var logit = {TypeNames.Runtime}.LogitChecks.Prepare({argument}, nameof({argument}), reduction);
                """);
            writer.Blank().Write($"""
                // {TextPrinter.Print(loss)} of each {side} logit t, then the reduction.
                var losses = {LossEmitter.Code(objective, loss, "logit")};
                var loss = reduction.Of(losses);
                {LossEmitter.Return("loss", weighted)}
                """);
        }

        writer.Blank();
    }
}
