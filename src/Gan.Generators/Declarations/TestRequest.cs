using Gan.Dsl;
using Gan.Generators.Basics;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Reads <c>[assembly: GanObjectiveTests(...)]</c>: the objectives whose tests are to be emitted.</summary>
internal static class TestRequest
{
    public static readonly string AttributeName = typeof(GanObjectiveTestsAttribute).FullName;

    /// <summary>The objectives of all the requests of one file, each once.</summary>
    public static EquatableArray<Outcome<ObjectiveDeclaration>> Read(IEnumerable<AttributeData> requests, Compilation compilation, CancellationToken cancellation)
        => requests.SelectMany(TypesOf)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Select(type => Outcome<ObjectiveDeclaration>.Of(() => ObjectiveDeclarationReader.Read(type, compilation, cancellation), exception => Failure.Of(type, exception)))
            .Where(static outcome => outcome.Failure is not null || outcome.Value is { Type.IsGeneric: false, Shape.CanBeConstructed: true, CanBeUsed: true })
            .ToEquatableArray();

    /// <summary>Each objective once. Two of different assemblies may have names that are one to the compiler: each gets a file of its own.</summary>
    public static IEnumerable<Outcome<ObjectiveDeclaration>> Distinct(IEnumerable<Outcome<ObjectiveDeclaration>> requests)
    {
        var stems = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var request in requests.Distinct())
        {
            if (request.Value is not { } declaration)
            {
                yield return request;
                continue;
            }

            var stem = declaration.Type.HintStem;
            stems[stem] = stems.TryGetValue(stem, out var count) ? count + 1 : 1;
            yield return count == 0 ? request : new(declaration with { Type = declaration.Type with { HintStem = $"{stem}-{count + 1}" } });
        }
    }

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
