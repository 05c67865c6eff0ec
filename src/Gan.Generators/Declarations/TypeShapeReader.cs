using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations;

/// <summary>Reads off a type what decides whether another part of it can be written.</summary>
internal static class TypeShapeReader
{
    public static TypeShape Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var containers = new List<INamedTypeSymbol>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
            containers.Add(container);

        return new(
            IsPartial(type, cancellation),
            type.IsStatic,
            type.IsAbstract && !type.IsStatic,
            type.InstanceConstructors.Any(static c => c.Parameters.IsEmpty && c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal),
            containers.Where(container => !IsPartial(container, cancellation)).Select(static container => container.Name).ToEquatableArray(),
            containers.Prepend(type).FirstOrDefault(static t => t.IsFileLocal)?.Name,
            BasesOf(type).FirstOrDefault(static t => t.GetAttributes().Any(ObjectiveDeclarationReader.IsObjective))?.Name,
            UserMembersOf(type).Select(static member => member.Name).ToEquatableArray());
    }

    /// <summary>The members that stand in a part of the user's own. Where an analyzer looks, the generated part is there as well.</summary>
    public static IEnumerable<ISymbol> UserMembersOf(INamedTypeSymbol type)
    {
        var generated = TypeIdentity.Of(type).HintName;
        return type.GetMembers().Where(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName
            && member.DeclaringSyntaxReferences.Any(reference => !HintNames.IsGenerated(reference.SyntaxTree.FilePath, generated)));
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
            yield return @base;
    }

    /// <summary>A type of a referenced assembly has no syntax: it was compiled, so it was partial.</summary>
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
        => type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(static modifier => modifier.ValueText == "partial"));
}
