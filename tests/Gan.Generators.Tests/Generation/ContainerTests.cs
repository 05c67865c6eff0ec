namespace Gan.Generators.Tests.Generation;

/// <summary>Whatever stands around a declaration, and whatever its names, the generated part compiles without a warning.</summary>
public sealed class ContainerTests
{
    private const string Attributes = "[global::Gan.Dsl.GanObjective(FD = \"softplus(t)\", FG = \"t\")] [global::Gan.Dsl.R1(Gamma = 10)]";

    [Theory]
    [InlineData($"{Attributes} public sealed partial class Plain;", "Plain")]
    [InlineData($"namespace A.B; {Attributes} public partial class Scoped;", "A.B.Scoped")]
    [InlineData($"namespace A {{ namespace B {{ {Attributes} internal partial class Block; }} }}", "A.B.Block")]
    [InlineData($"namespace A; {Attributes} public sealed partial record Value(double X = 1);", "A.Value")]
    [InlineData($"namespace A; {Attributes} public partial class Generic<T, @class> where T : struct;", "A.Generic`2")]
    [InlineData($"namespace A; public partial class Outer<T> {{ public partial struct Middle {{ {Attributes} private sealed partial class Inner<U>; }} }}", "A.Outer`1+Middle+Inner`1")]
    [InlineData($"public partial interface IOuter {{ partial record struct R {{ partial record Q {{ {Attributes} partial class In; }} }} }}", "IOuter+R+Q+In")]
    [InlineData($"namespace @namespace.@event; {Attributes} public partial class @class;", "namespace.event.class")]
    [InlineData($"{Attributes} public partial class @record;", "record")]
    [InlineData($"{Attributes} partial class @file;", "file")]
    [InlineData($"namespace Gan.Dsl.Mine; {Attributes} public partial class Torch;", "Gan.Dsl.Mine.Torch")]
    [InlineData($"namespace System.Gan; {Attributes} public partial class Tensor;", "System.Gan.Tensor")]
    [InlineData($"{Attributes} public partial class Größe;", "Größe")]
    public void EveryContainerCompiles(string source, string metadataName)
    {
        var run = GeneratorRun.Over(source);
        Assert.Equal([metadataName + ".g.cs"], run.Sources.Keys);
    }

    [Fact]
    public void TwoTypesOfOneNameInTwoNamespacesGetTwoFiles()
        => Assert.Equal(
            ["A.Same.g.cs", "B.Same.g.cs"],
            GeneratorRun.Over($"namespace A {{ {Attributes} public partial class Same; }} namespace B {{ {Attributes} public partial class Same; }}").Sources.Keys);

    [Fact]
    public void UserTypesNamedAsOursStandInNobodysWay()
        => GeneratorRun.Over($$"""
            namespace A;
            public class Gan; public class TorchSharp; public class System; public class ObjectiveInfo; public class Tensor;
            {{Attributes}} public sealed partial class Mine;
            """);

    [Fact]
    public void PartsInSeveralFilesMakeOneObjective()
    {
        var run = GeneratorRun.Over(
            "namespace A; [Gan.Dsl.GanObjective(FD = \"max(0, margin + t)\", FG = \"t\")] public sealed partial class Split;",
            "namespace A; partial class Split { [Gan.Dsl.Hyperparameter] public double Margin { get; init; } = 1; }",
            "namespace A; [Gan.Dsl.R1] partial class Split;");
        var source = run.Sources["A.Split.g.cs"];
        Assert.Contains("this.@Margin", source, StringComparison.Ordinal);
        Assert.Contains("R1Penalty(", source, StringComparison.Ordinal);
    }
}
