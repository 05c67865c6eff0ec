using Gan.Dsl;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Reads <c>[assembly: GanObjectiveTests(...)]</c>: the objectives whose tests are to be emitted.</summary>
internal static class TestRequest
{
    public static readonly string AttributeName = typeof(GanObjectiveTestsAttribute).FullName;

    /// <summary>The objectives of all the requests of one file, each once.</summary>
    public static EquatableArray<ObjectiveDeclaration> Read(IEnumerable<AttributeData> requests, Compilation compilation, CancellationToken cancellation)
        => requests.SelectMany(TypesOf)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Select(type => ObjectiveDeclarationReader.Read(type, compilation, cancellation))
            .OfType<ObjectiveDeclaration>()
            .Where(static declaration => !declaration.Type.IsGeneric && declaration.Shape.CanBeConstructed)
            .ToEquatableArray();

    private static IEnumerable<INamedTypeSymbol> TypesOf(AttributeData request)
    {
        if (request.ConstructorArguments is [{ Value: INamedTypeSymbol objective }])
            yield return objective;

        var allIn = request.NamedArguments.FirstOrDefault(static argument => argument.Key == nameof(GanObjectiveTestsAttribute.AllIn)).Value;
        if (allIn.Value is INamedTypeSymbol { ContainingAssembly: { } assembly })
        {
            foreach (var type in PublicTypes(assembly.GlobalNamespace))
                yield return type;
        }
    }

    private static IEnumerable<INamedTypeSymbol> PublicTypes(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .Where(static member => member is INamespaceSymbol || member.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(static member => member is INamedTypeSymbol type ? PublicTypes(type).Prepend(type) : PublicTypes(member));
}
