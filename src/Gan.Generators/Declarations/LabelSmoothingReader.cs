using Gan.Dsl;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Reads <c>[LabelSmoothing]</c>.</summary>
internal static class LabelSmoothingReader
{
    /// <summary>The smoothing; null where the compiler refuses the attribute's arguments.</summary>
    public static LabelSmoothingDeclaration? Read(AttributeData attribute, IEnumerable<HyperparameterDeclaration> hyperparameters)
        => attribute.ConstructorArguments switch
        {
            [] => new(new LabelSmoothingAttribute().Target, null),
            [{ Value: double target }] => new(target, null),
            [var name] when name.Value as string is var property => new(hyperparameters.FirstOrDefault(h => h.Property == property)?.Default ?? double.NaN, property ?? ""),
            _ => null,
        };
}
