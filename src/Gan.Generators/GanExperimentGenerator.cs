using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Declarations.Experiments;
using Gan.Generators.Emission;
using Gan.Generators.Emission.Experiments;
using Gan.Generators.Rules.Experiments;
using Microsoft.CodeAnalysis;

namespace Gan.Generators;

/// <summary>Writes the settings and sweeps of experiments and the list of a program's: declaration → source, each step over plain values. Diagnostics are the analyzer's.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GanExperimentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var read = context.Read(ExperimentReader.AttributeName, ExperimentReader.Read);
        var experiments = read.Values().WithTrackingName(ExperimentTrackingNames.Declaration);
        context.Report(read);

        context.Emit(experiments.Select(static (experiment, _) => SourceOf(experiment)).WithTrackingName(ExperimentTrackingNames.Experiment));

        context.RegisterSourceOutput(
            experiments.Select(static (experiment, _) => RegistryEntry.Of(experiment))
                .Collect()
                .Select(static (entries, _) => RegistryEmitter.Emit(entries.ToEquatableArray()))
                .WithTrackingName(ExperimentTrackingNames.Registry),
            static (output, source) =>
            {
                if (source is not null)
                    output.AddSource(source.HintName, source.Text);
            });
    }

    private static Outcome<GeneratedSource> SourceOf(ExperimentDeclaration experiment)
        => Outcome<GeneratedSource>.Of(
            () => ExperimentEmitter.Emit(experiment, ExperimentRules.IsRight(experiment)) is { } text ? new(experiment.Type.HintName, text) : null,
            exception => Failure.Of(experiment.Type, exception));
}

/// <summary>The names of the pipeline's steps, by which tests see what re-ran.</summary>
internal static class ExperimentTrackingNames
{
    public const string Declaration = nameof(ExperimentDeclaration);
    public const string Experiment = nameof(Experiment);
    public const string Registry = nameof(Registry);

    public static readonly IReadOnlyList<string> All = [Declaration, Experiment, Registry];
}
