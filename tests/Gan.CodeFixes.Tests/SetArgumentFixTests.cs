using SetArgument = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.ArgumentFix>;

namespace Gan.CodeFixes.Tests;

/// <summary>Arguments that are set: in their place where they are given, else after the others.</summary>
public sealed class SetArgumentFixTests
{
    [Theory]
    [InlineData("GradientPenalty", "GradientPenalty(Target = 0)")]
    [InlineData("GradientPenalty()", "GradientPenalty(Target = 0)")]
    [InlineData("GradientPenalty(Weight = 5)", "GradientPenalty(Weight = 5, Target = 0)")]
    [InlineData("GradientPenalty(Target = 1, Weight = 5)", "GradientPenalty(Target = 0, Weight = 5)")]
    [InlineData("Dragan", "Dragan(Target = 0)")]
    public Task A_gradient_is_drawn_to_0(string penalty, string mended) => SetArgument.Verify(
        $"[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")]\n[{{|GAN075:{penalty}|}}]\npublic sealed partial class Mine;",
        $"[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")]\n[{mended}]\npublic sealed partial class Mine;");

    /// <summary>A target would contradict the formula.</summary>
    [Fact]
    public Task A_formula_has_no_target() => SetArgument.VerifyNone(
        "[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")]\n[{|GAN075:GradientPenalty(Formula = \"square(n - 1)\")|}]\npublic sealed partial class Mine;");

    private const string Energy = "Real = \"t\", Fake = \"max(0, 3 - t)\", Generator = \"t\"";

    [Theory]
    [InlineData(Energy, Energy + ", Logits = LogitRange.NonNegative")]
    [InlineData("Logits = LogitRange.Real, " + Energy, "Logits = LogitRange.NonNegative, " + Energy)]
    public Task An_energy_is_said_not_to_be_negative(string arguments, string mended) => SetArgument.Verify(
        $"[{{|GAN082:GanObjective({arguments})|}}]\npublic sealed partial class Mine;", $"[GanObjective({mended})]\npublic sealed partial class Mine;");
}
