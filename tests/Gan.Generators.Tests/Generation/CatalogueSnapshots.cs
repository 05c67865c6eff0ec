namespace Gan.Generators.Tests.Generation;

/// <summary>The generated source of every catalogue objective, to be read in review.</summary>
public sealed class CatalogueSnapshots
{
    private static readonly Lazy<GeneratorRun> s_run = new(static () => GeneratorRun.Of(RuntimeSources.Compilation()));

    public static TheoryData<string> GeneratedFiles => [.. s_run.Value.Sources.Keys];

    [Theory]
    [MemberData(nameof(GeneratedFiles))]
    public void GeneratedSource(string hintName)
        => Golden.Golden.Verify(s_run.Value.Sources[hintName], hintName[..^".g.cs".Length]);

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
