using System.Globalization;
using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations.LossFunctions;

/// <summary>
/// The loss functions of a type in a referenced assembly. Its methods are private and bodies are not in metadata:
/// the generated part of the type repeats, in attributes, what was read from them.
/// </summary>
internal static class CompiledLossFunctions
{
    public static EquatableArray<LossFunctionDeclaration> Read(INamedTypeSymbol type)
        => type.GetAttributes().Where(static a => ObjectiveDeclarationReader.IsAttribute<CompiledLossFunctionAttribute>(a)).Select(Read).ToEquatableArray();

    /// <summary>A parameter as the attribute holds it.</summary>
    public static string Write(UserParameter parameter)
        => parameter.Default is { } value ? $"{parameter.Name}{Separator}{Numbers.Text(value)}" : parameter.Name;

    private const string Separator = " = ";

    private static LossFunctionDeclaration Read(AttributeData attribute)
    {
        var name = (string)attribute.ConstructorArguments[0].Value!;
        var text = (string)attribute.ConstructorArguments[1].Value!;
        var parameters = attribute.ConstructorArguments[2].Values.Select(static value => ReadParameter((string)value.Value!)).ToEquatableArray();
        var single = new AttributeArguments(attribute).Flag(nameof(CompiledLossFunctionAttribute.SinglePrecision), otherwise: false);
        var body = FormulaParser.Parse(text, [.. parameters.Select(static p => p.Name)]).Expression;
        var method = new LossFunctionMethod(
            name, IsStatic: true, IsGeneric: false, HasBody: true, "double", 1 + parameters.Count, UnfitParameter: null, single, default);
        return new(method, parameters, default, body, default);
    }

    private static UserParameter ReadParameter(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? new(text, null) : new(text.Substring(0, at), double.Parse(text.Substring(at + Separator.Length), CultureInfo.InvariantCulture));
    }
}
