using Microsoft.CodeAnalysis;

namespace Gan.Benchmarks;

/// <summary>
/// The least that a generator of attributed classes can do at an edit: Roslyn finds them, builds their symbols in the new compilation
/// and binds their attributes, and nothing is made of it. What any other generator costs beyond this is its own.
/// </summary>
internal sealed class AttributesAlone : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in new[] { "Gan.Dsl.GanObjectiveAttribute", "Gan.Dsl.FDivergenceAttribute" })
        {
            var counts = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (_, _) => true,
                static (context, _) => context.TargetSymbol.GetAttributes().Sum(static a => a.ConstructorArguments.Length + a.NamedArguments.Length));
            context.RegisterSourceOutput(counts, static (_, _) => { });
        }
    }
}
