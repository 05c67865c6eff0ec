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

    /// <summary>The parameters after the first, each with a name of its own: where C# has an error because two share one, the later one gets a name that nothing can say.</summary>
    public static EquatableArray<UserParameter> Parameters(IMethodSymbol method)
    {
        var names = new HashSet<string>();
        return method.Parameters.Skip(1)
            .Select((parameter, i) => new UserParameter(names.Add(parameter.Name) ? parameter.Name : FormattableString.Invariant($"{parameter.Name}'{i}"), DefaultOf(parameter)))
            .ToEquatableArray();
    }

    /// <summary>What a call that leaves it out hands over; null where the declaration does not say.</summary>
    public static double? DefaultOf(IParameterSymbol parameter)
        => parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value } && IsNumber(parameter) ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    public static bool IsSingle(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Single;

    private static bool IsNumber(IParameterSymbol parameter)
        => parameter is { RefKind: RefKind.None, IsParams: false } && (parameter.Type.SpecialType == SpecialType.System_Double || IsSingle(parameter.Type));

    private static string Show(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
