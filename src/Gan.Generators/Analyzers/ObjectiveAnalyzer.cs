using System.Collections.Immutable;
using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Analyzers;

/// <summary>Reports what the rules find, at the very characters: an analyzer's diagnostics live in the editor and obey <c>#pragma</c> and .editorconfig.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectiveAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What a code fix finds in a diagnostic's properties: the text that would be right.</summary>
    internal const string Suggestion = nameof(Finding.Suggestion);

    private readonly Func<ObjectiveDeclaration, IEnumerable<Finding>> _check;

    /// <summary>The analyzer as the compiler makes it.</summary>
    public ObjectiveAnalyzer()
        : this(static declaration => ObjectiveRules.Check(declaration))
    {
    }

    /// <param name="check">The rules.</param>
    internal ObjectiveAnalyzer(Func<ObjectiveDeclaration, IEnumerable<Finding>> check) => _check = check;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Guarded.OfType((type, compilation, cancellation) => DiagnosticsOf(type, compilation, cancellation).Concat(CatalogueDiagnostics(type, cancellation))), SymbolKind.NamedType);
    }

    private IEnumerable<Diagnostic> DiagnosticsOf(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (ObjectiveDeclarationReader.Read(type, compilation, cancellation) is not { } declaration)
            return StrayAttributes.In(type, cancellation);

        var locator = new FindingLocator(type, compilation, cancellation);
        return _check(declaration).Select(finding => DiagnosticOf(finding, locator));
    }

    private static IEnumerable<Diagnostic> CatalogueDiagnostics(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.TypeKind == TypeKind.Class && type.GetAttributes().Any(ObjectiveDeclarationReader.IsAttribute<GanCatalogueAttribute>) && CatalogueRules.WhyNot(CatalogueDeclaration.Read(type, cancellation)) is { } reason)
            yield return Diagnostic.Create(Descriptors.NoCatalogue, type.Locations[0], type.Name, reason);
    }

    internal static Diagnostic DiagnosticOf(Finding finding, FindingLocator locator) => DiagnosticOf(finding, locator.Locate(finding.Target));

    internal static Diagnostic DiagnosticOf(Finding finding, Location location)
        => Diagnostic.Create(finding.Descriptor, location, PropertiesOf(finding), [.. finding.Arguments.Select(VisibleText.Of)]);

    private static ImmutableDictionary<string, string?> PropertiesOf(Finding finding)
        => finding.Suggestion is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Suggestion, finding.Suggestion);
}
