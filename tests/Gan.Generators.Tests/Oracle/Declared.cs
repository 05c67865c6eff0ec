using Gan.Generators.Declarations;
using Gan.Generators.Objectives;
using Gan.Generators.Oracle;
using Gan.Generators.Rules;
using Gan.Generators.Tests.Generation;

namespace Gan.Generators.Tests.Oracle;

/// <summary>Objectives compiled from source, for tests that look at what came of them.</summary>
internal static class Declared
{
    /// <summary>The class <c>Mine</c> with this attribute.</summary>
    public static CompiledObjective Objective(string attributes, string members = "")
    {
        var compilation = GeneratorRun.CompilationOf(Source(attributes, members));
        var type = compilation.GetTypeByMetadataName("Mine")!;
        return ObjectiveCompiler.Compile(ObjectiveDeclarationReader.Read(type, compilation, default)!)!;
    }

    public static string Source(string attributes, string members = "") => $$"""using Gan.Dsl; {{attributes}} public sealed partial class Mine { {{members}} }""";

    public static LossOracles Oracles(string attributes, string members = "") => LossOracles.Of(Objective(attributes, members));
}
