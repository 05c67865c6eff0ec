using Gan.Dsl;
using Gan.Generators.Basics;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations.Experiments;

/// <summary>Reads <see cref="SampleShapeAttribute"/> and <see cref="LatentShapeAttribute"/>.</summary>
internal static class ShapeReader
{
    /// <summary>The shape that the type or the nearest of its bases declares by <typeparamref name="TAttribute"/>.</summary>
    public static DeclaredShape? Read<TAttribute>(ITypeSymbol type)
        where TAttribute : Attribute
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetAttributes().FirstOrDefault(ObjectiveDeclarationReader.IsAttribute<TAttribute>) is { } attribute)
                return Read(attribute);
        }

        return null;
    }

    public static bool IsShape(AttributeData attribute)
        => ObjectiveDeclarationReader.IsAttribute<SampleShapeAttribute>(attribute) || ObjectiveDeclarationReader.IsAttribute<LatentShapeAttribute>(attribute);

    /// <summary>Null where the compiler has an error of its own to tell.</summary>
    public static DeclaredShape? Read(AttributeData attribute)
        => attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array } sizes]
            ? new((sizes.IsNull ? [] : sizes.Values.Select(static size => size.Value is long value ? value : 0)).ToEquatableArray())
            : null;
}
