using Gan.Runtime;

namespace Gan.Generators.Tests.Generation;

/// <summary>The structs that hold an objective's formulas, and the members that pass them to the runtime.</summary>
public sealed class FormulaStructTests
{
    [Fact]
    public void HyperparametersMayHaveTheNamesOfWhatIsWritten()
    {
        string[] names = ["Slope", "SlopeValue", "Loss", "Unit", "Logit", "Record", "Field", "X", "R", "Evaluate"];
        var source = GeneratorRun.Over($$"""
            using Gan.Dsl;
            [GanObjective(FD = "square(t - slope) + slopeValue * t + loss * unit + logit * record + field + x + r * softplus(t) + evaluate", FG = "softplus(t)")]
            public partial class Mine { {{string.Concat(names.Select(static name => $"[Hyperparameter] public double {name} {{ get; init; }} = 1; "))}} }
            """).Sources["Mine.g.cs"];
        Assert.Contains("double slopeValueValue", source, StringComparison.Ordinal);
        Assert.Contains("double @record", source, StringComparison.Ordinal);
        Assert.Contains("double lossValue", source, StringComparison.Ordinal);
        Assert.Contains(" => r;", source, StringComparison.Ordinal);
    }

    [Fact]
    public void TypesOfTheUsersOwnMayHaveTheirNames()
        => GeneratorRun.Over("""
            namespace A;
            public partial class Outer
            {
                [Gan.Dsl.GanObjective(FD = "softplus(t)", FG = "t")] public partial class Mine;
                public class MineReal; public class MineFake; public class MineGenerator;
            }
            public class MineReal;
            """);

    [Theory]
    [InlineData("", "MineReal MineFake")]
    [InlineData(", Coupling = Gan.Dsl.Coupling.Relativistic", "MineDiscriminator MineGenerator")]
    [InlineData(", Coupling = Gan.Dsl.Coupling.RelativisticAverage", "MineReal MineFake")]
    public void FormulasThatAreEqualAreOneStruct(string coupling, string expected)
        => Assert.Equal(expected, StructsOf($"[Gan.Dsl.GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\"{coupling})] public partial class Mine;"));

    [Fact]
    public void FormulasThatDifferAreStructsOfTheirOwn()
        => Assert.Equal(
            "MineReal MineFake MineGeneratorReal MineGeneratorFake",
            StructsOf("[Gan.Dsl.GanObjective(FD = \"softplus(t)\", FG = \"square(t + 1)\", Coupling = Gan.Dsl.Coupling.RelativisticAverage)] public partial class Mine;"));

    [Fact]
    public void HyperparametersAreCheckedBeforeAnythingIsComputed()
    {
        var source = GeneratorRun.Over("""
            [Gan.Dsl.GanObjective(FD = "max(0, loss + t)", FG = "scale * t")]
            public partial class Mine
            {
                [Gan.Dsl.Hyperparameter(Min = 0)] public double Loss { get; init; } = 1;
                [Gan.Dsl.Hyperparameter(Default = 1)] public partial double Scale { get; init; }
            }
            """).Sources["Mine.g.cs"];
        Assert.Contains("ISeparateObjective.Real => global::Gan.Runtime.LogitLoss.Of(new global::MineReal(this.@Loss));", source, StringComparison.Ordinal);
        Assert.Contains("private readonly double lossValue = global::Gan.Runtime.HyperparameterChecks.InRange(lossValue, \"Loss\", 0.0, double.PositiveInfinity, false);", source, StringComparison.Ordinal);
        // A partial property was checked when it was set.
        Assert.Contains("private readonly double scale = scale;", source, StringComparison.Ordinal);
    }

    [Fact]
    public void AHyperparameterOutOfItsRangeIsNamed()
        => Assert.Equal("S", Assert.Throws<ArgumentOutOfRangeException>(static () => new LeastSquares { S = -1 }.DiscriminatorRealLoss(null!)).ParamName);

    [Fact]
    public void APathThatIsNoneIsRefused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(static () => new Hinge { LossPath = (LossPath)7 });
        Assert.Equal("LossPath", error.ParamName);
        Assert.StartsWith("LossPath must be Automatic, Kernel or Composed.", error.Message, StringComparison.Ordinal);
        Assert.Equal(LossPath.Kernel, new Hinge { LossPath = LossPath.Kernel }.LossPath);
        Assert.Equal(LossPath.Automatic, new Hinge().LossPath);
    }

    [Fact]
    public void APathTellsNoObjectivesApart()
    {
        var (one, other) = (new Hinge { LossPath = LossPath.Kernel }, new Hinge { LossPath = LossPath.Composed });
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal("Hinge", one.ToString());
        // A record compares its fields.
        Assert.Equal(new LossPathChoice(LossPath.Kernel), new LossPathChoice(LossPath.Composed));
        Assert.Equal(new LossPathChoice(LossPath.Kernel).GetHashCode(), default(LossPathChoice).GetHashCode());
    }

    private static string StructsOf(string source)
        => string.Join(" ", GeneratorRun.Over(source).Sources["Mine.g.cs"].Split('\n')
            .Where(static line => line.StartsWith("file readonly struct ", StringComparison.Ordinal))
            .Select(static line => line.Split(' ')[3]));
}
