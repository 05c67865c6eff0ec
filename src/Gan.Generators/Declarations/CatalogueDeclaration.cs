using Gan.Dsl;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>A class that is to list the objectives of its assembly.</summary>
internal sealed record CatalogueDeclaration(TypeIdentity Type)
{
    public static readonly string AttributeName = typeof(GanCatalogueAttribute).FullName;

    public static CatalogueDeclaration Read(INamedTypeSymbol type) => new(TypeIdentity.Of(type));
}
