using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>The share of the generated samples that G learns from.</summary>
/// <param name="Share">The share; the default of the hyperparameter where one gives it, and NaN where that is not known.</param>
/// <param name="ShareFrom">The hyperparameter's property; null where the share is a number.</param>
internal sealed record TopKDeclaration(double Share, string? ShareFrom);

/// <summary>Reads <c>[TopK]</c>.</summary>
internal static class TopKReader
{
    /// <summary>The share; null where the compiler refuses the attribute's arguments.</summary>
    public static TopKDeclaration? Read(AttributeData attribute, IEnumerable<HyperparameterDeclaration> hyperparameters) => attribute.ConstructorArguments switch
    {
        [{ Value: double share }] => new(share, null),
        [var name] when name.Value as string is var property => new(hyperparameters.FirstOrDefault(h => h.Property == property)?.Default ?? double.NaN, property ?? ""),
        _ => null,
    };
}
