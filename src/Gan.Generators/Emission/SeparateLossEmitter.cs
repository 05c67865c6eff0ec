using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The losses of an objective that takes each logit by itself: D's two halves, their sum, and G's.</summary>
internal static class SeparateLossEmitter
{
    private const string Exception =
        $"/// <exception cref=\"{TypeNames.Argument}\">The logits are null, disposed, empty or not floating point, the two differ in device or dtype, or weights or a mask do not fit.</exception>";

    private const string GradientException =
        $"/// <exception cref=\"{TypeNames.Argument}\">The logits are null, disposed, empty or not floating point, the two differ in device or dtype, or the gradients are null.</exception>";

    private const string Engine = TypeNames.Runtime + ".SeparateLoss";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective, FormulaStructs formulas)
    {
        var losses = objective.Losses;
        EmitDiscriminatorLoss(writer, formulas, losses);
        EmitLoss(writer, formulas, "DiscriminatorRealLoss", "real", "x", losses.Real, "The real half of the discriminator's loss", weighted: false);
        EmitLoss(writer, formulas, "DiscriminatorFakeLoss", "fake", "G(z)", losses.Fake, "The fake half of the discriminator's loss", weighted: false);
        EmitLoss(writer, formulas, "GeneratorLoss", "fake", "G(z)", losses.Generator, "The generator's loss", weighted: true);
        writer.Write($"""
            {TypeNames.Tensor} {TypeNames.Runtime}.IGanObjective.GeneratorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits) => GeneratorLoss(fakeLogits);

            {TypeNames.Tensor} {TypeNames.Runtime}.IGanObjective.GeneratorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Reduction} reduction) => GeneratorLoss(fakeLogits, reduction);
            """).Blank();
        EmitGradients(writer, formulas, losses);
    }

    private static void EmitDiscriminatorLoss(SourceWriter writer, FormulaStructs formulas, LossFormulas losses)
    {
        var formula = CSharp.Xml(FormulaNotation.OfSeparate(losses.Real, losses.Fake));
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
            public {TypeNames.Tensor} DiscriminatorLoss({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Reduction} realReduction, {TypeNames.Reduction} fakeReduction)
                => {Engine}.OfBoth({formulas.New(losses.Real)}, {formulas.New(losses.Fake)}, realLogits, realReduction, fakeLogits, fakeReduction, LossPath);
            """).Blank();
    }

    private static void EmitLoss(
        SourceWriter writer,
        FormulaStructs formulas,
        string method,
        string side,
        string sample,
        Expr loss,
        string meaning,
        bool weighted)
    {
        var argument = side + "Logits";
        var factor = LossEmitter.WeightText(weighted);
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
            public {TypeNames.Tensor} {method}({TypeNames.Tensor} {argument}, {TypeNames.Reduction} reduction)
                => {Engine}.Of({formulas.New(loss)}, {argument}, "{argument}", reduction, LossPath{LossEmitter.WeightArgument(weighted)});
            """).Blank();
    }

    private static void EmitGradients(SourceWriter writer, FormulaStructs formulas, LossFormulas losses)
        => writer.Write($"""
            /// <summary>The discriminator's loss without penalties, as a mean, with its gradient in real and fake logits: in one pass and without a graph.</summary>
            /// <param name="realLogits">D(x), of any shape.</param>
            /// <param name="fakeLogits">D(G(z)), of any shape, on the same device and of the same dtype.</param>
            /// <param name="gradients">Where they are put; it keeps its memory from step to step.</param>
            {GradientException}
            public void DiscriminatorGradients({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Gradients} gradients)
                => {Engine}.GradientsOfBoth({formulas.New(losses.Real)}, {formulas.New(losses.Fake)}, realLogits, fakeLogits, LossPath, gradients);

            /// <summary>The generator's loss, as a mean and times <see cref="LossWeight"/>, with its gradient in the logits: in one pass and without a graph.</summary>
            /// <param name="fakeLogits">D(G(z)), of any shape.</param>
            /// <param name="gradients">Where they are put; it keeps its memory from step to step.</param>
            {GradientException}
            public void GeneratorGradients({TypeNames.Tensor} fakeLogits, {TypeNames.Gradients} gradients)
                => {Engine}.Gradients({formulas.New(losses.Generator)}, fakeLogits, LossPath, gradients, LossWeight);

            void {TypeNames.Runtime}.IGanObjective.GeneratorGradients({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Gradients} gradients) => GeneratorGradients(fakeLogits, gradients);
            """).Blank();
}
