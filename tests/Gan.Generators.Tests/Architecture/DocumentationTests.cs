using System.Text.RegularExpressions;
using Gan.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Tests.Architecture;

/// <summary>
/// What IntelliSense shows of the libraries, and of what the generator writes into a user's classes: complete, and in the forms of .NET's own documentation.
/// </summary>
public sealed partial class DocumentationTests
{
    /// <summary>Papers that are neither on arXiv nor have a DOI.</summary>
    private static readonly string[] s_withoutNumber = ["LeCun et al. 2006", "Gretton et al. 2012"];

    private static readonly Lazy<Compilation[]> s_compilations = new(static () =>
    [
        SymbolRooms.CompilationOf("src/Gan.Dsl"),
        GeneratorRun.Of(RuntimeSources.Compilation()).Output,
        SymbolRooms.CompilationOf("src/Gan.Experiments"),
    ]);

    private static readonly Lazy<DocumentedMember[]> s_members = new(static () => [.. s_compilations.Value.SelectMany(DocumentedMember.In)]);

    private static IEnumerable<DocumentedMember> Shown => s_members.Value.Where(static member => !member.IsHidden);

    [Fact]
    public void EverythingHasASummary() => None(s_members.Value.Where(static member => !member.IsInherited && !Sentence().IsMatch(member.Summary)));

    [Fact]
    public void PropertiesGetOrSet() => None(Shown.Where(static member => member is { IsInherited: false, Symbol: IPropertySymbol property }
        && !member.Summary.StartsWith(property.SetMethod is { DeclaredAccessibility: not Accessibility.Private } ? "Gets or sets " : "Gets ", StringComparison.Ordinal)));

    [Fact]
    public void MethodsDoSomething() => None(Shown.Where(static member => member is { IsInherited: false, IsPrimary: false, Symbol: IMethodSymbol } && !Verb().IsMatch(member.Summary)));

    [Fact]
    public void ParametersAreDescribed() => None(Shown.Where(static member => !member.IsInherited && !IsOperator(member)).SelectMany(static member => member.Symbol switch
    {
        IMethodSymbol { IsOverride: false } method => member.Empty("param", method.Parameters.Select(static parameter => parameter.Name)).Concat(member.Empty("typeparam", method.TypeParameters.Select(static parameter => parameter.Name))),
        INamedTypeSymbol type => member.Empty("typeparam", type.TypeParameters.Select(static parameter => parameter.Name)),
        _ => [],
    }));

    [Fact]
    public void ResultsAreDescribed() => None(Shown.Where(static member => member is { IsInherited: false, Symbol: IMethodSymbol { ReturnsVoid: false, MethodKind: MethodKind.Ordinary, IsOverride: false } } && DocumentedMember.Read(member.Documentation.Element("returns")).Length == 0));

    [Fact]
    public void ThrownArgumentExceptionsAreDescribed()
    {
        var thrown = s_compilations.Value.ToDictionary(static compilation => compilation.Assembly.Name, static compilation => new ThrownArguments(compilation));
        None(Shown.Where(member => !member.IsInherited && !IsOfObject(member) && thrown[member.Symbol.ContainingAssembly.Name].Has(member.Symbol)
            && !member.Documentation.Elements("exception").Any(static exception => exception.Attribute("cref")?.Value.Contains(".Argument", StringComparison.Ordinal) == true)));
    }

    [Fact]
    public void PapersHaveTheirNumber() => None(
        from member in s_members.Value
        let text = DocumentedMember.Read(member.Documentation)
        from Match paper in Paper().Matches(text)
        where !s_withoutNumber.Contains(paper.Value) && !Number().IsMatch(text[paper.Index..])
        select $"{member}: {paper.Value}");

    [Fact]
    public void ReferencesLeadToWhatCanBeSeen() => None(
        from compilation in s_compilations.Value
        from member in DocumentedMember.In(compilation)
        where !member.IsHidden
        from reference in member.Documentation.Descendants().Select(static element => element.Attribute("cref")?.Value).OfType<string>()
        where DocumentationCommentId.GetFirstSymbolForDeclarationId(reference, compilation) is not { } symbol || !DocumentedMember.IsVisible(symbol)
        select $"{member}: {reference}");

    [Fact]
    public void SentencesAreInTheirUsualOrder() => None(
        from member in s_members.Value
        from Match unusual in Unusual().Matches(DocumentedMember.Read(member.Documentation))
        select $"{member}: {unusual.Value}");

    /// <summary>Tests of members that find none would pass as well.</summary>
    [Fact]
    public void MembersAreSeen()
    {
        Assert.InRange(s_members.Value.Length, 700, 3000);
        Assert.All(s_compilations.Value, static compilation => Assert.Contains(s_members.Value, member => SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingAssembly, compilation.Assembly)));
        Assert.Contains(s_members.Value, static member => member.ToString().StartsWith("Hinge.GeneratorLoss(", StringComparison.Ordinal));
    }

    private static void None(IEnumerable<DocumentedMember> members) => None(members.Select(static member => $"{member}: {member.Summary}"));

    /// <summary>All of them in the message: a collection that should be empty is shown in part.</summary>
    private static void None(IEnumerable<string> faults)
    {
        var all = string.Join('\n', faults);
        Assert.True(all.Length == 0, all);
    }

    /// <summary>Methods that every object has throw nothing.</summary>
    private static bool IsOfObject(DocumentedMember member) => member.Symbol is IMethodSymbol { IsOverride: true, Name: nameof(ToString) or nameof(Equals) or nameof(GetHashCode) };

    private static bool IsOperator(DocumentedMember member) => member.Symbol is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion };

    [GeneratedRegex(@"^[A-Z].*\.$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^[A-Z][a-z]+s ")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b\p{Lu}[\p{L}-]+(?: et al\.)? (?:19|20)\d\d\b")]
    private static partial Regex Paper();

    [GeneratedRegex(@"^[^;]{0,70}(?:arXiv \d{4}\.\d{4,5}|doi 10\.)")]
    private static partial Regex Number();

    /// <summary>"is no batch" for "is not a batch", and "that of the other" for its name.</summary>
    [GeneratedRegex(@"(?<!there )\b(?:is|are) no (?!longer)\w+|\b(?:that|those) of \w+", RegexOptions.IgnoreCase)]
    private static partial Regex Unusual();
}
