extern alias Dsl;

using PublicApiGenerator;

namespace Gan.Generators.Tests.Architecture;

/// <summary>
/// What other code is compiled against. A change shows here as a difference to accept knowingly: GANDSL_ACCEPT=1.
/// The objectives of the catalogue have the members of one another: their snapshots are beside the generator's tests.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly HashSet<Type> s_catalogue = [typeof(Gan.Runtime.Objectives), .. Gan.Runtime.Objectives.All.Select(static objective => objective.GetType())];

    [Fact]
    public void OfTheRuntime() => Verify(typeof(Gan.Runtime.IGanObjective), "Gan.Runtime");

    [Fact]
    public void OfExperiments() => Verify(typeof(Gan.Experiments.Experiment), "Gan.Experiments");

    [Fact]
    public void OfTheAttributes() => Verify(typeof(Dsl::Gan.Dsl.R1Attribute), "Gan.Dsl");

    private static void Verify(Type type, string name)
    {
        var surface = type.Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false, IncludeTypes = [.. type.Assembly.GetExportedTypes().Where(exported => !s_catalogue.Contains(exported))] });
        Golden.Golden.Verify(surface.ReplaceLineEndings("\n"), name, "txt", member: "PublicSurface");
    }
}
