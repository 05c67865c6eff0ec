using Gan.Generators.Basics;
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

        var baseObjective = hasBases ? BaseObjectiveOf(type) : null;
        var (inherited, @sealed) = hasBases && baseObjective is null ? InheritedBy(type) : default;
        return new(
            isPartial,
            type.IsStatic,
            type.IsAbstract && !type.IsStatic,
            HasParameterlessConstructor(type),
            nonPartial is null ? default : nonPartial.ToEquatableArray(),
            fileLocal?.Name,
            baseObjective,
            UserMembersOf(type).Select(static member => member.Name).ToEquatableArray(),
            HasRequiredMembers(type, hasBases),
            inherited,
            @sealed);
    }

    /// <summary>The members that stand in a part of the user's own. Where an analyzer looks, the generated part is there as well.</summary>
    public static IEnumerable<ISymbol> UserMembersOf(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsImplicitlyDeclared || !member.CanBeReferencedByName) continue;
            if (member.DeclaringSyntaxReferences.Any(static reference => !HintNames.IsGenerated(reference.SyntaxTree.FilePath))) yield return member;
        }
    }

    /// <summary>The members of the bases but those that every type has, and of all those that no type below may override.</summary>
    private static (EquatableArray<string> Names, EquatableArray<string> Sealed) InheritedBy(INamedTypeSymbol type)
    {
        List<string> names = [], @sealed = [];
        for (var @base = type.BaseType; @base is { SpecialType: SpecialType.None }; @base = @base.BaseType)
        {
            foreach (var member in @base.GetMembers())
            {
                if (!member.CanBeReferencedByName || member.DeclaredAccessibility == Accessibility.Private) continue;
                if (member.IsSealed) @sealed.Add(member.Name);
                if (!member.IsOverride) names.Add(member.Name);
            }
        }

        return (names.ToEquatableArray(), @sealed.ToEquatableArray());
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type, bool hasBases)
    {
        for (var declaring = type; declaring is not null; declaring = hasBases ? declaring.BaseType : null)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) return true;
            }
        }

        return false;
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
