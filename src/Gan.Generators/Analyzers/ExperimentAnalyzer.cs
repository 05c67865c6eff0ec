using System.Collections.Immutable;
using Gan.Dsl;
using Gan.Generators.Analyzers.Experiments;
using Gan.Generators.Declarations;
using Gan.Generators.Declarations.Experiments;
using Gan.Generators.Rules;
using Gan.Generators.Rules.Experiments;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Analyzers;

/// <summary>Reports what is wrong with experiments: each by itself, among the others of its program, and between its objective and its networks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExperimentAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Descriptors.All.Where(static descriptor => descriptor.Category == Descriptors.Experiment), Descriptors.PenaltyWithBatchNorm, Descriptors.AnalysisFailed];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var program = new ProgramExperiments(start.Compilation);
            start.RegisterSymbolAction(Guarded.OfType((type, compilation, cancellation) => DiagnosticsOf(type, program, compilation, cancellation)), SymbolKind.NamedType);
        });
    }

    private static IEnumerable<Diagnostic> DiagnosticsOf(INamedTypeSymbol type, ProgramExperiments program, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var attribute in type.GetAttributes().Where(ShapeReader.IsShape))
        {
            if (ShapeReader.Read(attribute) is { IsRight: false } shape)
                yield return Diagnostic.Create(Descriptors.ShapeSizes, LocationOf(attribute, cancellation), NameOf(attribute), shape.ToString(), type.Name);
        }

        if (ExperimentReader.Read(type, compilation, cancellation) is not { } experiment)
        {
            foreach (var stray in type.GetAttributes().Where(static attribute => ObjectiveDeclarationReader.IsAttribute<SweepAttribute>(attribute) || ObjectiveDeclarationReader.IsAttribute<AugmentAttribute>(attribute)))
                yield return Diagnostic.Create(Descriptors.StrayOption, LocationOf(stray, cancellation), type.Name, NameOf(stray));
            yield break;
        }

        var locator = new ExperimentLocator(type, cancellation);
        foreach (var finding in ExperimentRules.Check(experiment).Concat(program.Check(experiment)).Concat(DiscriminatorRules.Check(type, experiment, compilation, cancellation)))
            yield return ObjectiveAnalyzer.DiagnosticOf(finding, locator.Locate(finding.Target));
    }

    private static Location LocationOf(AttributeData attribute, CancellationToken cancellation) => attribute.ApplicationSyntaxReference!.GetSyntax(cancellation).GetLocation();

    private static string NameOf(AttributeData attribute) => attribute.AttributeClass!.Name.Replace(nameof(Attribute), "");
}
