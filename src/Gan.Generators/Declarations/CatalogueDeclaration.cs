using Gan.Dsl;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>A class that is to list the objectives of its assembly.</summary>
/// <param name="IsExperiment">Whether the class gets an experiment's members, too.</param>
internal sealed record CatalogueDeclaration(TypeIdentity Type, TypeShape Shape, bool IsExperiment)
{
    public static readonly string AttributeName = typeof(GanCatalogueAttribute).FullName;

    public static CatalogueDeclaration Read(INamedTypeSymbol type, CancellationToken cancellation)
        => new(TypeIdentity.Of(type), TypeShapeReader.Read(type, cancellation), type.GetAttributes().Any(ObjectiveDeclarationReader.IsAttribute<GanExperimentAttribute>));
}
