using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The members a training step calls: the loss terms over D itself, and weight clipping.</summary>
internal static class StepEmitter
{
    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        writer.Write($"""
            /// <summary>The discriminator's loss and the penalties due at this step, in one pass over D. Dispose the result after its backward.</summary>
            /// <param name="discriminator">D, from samples to logits.</param>
            /// <param name="real">Real samples, the batch first.</param>
            /// <param name="fake">Generated samples, the batch first; no gradient reaches the generator.</param>
            /// <param name="step">The number of this step, from 0: a lazy penalty is due at each n-th.</param>
            /// <exception cref="{TypeNames.Argument}">An argument is null, disposed, empty or not floating point, or a shape does not fit a penalty.</exception>
            public {TypeNames.Runtime}.DiscriminatorTerms DiscriminatorTerms({TypeNames.Discriminator} discriminator, {TypeNames.Tensor} real, {TypeNames.Tensor} fake, long step = 0)
                => {TypeNames.Runtime}.GanStep.Discriminator(this, discriminator, real, fake, step);
            """).Blank();
        var isCoupled = declaration.Coupling != Coupling.None;
        writer.Write($"""
            /// <summary>The generator's loss through D, whose parameters are frozen meanwhile. Dispose the result after its backward.</summary>
            /// <param name="discriminator">D, from samples to logits.</param>{(isCoupled ? "\n/// <param name=\"real\">Real samples, the batch first; they get no gradient.</param>" : "")}
            /// <param name="fake">Generated samples G(z), with their graph.</param>
            /// <exception cref="{TypeNames.Argument}">An argument is null, disposed, empty or not floating point.</exception>
            public {TypeNames.Runtime}.GeneratorTerms GeneratorTerms({TypeNames.Discriminator} discriminator, {(isCoupled ? $"{TypeNames.Tensor} real, " : "")}{TypeNames.Tensor} fake)
                => {TypeNames.Runtime}.GanStep.Generator(this, discriminator, {(isCoupled ? "real, " : "")}fake);
            """).Blank();
        EmitClipWeights(writer, declaration.WeightClips);
    }

    private static void EmitClipWeights(SourceWriter writer, EquatableArray<double> clips)
    {
        var summary = clips.Count == 0
            ? "Does nothing: this objective declares no weight clip."
            : $"To be called after D's optimiser step: every parameter becomes <c>clamp(W, -{CSharp.Number(clips[0])}, {CSharp.Number(clips[0])})</c>.";
        writer.Write($"/// <summary>{summary}</summary>\n/// <param name=\"discriminator\">D.</param>");
        using (writer.Open($"public void ClipWeights({TypeNames.Module} discriminator)"))
        {
            if (clips.Count > 0)
                writer.Write($"{TypeNames.Runtime}.GanStep.ClipWeights(discriminator, {CSharp.Literal(clips[0])});");
        }

        writer.Blank();
    }
}
