using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The share of the generated samples that G learns from. Only the runtime asks for it.</summary>
internal static class TopKEmitter
{
    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        if (declaration.TopK is not { } top)
            return;
        var share = top.ShareFrom is { } property ? HyperparameterEmitter.Checked(declaration.Hyperparameters.First(h => h.Property == property)) : CSharp.Literal(top.Share);
        writer.Write($"double {TypeNames.Runtime}.IGanObjective.TopShare => {share};").Blank();
    }
}
