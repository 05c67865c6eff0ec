using Gan.Dsl;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Reads <c>[LabelSmoothing]</c>.</summary>
internal static class LabelSmoothingReader
{
    public static LabelSmoothingDeclaration? Read(IEnumerable<AttributeData> attributes, IEnumerable<HyperparameterDeclaration> hyperparameters)
        => attributes.FirstOrDefault(ObjectiveDeclarationReader.IsAttribute<LabelSmoothingAttribute>)?.ConstructorArguments switch
        {
            null => null,
            [{ Value: double target }] => new(target, null),
            [] => new(new LabelSmoothingAttribute().Target, null),
            [var name] when name.Value as string is var property => new(hyperparameters.FirstOrDefault(h => h.Property == property)?.Default ?? double.NaN, property ?? ""),
            _ => null,
        };
}
