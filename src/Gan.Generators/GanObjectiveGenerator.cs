using Gan.Generators.Declarations;
using Gan.Generators.Emission;
using Gan.Generators.Objectives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators;

/// <summary>
/// Compiles GAN objectives: declaration → losses → source, each step over plain values, so that an edit elsewhere re-runs none of it.
/// Diagnostics are the analyzer's.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class GanObjectiveGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var objectives = Declarations(context, ObjectiveDeclarationReader.AttributeName).WithTrackingName(TrackingNames.Declaration);
        var divergences = Declarations(context, ObjectiveDeclarationReader.DivergenceAttributeName)
            .Where(static declaration => !declaration.Formulas.HasBothAttributes)
            .WithTrackingName(TrackingNames.DivergenceDeclaration);

        Emit(context, objectives.Select(static (declaration, _) => ObjectiveSource(declaration)).WithTrackingName(TrackingNames.Objective));
        Emit(context, divergences.Select(static (declaration, _) => ObjectiveSource(declaration)).WithTrackingName(TrackingNames.Divergence));

        var catalogues = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                CatalogueDeclaration.AttributeName,
                static (node, _) => node is ClassDeclarationSyntax,
                static (context, _) => CatalogueDeclaration.Read((INamedTypeSymbol)context.TargetSymbol))
            .Combine(objectives.Collect().Combine(divergences.Collect()).Select(static (all, _) => all.Left.Concat(all.Right).ToEquatableArray()));

        Emit(context, catalogues
            .Select(static (pair, _) => GeneratedSource.Of(pair.Left.Type, CatalogueEmitter.Emit(pair.Left, pair.Right)))
            .WithTrackingName(TrackingNames.Catalogue));

        var tested = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                TestRequest.AttributeName,
                static (node, _) => node is CompilationUnitSyntax,
                static (context, cancellation) => TestRequest.Read(context.Attributes, context.SemanticModel.Compilation, cancellation))
            .SelectMany(static (declarations, _) => declarations)
            .WithTrackingName(TrackingNames.TestedDeclaration);

        Emit(context, tested.Select(static (declaration, _) => TestSource(declaration)).WithTrackingName(TrackingNames.Tests));
    }

    private static IncrementalValuesProvider<ObjectiveDeclaration> Declarations(IncrementalGeneratorInitializationContext context, string attribute)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (context, cancellation) => ObjectiveDeclarationReader.Read((INamedTypeSymbol)context.TargetSymbol, context.SemanticModel.Compilation, cancellation))
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!);

    private static GeneratedSource? ObjectiveSource(ObjectiveDeclaration declaration)
        => ObjectiveCompiler.Compile(declaration) is { } objective
            ? GeneratedSource.Of(declaration.Type, ObjectiveEmitter.Emit(objective))
            : FallbackEmitter.Emit(declaration) is { } fallback ? GeneratedSource.Of(declaration.Type, fallback) : null;

    private static GeneratedSource? TestSource(ObjectiveDeclaration declaration)
        => ObjectiveCompiler.Compile(declaration) is { } objective
            ? new(declaration.Type.TestHintName, TestEmitter.Emit(objective))
            : null;

    private static void Emit(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedSource?> sources)
        => context.RegisterSourceOutput(sources, static (output, source) =>
        {
            if (source is not null)
                output.AddSource(source.HintName, source.Text);
        });
}

/// <summary>One file to add to the compilation.</summary>
internal sealed record GeneratedSource(string HintName, string Text)
{
    public static GeneratedSource? Of(TypeIdentity type, string text) => new(type.HintName, text);
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
