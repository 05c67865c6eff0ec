using Gan.Generators.Declarations;
using Gan.Generators.Tests.Generation;

namespace Gan.Generators.Tests.Robustness;

/// <summary>Objectives with hyperparameters m and s, by their formulas.</summary>
internal static class Declared
{
    /// <summary>Both formulas of the pair are the same.</summary>
    public static ObjectiveDeclaration Pair(string formula)
    {
        var compilation = GeneratorRun.CompilationOf(Source("Mine", formula));
        return ObjectiveDeclarationReader.Read(compilation.GetTypeByMetadataName("Mine")!, compilation, CancellationToken.None)!;
    }

    /// <summary>What speaks of a batch is each of the three losses.</summary>
    public static string Source(string name, string formula) => $$"""
        [Gan.Dsl.GanObjective({{(formula.Contains("fake") ? $"Real = \"{formula}\", Fake = \"{formula}\", Generator = \"{formula}\"" : $"FD = \"{formula}\", FG = \"{formula}\"")}})]
        public sealed partial class {{name}}
        {
            [Gan.Dsl.Hyperparameter(Min = 0)] public double M { get; init; } = 1;
            [Gan.Dsl.Hyperparameter(Min = 0)] public double S { get; init; } = 1;
        }
        """;
}
