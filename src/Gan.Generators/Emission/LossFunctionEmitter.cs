using Gan.Generators.Declarations;
using Gan.Generators.Declarations.LossFunctions;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Emission;

/// <summary>What the generated part says of the user's own functions: their formulas, and a way to call the methods themselves.</summary>
internal static class LossFunctionEmitter
{
    public const string Interface = TypeNames.Testing + ".ILossFunctions";

    /// <summary>The function as one formula: <c>Soft(t, margin) = max(0, margin + t)</c>.</summary>
    public static string Definition(LossFunctionDeclaration function)
        => $"{function.Name}({string.Join(", ", function.Parameters.Select(static p => p.Name).Prepend("t"))}) = {TextPrinter.Print(function.Body!)}";

    /// <summary>Bodies are not in metadata, so an attribute repeats what was read from each.</summary>
    public static string CompiledAttribute(LossFunctionDeclaration function)
    {
        IEnumerable<string> arguments = [
            function.Name,
            TextPrinter.Print(function.Body!),
            .. function.Parameters.Select(CompiledLossFunctions.Write)];
        var single = function.Method.IsSingle ? ", SinglePrecision = true" : "";
        return $"[global::Gan.Dsl.CompiledLossFunction({string.Join(", ", arguments.Select(CSharp.Literal))}{single})]";
    }

    /// <summary>
    /// The methods are private, and the tests may stand in another assembly: an explicit member reaches them without reflection,
    /// and shows in nobody's IntelliSense.
    /// </summary>
    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        if (declaration.LossFunctions.Count == 0)
            return;

        writer.Write("// The methods themselves, for the tests, which compare them with the formulas compiled from them.");
        writer.Write($"double {Interface}.Evaluate(string name, {TypeNames.ReadOnlyList}<double> arguments) => name switch\n{{");
        foreach (var function in declaration.LossFunctions)
            writer.Write($"    {CSharp.Literal(function.Name)} => @{function.Name}({string.Join(", ", function.Method.SingleParameters.Select(Argument))}),");
        writer.Write($"    _ => throw new {TypeNames.Argument}($\"There is no loss function '{{name}}'.\", \"name\"),\n}};");
    }

    private static string Argument(bool isSingle, int index) => isSingle ? $"(float)arguments[{index}]" : $"arguments[{index}]";
}
