namespace Gan.Generators.Tests.Generation;

/// <summary>The generated source of the catalogue, to be read in review: all of it for one objective of each shape, and of the others what is their own.</summary>
public sealed class CatalogueSnapshots
{
    private const string Prefix = "Gan.Runtime.", Suffix = ".g.cs";

    /// <summary>A separate objective with a penalty, one of a divergence, of pairs, of averages; and the catalogue.</summary>
    private static readonly string[] s_shapes = ["LogisticR1", "JensenShannon", "RelativisticPair", "RelativisticAverageHinge", "Objectives-Catalogue"];

    private static readonly Lazy<GeneratorRun> s_run = new(static () => GeneratorRun.Of(RuntimeSources.Compilation()));

    public static TheoryData<string> Shapes => [.. s_shapes];

    public static TheoryData<string> Others => [.. s_run.Value.Sources.Keys.Select(static name => name[Prefix.Length..^Suffix.Length]).Except(s_shapes)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void GeneratedSource(string name) => Golden.Golden.Verify(s_run.Value.Sources[Prefix + name + Suffix], Prefix + name);

    [Theory]
    [MemberData(nameof(Others))]
    public void OwnPartsOf(string name) => Golden.Golden.Verify(OwnParts.Of(s_run.Value.Sources[Prefix + name + Suffix]), name);

    [Fact]
    public void TheRuntimeCompilesWithWhatIsGenerated() => GeneratorRun.AssertCompiles(s_run.Value.Output);

    [Fact]
    public void EmittedTestsOfLogisticR1()
    {
        var run = GeneratorRun.Over("[assembly: Gan.Dsl.GanObjectiveTests(typeof(Gan.Runtime.LogisticR1))]");
        Golden.Golden.Verify(run.Sources["Gan.Runtime.LogisticR1-Tests.g.cs"], "LogisticR1");
    }

    [Fact]
    public void AllInTakesEveryObjectiveOfTheCatalogue()
    {
        var run = GeneratorRun.Over("[assembly: Gan.Dsl.GanObjectiveTests(AllIn = typeof(Gan.Runtime.Objectives))]");
        var expected = Gan.Runtime.Objectives.All.Select(static objective => $"Gan.Runtime.{objective.Info.Name}-Tests.g.cs").Order(StringComparer.Ordinal);
        Assert.Equal(expected, run.Sources.Keys);
    }
}
