using Microsoft.CodeAnalysis;

namespace Gan.Generators.Tests.Generation;

/// <summary>What an edit re-runs.</summary>
public sealed class CachingTests
{
    private const string First = "namespace A; [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] [Gan.Dsl.WeightClip] public partial class First;";
    private const string Second = "namespace A; [Gan.Dsl.GanObjective(FD = \"exp(t)\", FG = \"t\")] [Gan.Dsl.R1] public partial class Second;";

    [Fact]
    public void ACommentElsewhereEmitsNothingAgain()
        => Assert.All(ReasonsAfter([First, Second, "class Other;"], [First, Second, "// a comment\nclass Other;"], TrackingNames.Objective), AssertNotRun);

    [Fact]
    public void ACommentInTheDeclarationsOwnFileEmitsNothingAgain()
        => Assert.All(ReasonsAfter([First], ["// a comment\n" + First], TrackingNames.Objective), AssertNotRun);

    [Fact]
    public void ASecondObjectiveDoesNotTouchTheFirst()
        => Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.New],
            ReasonsAfter([First], [First, Second], TrackingNames.Objective).Select(static r => r == IncrementalStepRunReason.Unchanged ? IncrementalStepRunReason.Cached : r));

    [Fact]
    public void AChangedFormulaEmitsAgainOnlyItsObjective()
    {
        var reasons = ReasonsAfter([First, Second], [First, Second.Replace("exp(t)", "softplus(t)")], TrackingNames.Objective);
        AssertNotRun(reasons[0]);
        Assert.Equal(IncrementalStepRunReason.Modified, reasons[1]);
    }

    private const string Method = "namespace A; [Gan.Dsl.GanObjective(FD = \"F\", FG = \"t\")] partial class Mine { [Gan.Dsl.LossFunction] static double F(double t) => K.Half * t; }";

    [Theory]
    [InlineData("/* a comment */ return K.Half * t;", false)]
    [InlineData("return K.Half * t + 1;", true)]
    public void ALossFunctionIsItsFormula(string body, bool again)
    {
        const string constants = "namespace A; static class K { public const double Half = 0.5; }";
        var changed = "// a comment\n" + Method.Replace("=> K.Half * t;", $"{{ {body} }}");
        Assert.Equal(again, ReasonsAfter([Method, constants], [changed, constants], TrackingNames.Objective).Single() == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void AConstantElsewhereIsPartOfALossFunction()
        => Assert.Equal(
            [IncrementalStepRunReason.Modified],
            ReasonsAfter(
                [Method, "namespace A; static class K { public const double Half = 0.5; }"],
                [Method, "namespace A; static class K { public const double Half = 0.25; }"],
                TrackingNames.Objective));

    private static void AssertNotRun(IncrementalStepRunReason reason)
        => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged });

    private static IncrementalStepRunReason[] ReasonsAfter(string[] before, string[] after, string step)
    {
        var first = GeneratorRun.Of(GeneratorRun.CompilationOf(before));
        var second = first.Driver.RunGenerators(GeneratorRun.CompilationOf(after));
        return [.. GeneratorRun.StepsOf(second)[step].SelectMany(static s => s.Outputs).Select(static o => o.Reason)];
    }
}
