using Gan.Generators.Declarations;
using Gan.Generators.Emission;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators;

/// <summary>What both generators do with declarations: read each type once, write what came of it, report what failed on it.</summary>
internal static class Pipeline
{
    /// <summary>What <paramref name="read"/> makes of each type with the attribute. A type with the attribute on two of its parts, an error of its own, is read once.</summary>
    public static IncrementalValuesProvider<Outcome<T>> Read<T>(
        this IncrementalGeneratorInitializationContext context, string attribute, Func<INamedTypeSymbol, Compilation, CancellationToken, T?> read)
        where T : class
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (context, cancellation) => HasFirst(context)
                    ? Outcome<T>.Of(() => read((INamedTypeSymbol)context.TargetSymbol, context.SemanticModel.Compilation, cancellation), exception => Failure.Of((INamedTypeSymbol)context.TargetSymbol, exception))
                    : new(null))
            .Where(static outcome => outcome != new Outcome<T>(null));

    /// <summary>The values, without what failed.</summary>
    public static IncrementalValuesProvider<T> Values<T>(this IncrementalValuesProvider<Outcome<T>> outcomes)
        where T : class
        => outcomes.Where(static outcome => outcome.Value is not null).Select(static (outcome, _) => outcome.Value!);

    public static void Emit(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Outcome<GeneratedSource>> sources)
    {
        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            if (source.Value is { } file)
                output.AddSource(file.HintName, file.Text);
        });
        context.Report(sources);
    }

    /// <summary>Reports what failed. Only then the compilation is asked for, so that an edit elsewhere re-runs nothing.</summary>
    public static void Report<T>(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Outcome<T>> outcomes)
        where T : class
        => context.RegisterSourceOutput(
            outcomes.Where(static outcome => outcome.Failure is not null).Select(static (outcome, _) => outcome.Failure!).Combine(context.CompilationProvider),
            static (output, pair) => output.ReportDiagnostic(Diagnostic.Create(Descriptors.CompilerFailed, pair.Left.LocationIn(pair.Right), pair.Left.Name, pair.Left.What)));

    /// <summary>Whether the type's first attribute of the kind stands in this part.</summary>
    private static bool HasFirst(GeneratorAttributeSyntaxContext context)
    {
        var attribute = context.Attributes[0].AttributeClass;
        var first = context.TargetSymbol.GetAttributes().First(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, attribute)).ApplicationSyntaxReference;
        return first?.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span);
    }
}
