using Gan.Generators.Declarations;

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

    /// <summary>The compiler refuses two generated files whose names differ in case alone.</summary>
    [Theory]
    [InlineData($"{Attributes} public partial class Mine; {Attributes} public partial class MINE;", "MINE-f.g.cs", "Mine-8.g.cs")]
    [InlineData($"namespace A {{ {Attributes} public partial class B; }} namespace a {{ {Attributes} public partial class B; }}", "A.B-5.g.cs", "a.B-1.g.cs")]
    [InlineData($"partial class Outer {{ {Attributes} public partial class In; }} partial class OUTER {{ {Attributes} public partial class In; }}", "OUTER+In-fa.g.cs", "Outer+In-82.g.cs")]
    [InlineData($"{Attributes} public partial class Mine; {Attributes} public partial class MINE<T>;", "MINE`1.g.cs", "Mine.g.cs")]
    [InlineData($"{Attributes} public partial class Mine; public class MINE;", "Mine-8.g.cs")]
    public void TypesWhoseNamesDifferInCaseGetFilesOfTheirOwn(string source, params string[] expected)
        => Assert.Equal(expected, GeneratorRun.Over(source).Sources.Keys);

    /// <summary>A member that clashes with a generated one is found, however the file it stands in is called.</summary>
    [Theory]
    [InlineData("Mine", "class MINE;")]
    [InlineData("Mine", "")]
    public void MembersOfTheUsersOwnAreToldFromGeneratedOnes(string name, string other)
    {
        var run = GeneratorRun.Over($"{Attributes} public partial class {name} {{ public int Own => 1; }} {other}");
        var type = run.Output.GetTypeByMetadataName(name)!;
        Assert.NotEmpty(type.GetMembers("Info"));
        Assert.Equal(["Own"], TypeShapeReader.UserMembersOf(type).Select(static member => member.Name));
        Assert.False(HintNames.IsGenerated($"/home/me/{name}.g.cs"));
    }

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
