namespace Gan.Generators.Emission;

/// <summary>What the two kinds of coupled losses have in common: real and fake logits go in together, for D and for G.</summary>
internal static class CoupledSignature
{
    private const string Exception =
        $"/// <exception cref=\"{TypeNames.Argument}\">Logits are null, disposed, empty or not floating point, differ in device or dtype, or do not go together in shape; or weights or a mask do not fit.</exception>";

    private const string GradientException =
        $"/// <exception cref=\"{TypeNames.Argument}\">Logits are null, disposed, empty or not floating point, differ in device or dtype, or do not go together in shape; or the gradients are null.</exception>";

    /// <summary>The method that takes a reduction, for an expression or a body to follow.</summary>
    public static string WithReduction(string method)
        => $"public {TypeNames.Tensor} {method}({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Reduction} reduction)";

    /// <summary>The method that takes the mean, and the documentation of the one that takes a reduction.</summary>
    /// <param name="method">DiscriminatorLoss or GeneratorLoss.</param>
    /// <param name="summary">What it computes, ready for XML, without a full stop.</param>
    /// <param name="shape">What shape the fake logits have.</param>
    public static void Write(SourceWriter writer, string method, string summary, string shape)
        => writer.Write($"""
            /// <summary>{summary}.</summary>
            /// <param name="realLogits">D(x), of any shape: the mean runs over every element.</param>
            /// <param name="fakeLogits">D(G(z)), {shape}, on the same device and of the same dtype.</param>
            /// <returns>A scalar: float64 for float64 logits, float32 otherwise.</returns>
            {Exception}
            public {TypeNames.Tensor} {method}({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits)
                => {method}(realLogits, fakeLogits, {TypeNames.Reduction}.Mean);

            /// <summary>The same by another reduction than the mean.</summary>
            /// <param name="realLogits">D(x), of any shape.</param>
            /// <param name="fakeLogits">D(G(z)), {shape}, on the same device and of the same dtype.</param>
            /// <param name="reduction">Of the losses.</param>
            /// <returns>A scalar, or the losses one by one: float64 for float64 logits, float32 otherwise.</returns>
            {Exception}
            """);

    /// <summary>The method that computes the mean and its gradient.</summary>
    /// <param name="method">DiscriminatorGradients or GeneratorGradients.</param>
    /// <param name="loss">Whose it is, ready for XML.</param>
    /// <param name="call">What it does.</param>
    public static void WriteGradients(SourceWriter writer, string method, string loss, string shape, string call)
        => writer.Write($"""
            /// <summary>{loss}, as a mean, with its gradient in real and fake logits: in one pass and without a graph.</summary>
            /// <param name="realLogits">D(x), of any shape.</param>
            /// <param name="fakeLogits">D(G(z)), {shape}, on the same device and of the same dtype.</param>
            /// <param name="gradients">Where they are put; it keeps its memory from step to step.</param>
            {GradientException}
            public void {method}({TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits, {TypeNames.Gradients} gradients)
                => {call};
            """).Blank();
}
