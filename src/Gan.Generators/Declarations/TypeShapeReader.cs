using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations;

/// <summary>Reads off a type what decides whether another part of it can be written.</summary>
internal static class TypeShapeReader
{
    public static TypeShape Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var (isPartial, hasBases) = Parts(type, cancellation);
        var fileLocal = type.IsFileLocal ? type : null;
        List<string>? nonPartial = null;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            if (!Parts(container, cancellation).AllPartial) (nonPartial ??= []).Add(container.Name);
            if (fileLocal is null && container.IsFileLocal) fileLocal = container;
        }

        return new(
            isPartial,
            type.IsStatic,
            type.IsAbstract && !type.IsStatic,
            HasParameterlessConstructor(type),
            nonPartial is null ? default : nonPartial.ToEquatableArray(),
            fileLocal?.Name,
            hasBases ? BaseObjectiveOf(type) : null,
            UserMembersOf(type).Select(static member => member.Name).ToEquatableArray());
    }

    /// <summary>The members that stand in a part of the user's own. Where an analyzer looks, the generated part is there as well.</summary>
    public static IEnumerable<ISymbol> UserMembersOf(INamedTypeSymbol type)
    {
        string? generated = null;
        foreach (var member in type.GetMembers())
        {
            if (member.IsImplicitlyDeclared || !member.CanBeReferencedByName) continue;
            generated ??= TypeIdentity.Of(type).HintName;
            if (member.DeclaringSyntaxReferences.Any(reference => !HintNames.IsGenerated(reference.SyntaxTree.FilePath, generated))) yield return member;
        }
    }

    private static bool HasParameterlessConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal) return true;
        }

        return false;
    }

    private static string? BaseObjectiveOf(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is { SpecialType: SpecialType.None }; @base = @base.BaseType)
        {
            if (@base.GetAttributes().Any(ObjectiveDeclarationReader.IsObjective)) return @base.Name;
        }

        return null;
    }

    /// <summary>Of a type's parts, whether all are partial and whether one names bases. A type of a referenced assembly has no syntax: it was compiled, so it was partial.</summary>
    private static (bool AllPartial, bool HasBases) Parts(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var references = type.DeclaringSyntaxReferences;
        var (allPartial, hasBases) = (true, references.IsEmpty);
        foreach (var reference in references)
        {
            var declaration = reference.GetSyntax(cancellation) as TypeDeclarationSyntax;
            allPartial &= declaration is not null && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
            hasBases |= declaration is { BaseList: not null };
        }

        return (allPartial, hasBases);
    }
}
