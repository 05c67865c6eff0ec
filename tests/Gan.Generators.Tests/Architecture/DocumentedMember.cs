using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Tests.Architecture;

/// <summary>A public or protected member, or a type, with what its documentation says.</summary>
/// <param name="Symbol">The member.</param>
/// <param name="Documentation">Its comment. A record's or a primary constructor is documented by its type.</param>
internal sealed partial record DocumentedMember(ISymbol Symbol, XElement Documentation)
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.CSharpShortErrorMessageFormat;

    /// <summary>Whether another member has what this one leaves out.</summary>
    public bool IsInherited => Documentation.Element("inheritdoc") is not null;

    /// <summary>Whether IntelliSense leaves it out, because only generated code uses it.</summary>
    public bool IsHidden { get; } = Containers(Symbol).Any(static symbol => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments[0].Value is 1));

    /// <summary>The constructor that stands in its type's own line.</summary>
    public bool IsPrimary { get; } = IsDeclaredByType(Symbol);

    /// <summary>The summary as it reads, with references by their names.</summary>
    public string Summary => Read(Documentation.Element("summary"));

    public override string ToString() => Symbol.ToDisplayString(s_format);

    public IEnumerable<string> Empty(string element, IEnumerable<string> names) =>
        names.Where(name => !Documentation.Elements(element).Any(found => found.Attribute("name")?.Value == name && Read(found).Length > 0)).Select(name => $"{this}: {element} {name}");

    /// <summary>All that can be used from outside of an assembly.</summary>
    public static IReadOnlyList<DocumentedMember> In(Compilation compilation) =>
        [.. Types(compilation.Assembly.GlobalNamespace).Where(IsVisible).SelectMany(static type => type.GetMembers().Where(IsMember).Prepend(type)).Select(Of)];

    public static string Read(XElement? element) =>
        element is null ? "" : Spaces().Replace(string.Concat(element.DescendantNodes().Select(static node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } reference => (reference.FirstAttribute?.Value ?? "").Split('(')[0].Split('.', ':')[^1],
            _ => "",
        })), " ").Trim();

    private static DocumentedMember Of(ISymbol symbol)
    {
        var text = (IsDeclaredByType(symbol) ? symbol.ContainingType : symbol).GetDocumentationCommentXml();
        return new(symbol, string.IsNullOrEmpty(text) ? new("member") : XElement.Parse(text));
    }

    // What the compiler makes of a record's header, and what it makes itself, has no comment of its own; accessors have their property's.
    private static bool IsMember(ISymbol symbol) =>
        IsVisible(symbol) && symbol is not INamedTypeSymbol && (!symbol.IsImplicitlyDeclared || IsDeclaredByType(symbol)) && symbol is not IMethodSymbol { AssociatedSymbol: not null }
        && symbol is not IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation } and not IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 }
        && symbol.DeclaringSyntaxReferences.Length > 0 && !symbol.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is ParameterSyntax);

    private static bool IsDeclaredByType(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: > 0 } && symbol.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null });

    public static bool IsVisible(ISymbol symbol) => Containers(symbol).All(static container => container.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal);

    private static IEnumerable<ISymbol> Containers(ISymbol symbol)
    {
        for (var container = symbol; container is not (null or INamespaceSymbol); container = container.ContainingSymbol)
            yield return container;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
