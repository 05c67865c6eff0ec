using Gan.Generators.Basics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Declarations;

/// <summary>What it takes to write another part of a type: its namespace, its containers from the outermost in, and itself.</summary>
internal sealed record TypeIdentity(string Namespace, EquatableArray<TypeHeader> Containers, TypeHeader Self, string MetadataName, bool IsPublic)
{
    /// <summary>Name of the generated file.</summary>
    public string HintName => HintStem + ".g.cs";

    /// <summary>Name of the file of generated tests. A hyphen, which no type's name has, tells it from the file of a type.</summary>
    public string TestHintName => HintStem + "-Tests.g.cs";

    /// <summary>Name of the file of a catalogue's part.</summary>
    public string CatalogueHintName => HintStem + "-Catalogue.g.cs";

    /// <summary>Unique in an assembly, without regard to case too.</summary>
    public required string HintStem { get; init; }

    /// <summary>Whether all code of the assembly can name it.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>The type as any file can name it: <c>global::Space.Outer.Name</c>. Not for generic types.</summary>
    public string FullName => "global::" + string.Concat(Namespaces.Concat(Containers.Select(static c => c.Name)).Select(static part => part + ".")) + Self.Name;

    public bool IsGeneric => Self.TypeParameters.Count > 0 || Containers.Any(static c => c.TypeParameters.Count > 0);

    private IEnumerable<string> Namespaces => Namespace.Length == 0 ? [] : [Namespace];

    public static TypeIdentity Of(INamedTypeSymbol type)
    {
        List<TypeHeader>? containers = null;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
            (containers ??= []).Insert(0, TypeHeader.Of(container));

        var metadataName = MetadataNameOf(type);
        return new(
            type.ContainingNamespace.Text(static name => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name),
            containers is null ? default : containers.ToEquatableArray(),
            TypeHeader.Of(type),
            metadataName,
            IsVisibleOutside(type))
        {
            HintStem = HintNames.StemOf(type, metadataName),
            IsReachable = IsReachableWithin(type),
        };
    }

    private static string MetadataNameOf(INamedTypeSymbol type)
        => type.ContainingType is { } container ? MetadataNameOf(container) + "+" + type.MetadataName
            : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
            : type.ContainingNamespace.Text(static name => name) + "." + type.MetadataName;

    private static bool IsReachableWithin(INamedTypeSymbol type)
        => type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal && (type.ContainingType is null || IsReachableWithin(type.ContainingType));

    private static bool IsVisibleOutside(INamedTypeSymbol type)
        => type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsVisibleOutside(type.ContainingType));
}

/// <summary>One <c>partial class Name&lt;T&gt;</c> line.</summary>
/// <param name="Keyword"><c>class</c>, <c>record</c>, <c>struct</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The name, escaped where it is a keyword.</param>
/// <param name="TypeParameters">Names only: constraints need not be repeated on a part.</param>
internal sealed record TypeHeader(string Keyword, string Name, EquatableArray<string> TypeParameters)
{
    public string Text => TypeParameters.Count == 0 ? Name : $"{Name}<{string.Join(", ", TypeParameters)}>";

    /// <summary>What no member may be called: C# keeps the names of a type and of its parameters to themselves.</summary>
    public IEnumerable<string> OwnNames => TypeParameters.Prepend(Name).Select(static name => name.TrimStart('@'));

    public static TypeHeader Of(INamedTypeSymbol type)
        => new(KeywordOf(type), Identifier.OfType(type.Name), type.TypeParameters.IsEmpty ? default : type.TypeParameters.Select(static p => Identifier.OfType(p.Name)).ToEquatableArray());

    private static string KeywordOf(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Interface, _) => "interface",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Struct, true) => "record struct",
        (_, true) => "record",
        _ => "class",
    };
}
