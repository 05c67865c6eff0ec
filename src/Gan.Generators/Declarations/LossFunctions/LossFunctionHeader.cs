using System.Globalization;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations.LossFunctions;

/// <summary>What a loss function's signature says.</summary>
internal static class LossFunctionHeader
{
    public static LossFunctionMethod Of(IMethodSymbol method, bool hasBody) => new(
        method.Name,
        method.IsStatic,
        method.IsGenericMethod,
        hasBody,
        Show(method.ReturnType),
        method.Parameters.Length,
        method.Parameters.Where(static p => !IsNumber(p)).Select(static p => $"{Show(p.Type)} {p.Name}").FirstOrDefault(),
        IsSingle(method.ReturnType) || method.Parameters.Any(static p => IsSingle(p.Type)),
        method.Parameters.Select(static p => IsSingle(p.Type)).ToEquatableArray());

    public static UserParameter Parameter(IParameterSymbol parameter)
        => new(parameter.Name, parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value } && IsNumber(parameter) ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null);

    public static bool IsSingle(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Single;

    private static bool IsNumber(IParameterSymbol parameter)
        => parameter is { RefKind: RefKind.None, IsParams: false } && (parameter.Type.SpecialType == SpecialType.System_Double || IsSingle(parameter.Type));

    private static string Show(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
