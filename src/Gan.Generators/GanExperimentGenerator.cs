using Gan.Generators.Declarations;
using Gan.Generators.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators;

/// <summary>Writes the settings and sweeps of experiments and the list of a program's: declaration → source, each step over plain values. Diagnostics are the analyzer's.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GanExperimentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var experiments = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ExperimentReader.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (context, cancellation) => ExperimentReader.Read((INamedTypeSymbol)context.TargetSymbol, context.SemanticModel.Compilation, cancellation))
            .Where(static experiment => experiment is not null)
            .Select(static (experiment, _) => experiment!)
            .WithTrackingName(ExperimentTrackingNames.Declaration);

        context.RegisterSourceOutput(
            experiments.Select(static (experiment, _) => SourceOf(experiment)).WithTrackingName(ExperimentTrackingNames.Experiment),
            static (output, source) => Add(output, source));

        context.RegisterSourceOutput(
            experiments.Select(static (experiment, _) => RegistryEntry.Of(experiment))
                .Collect()
                .Select(static (entries, _) => RegistryEmitter.Emit(entries.ToEquatableArray()))
                .WithTrackingName(ExperimentTrackingNames.Registry),
            static (output, source) => Add(output, source));
    }

    private static GeneratedSource? SourceOf(ExperimentDeclaration experiment)
        => ExperimentEmitter.Emit(experiment) is { } text ? GeneratedSource.Of(experiment.Type, text) : null;

    private static void Add(SourceProductionContext output, GeneratedSource? source)
    {
        if (source is not null)
            output.AddSource(source.HintName, source.Text);
    }
}

/// <summary>The names of the pipeline's steps, by which tests see what re-ran.</summary>
internal static class ExperimentTrackingNames
{
    public const string Declaration = nameof(ExperimentDeclaration);
    public const string Experiment = nameof(Experiment);
    public const string Registry = nameof(Registry);

    public static readonly IReadOnlyList<string> All = [Declaration, Experiment, Registry];
}
