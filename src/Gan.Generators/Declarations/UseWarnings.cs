using Gan.Generators.Basics;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>What the user's own attributes make of the use of their declarations by generated code: <c>[Obsolete]</c> and <c>[Experimental]</c>.</summary>
/// <param name="Ids">The warnings with ids of their own, beside those that every generated file silences.</param>
/// <param name="Forbidden">The members that no code may use, or not without a warning that no pragma can name; the type itself is named first.</param>
internal sealed record UseWarnings(EquatableArray<string> Ids, EquatableArray<string> Forbidden)
{
    public static readonly UseWarnings None = new(default, default);

    /// <summary>Those of a type, the types around it, and its members.</summary>
    public static UseWarnings Of(INamedTypeSymbol type, Func<ISymbol, bool> isUsed)
    {
        List<string>? ids = null, forbidden = null;
        for (var symbol = type; symbol is not null; symbol = symbol.ContainingType) Read(symbol, type.Name, ref ids, ref forbidden);
        foreach (var member in type.GetMembers())
        {
            if (!isUsed(member)) continue;
            Read(member, member.Name, ref ids, ref forbidden);
            if (member is not IPropertySymbol property) continue;
            if (property.GetMethod is { } getter) Read(getter, member.Name, ref ids, ref forbidden);
            if (property.SetMethod is { } setter) Read(setter, member.Name, ref ids, ref forbidden);
        }

        return ids is null && forbidden is null ? None : new((ids ?? []).Distinct().ToEquatableArray(), (forbidden ?? []).Distinct().ToEquatableArray());
    }

    private static void Read(ISymbol symbol, string name, ref List<string>? ids, ref List<string>? forbidden)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            var isObsolete = attribute.AttributeClass is { Name: nameof(ObsoleteAttribute), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } };
            if (!isObsolete && attribute.AttributeClass is not { Name: "ExperimentalAttribute", ContainingNamespace.Name: "CodeAnalysis" }) continue;
            var id = isObsolete ? new AttributeArguments(attribute).Text("DiagnosticId") : attribute.ConstructorArguments is [{ Value: string given }] ? given : null;
            if (isObsolete && (attribute.ConstructorArguments is [_, { Value: true }] || (id is not null && !IsId(id)))) (forbidden ??= []).Add(name);
            if (id is not null && IsId(id)) (ids ??= []).Add(id);
        }
    }

    /// <summary>Whether a pragma can name it.</summary>
    private static bool IsId(string id) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(id);
}
