namespace Gan.Generators.Tests.Generation;

public sealed class HyperparameterGenerationTests
{
    [Theory]
    [InlineData("record", "", true, false)]
    [InlineData("record", "public override string ToString() => \"\";", false, false)]
    [InlineData("class", "", true, true)]
    [InlineData("class", "public override string ToString() => \"\";", false, true)]
    [InlineData("class", "public override bool Equals(object? other) => true; public override int GetHashCode() => 0;", true, false)]
    public void WhatTheUserOrARecordHasIsNotWritten(string keyword, string members, bool writesToString, bool writesEquals)
    {
        var source = GeneratorRun.Over($"[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial {keyword} Mine {{ {members} }}").Sources["Mine.g.cs"];
        Assert.Equal(writesToString, source.Contains("override string ToString", StringComparison.Ordinal));
        Assert.Equal(writesEquals, source.Contains("override bool Equals", StringComparison.Ordinal));
        Assert.Equal(writesEquals, source.Contains("override int GetHashCode", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public partial double Margin { get; init; }", "init => field =")]
    [InlineData("internal partial double Margin { get; private set; }", "private set => field =")]
    [InlineData("public required partial double @Margin { get; init; }", null)]
    [InlineData("public virtual partial double Margin { set; get; }", "set => field =")]
    [InlineData("public partial double Margin { get; }", null)]
    [InlineData("public partial float Margin { get; init; }", null)]
    [InlineData("public static partial double Margin { get; set; }", null)]
    public void APartialPropertyGetsItsOtherPartWhateverItsForm(string property, string? setter)
    {
        var source = GeneratorRun.Over($$"""
            [Gan.Dsl.GanObjective(FD = "max(0, margin + t)", FG = "t")]
            public partial class Mine { [Gan.Dsl.Hyperparameter(Default = 2, Min = 1)] {{property}} }
            """).Sources["Mine.g.cs"];
        Assert.Contains(setter ?? "throw new global::System.InvalidOperationException", source, StringComparison.Ordinal);
        Assert.Equal(setter is not null, source.Contains("} = 2.0;", StringComparison.Ordinal));
    }

    [Fact]
    public void APartialPropertyThatTheUserImplementsIsLeftToThem()
    {
        var source = GeneratorRun.Over("""
            [Gan.Dsl.GanObjective(FD = "max(0, margin + t)", FG = "t")]
            public partial class Mine
            {
                [Gan.Dsl.Hyperparameter(Default = 2)] public partial double Margin { get; init; }
                public partial double Margin { get => field; init => field = value; } = 2;
            }
            """).Sources["Mine.g.cs"];
        Assert.Contains("HyperparameterChecks.InRange(margin, \"Margin\"", source, StringComparison.Ordinal);
        Assert.DoesNotContain("partial double", source, StringComparison.Ordinal);
    }

    /// <summary>C# allows an initialiser on one of the two parts.</summary>
    [Fact]
    public void APartialPropertyWithAnInitialiserStartsFromIt()
    {
        const string objective = """
            namespace A;
            [Gan.Dsl.GanObjective(FD = "t", FG = "t")] [Gan.Dsl.R1(WeightFrom = "Lambda")]
            public sealed partial class Mine { [Gan.Dsl.Hyperparameter(Min = 0)] public partial double Lambda { get; init; } = 2; }
            """;
        var source = GeneratorRun.Over(objective).Sources["A.Mine.g.cs"];
        Assert.Contains("init => field = ", source, StringComparison.Ordinal);
        Assert.DoesNotContain("} = ", source, StringComparison.Ordinal);
        var tests = GeneratorRun.CompilationOf("[assembly: Gan.Dsl.GanObjectiveTests(typeof(A.Mine))]").AddReferences(GeneratorRun.Over(objective).Reference(asProject: true));
        Assert.Contains("InlineData(3.0, 18.0)", GeneratorRun.Of(tests).Sources["A.Mine-Tests.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WeightsOfAReferenceAreKnownByTheirDefaults(bool asProject)
    {
        const string objective = """
            namespace A;
            [Gan.Dsl.GanObjective(FD = "t", FG = "t")] [Gan.Dsl.R1(WeightFrom = "Lambda")]
            public sealed partial class Mine { [Gan.Dsl.Hyperparameter(Min = 0)] public double Lambda { get; init; } = 2; }
            """;
        var tests = GeneratorRun.CompilationOf("[assembly: Gan.Dsl.GanObjectiveTests(typeof(A.Mine))]").AddReferences(GeneratorRun.Over(objective).Reference(asProject));
        Assert.Contains("InlineData(3.0, 18.0)", GeneratorRun.Of(tests).Sources["A.Mine-Tests.g.cs"], StringComparison.Ordinal);
    }
}
