using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Emission;
using Gan.Generators.Objectives;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators;

/// <summary>
/// Compiles GAN objectives: declaration → losses → source, each step over plain values, so that an edit elsewhere re-runs none of it.
/// Diagnostics are the analyzer's; only what fails here by a fault of the compiler's own is reported here.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class GanObjectiveGenerator : IIncrementalGenerator
{
    private readonly Func<CompiledObjective, string> _emit;

    /// <summary>The generator as the compiler makes it.</summary>
    public GanObjectiveGenerator()
        : this(ObjectiveEmitter.Emit)
    {
    }

    /// <param name="emit">Writes the part of an objective without errors.</param>
    internal GanObjectiveGenerator(Func<CompiledObjective, string> emit) => _emit = emit;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var readObjectives = context.Read(ObjectiveDeclarationReader.AttributeName, ObjectiveDeclarationReader.Read);
        var readDivergences = context.Read(ObjectiveDeclarationReader.DivergenceAttributeName, ObjectiveDeclarationReader.Read);
        var objectives = readObjectives.Values().WithTrackingName(TrackingNames.Declaration);
        var divergences = readDivergences.Values()
            .Where(static declaration => !declaration.Formulas.HasBothAttributes)
            .WithTrackingName(TrackingNames.DivergenceDeclaration);
        context.Report(readObjectives);
        context.Report(readDivergences);

        context.Emit(objectives.Select((declaration, _) => ObjectiveSource(declaration)).WithTrackingName(TrackingNames.Objective));
        context.Emit(divergences.Select((declaration, _) => ObjectiveSource(declaration)).WithTrackingName(TrackingNames.Divergence));

        var readCatalogues = context.Read(CatalogueDeclaration.AttributeName, static (type, _, cancellation) => CatalogueDeclaration.Read(type, cancellation));
        context.Report(readCatalogues);
        var catalogues = readCatalogues.Values()
            .Combine(objectives.Collect().Combine(divergences.Collect()).Select(static (all, _) => all.Left.Concat(all.Right).ToEquatableArray()));
        context.Emit(catalogues.Select(static (pair, _) => CatalogueSource(pair.Left, pair.Right)).WithTrackingName(TrackingNames.Catalogue));

        // Several files may ask for the tests of one objective.
        var tested = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                TestRequest.AttributeName,
                static (node, _) => node is CompilationUnitSyntax,
                static (context, cancellation) => TestRequest.Read(context.Attributes, context.SemanticModel.Compilation, cancellation))
            .Collect()
            .SelectMany(static (requests, _) => TestRequest.Distinct(requests.SelectMany(static request => request)))
            .WithTrackingName(TrackingNames.TestedDeclaration);
        context.Report(tested);
        context.Emit(tested.Values().Select(static (declaration, _) => TestSource(declaration)).WithTrackingName(TrackingNames.Tests));
    }

    /// <summary>The losses; of a declaration with an error, or on which the compiler fails, members that throw.</summary>
    private Outcome<GeneratedSource> ObjectiveSource(ObjectiveDeclaration declaration)
    {
        var losses = Source(declaration.Type, declaration.Type.HintName, () => ObjectiveCompiler.Compile(declaration) is { } objective ? _emit(objective) : FallbackEmitter.Emit(declaration));
        return losses.Failure is null ? losses : losses with { Value = Source(declaration.Type, declaration.Type.HintName, () => FallbackEmitter.Emit(declaration)).Value };
    }

    private static Outcome<GeneratedSource> CatalogueSource(CatalogueDeclaration catalogue, EquatableArray<ObjectiveDeclaration> objectives)
        => Source(catalogue.Type, catalogue.Type.CatalogueHintName, () => CatalogueRules.WhyNot(catalogue) is null ? CatalogueEmitter.Emit(catalogue, objectives) : null);

    private static Outcome<GeneratedSource> TestSource(ObjectiveDeclaration declaration)
        => Source(declaration.Type, declaration.Type.TestHintName, () => ObjectiveCompiler.Compile(declaration) is { } objective ? TestEmitter.Emit(objective) : null);

    private static Outcome<GeneratedSource> Source(TypeIdentity type, string hintName, Func<string?> text)
        => Outcome<GeneratedSource>.Of(() => text() is { } written ? new(hintName, written) : null, exception => Failure.Of(type, exception));
}

/// <summary>The names of the pipeline's steps, by which tests see what re-ran.</summary>
internal static class TrackingNames
{
    public const string Declaration = nameof(Declaration);
    public const string DivergenceDeclaration = nameof(DivergenceDeclaration);
    public const string Objective = nameof(Objective);
    public const string Divergence = nameof(Divergence);
    public const string Catalogue = nameof(Catalogue);
    public const string TestedDeclaration = nameof(TestedDeclaration);
    public const string Tests = nameof(Tests);

    public static readonly IReadOnlyList<string> All = [Declaration, DivergenceDeclaration, Objective, Divergence, Catalogue, TestedDeclaration, Tests];
}
