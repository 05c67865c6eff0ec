using Sign = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.SignFix>;

namespace Gan.CodeFixes.Tests;

/// <summary>What the theory refuses is written as it was meant, inside its string.</summary>
public sealed class SignFixTests
{
    [Theory]
    [InlineData("FD = \"{|GAN070:softplus(-t)|}\", FG = \"softplus(t)\"", "FD = \"softplus(t)\", FG = \"softplus(t)\"")]
    [InlineData("FD = \"softplus(t)\", FG = \"{|GAN072:softplus(-t)|}\"", "FD = \"softplus(t)\", FG = \"softplus(t)\"")]
    [InlineData("FD = \"softplus(t)\", FG = \"{|GAN074:-softplus(-t)|}\"", "FD = \"softplus(t)\", FG = \"softplus(t)\"")]
    [InlineData("Real = @\"{|GAN071:-pow(t - 1, 2)|}\", Fake = \"t * t\", Generator = \"-t\"", "Real = @\"square(t - 1)\", Fake = \"t * t\", Generator = \"-t\"")]
    [InlineData("Real = \"{|GAN077:-log(t)|}\", Fake = \"softplus(t)\", Generator = \"softplus(-t)\"", "Real = \"softplus(-t)\", Fake = \"softplus(t)\", Generator = \"softplus(-t)\"")]
    [InlineData("FD = \"{|GAN077:-log(clamp(1 - t, 1e-7, 1))|}\", FG = \"t\"", "FD = \"softplus(t)\", FG = \"t\"")]
    [InlineData("FD = \"\"\"\n    {|GAN071:-pow(1 - t,\n      2)|}\n    \"\"\", FG = \"t\"", "FD = \"\"\"\n    square(t + 1)\n    \"\"\", FG = \"t\"")]
    public Task Inside_the_literal(string formulas, string mended) => Sign.Verify(Declared(formulas), Declared(mended));

    [Theory]
    [InlineData("FD = {|GAN070:Formulas.Reversed|}, FG = \"t\"", "FD = \"softplus(t)\", FG = \"t\"")]
    [InlineData("FD = \"softplus\", FG = \"{|GAN072:soft\" + \"plus(-t)|}\"", "FD = \"softplus\", FG = \"softplus(t)\"")]
    public Task A_literal_in_place_of_what_is_none(string formulas, string mended) => Sign.Verify(Declared(formulas), Declared(mended));

    [Theory]
    [InlineData("FD = \"{|GAN071:pow(t, 3) - t * t * t * t|}\", FG = \"t\"")]
    [InlineData("FD = \"\"\"\n    max(0,\n      1 + t)\n    \"\"\", FG = \"{|GAN074:-exp(-t)|}\"")]
    public Task Nothing_is_proved_to_mend_it_or_fits_into_the_literal(string formulas) => Sign.VerifyNone(Declared(formulas));

    [Theory]
    [InlineData("\"u * log(u) - (u + 1) * log((u + 1) / 2)\"", "\"u * log(u) - (u + 1) * log((u + 1) / 2)\", NonSaturating = true")]
    [InlineData("\"u * log(u) - (u + 1) * log((u + 1) / 2)\", NonSaturating = false", "\"u * log(u) - (u + 1) * log((u + 1) / 2)\", NonSaturating = true")]
    public Task The_choice_of_an_f_divergence(string arguments, string mended) => Sign.Verify(
        $"[{{|GAN074:FDivergence({arguments})|}}] [R1] public sealed partial class Mine;",
        $"[FDivergence({mended})] [R1] public sealed partial class Mine;");

    /// <summary>The same divergence with a gradient: max(u, 1) − 1 = ½|u − 1| + ½(u − 1).</summary>
    [Fact]
    public Task A_divergence_without_a_gradient() => Sign.Verify(
        "[FDivergence(\"{|GAN079:max(u, 1) - 1|}\")] [R1] public sealed partial class Mine;",
        "[FDivergence(\"0.5 * abs(u - 1)\")] [R1] public sealed partial class Mine;",
        ignored: "GAN074");

    /// <summary>Where the other choice saturates too there is nothing to take.</summary>
    [Fact]
    public Task No_choice_of_an_f_divergence_that_saturates_too() => Sign.VerifyNone("[{|GAN074:FDivergence(\"0.5 * abs(u - 1)\")|}] [R1] public sealed partial class Mine;");

    [Fact]
    public Task Cross_entropy_of_probabilities_at_once() => Sign.Verify(
        """[GanObjective(Real = "{|GAN077:-log(t)|}", Fake = "{|GAN077:-log(1 - t)|}", Generator = "{|GAN077:-log(t + 1e-8)|}")] [R1] partial class Mine;""",
        """[GanObjective(Real = "softplus(-t)", Fake = "softplus(t)", Generator = "softplus(-t)")] [R1] partial class Mine;""",
        iterations: 3);

    [Fact]
    public Task All_objectives_at_once() => Sign.Verify(
        """
        [GanObjective(FD = "{|GAN071:-log(1 + exp(-t))|}", FG = "softplus(t)")] [R1] partial class First;
        [GanObjective(FD = "max(0, 1 + t)", FG = "{|GAN072:-t|}")] [R1] partial class Second;
        [GanObjective(FD = "max(0, 1 + t)", FG = "{|GAN072:-2 * t|}")] [R1] partial class Third;
        """,
        """
        [GanObjective(FD = "softplus(t)", FG = "softplus(t)")] [R1] partial class First;
        [GanObjective(FD = "max(0, 1 + t)", FG = "t")] [R1] partial class Second;
        [GanObjective(FD = "max(0, 1 + t)", FG = "2 * t")] [R1] partial class Third;
        """,
        iterations: 3);

    private static string Declared(string formulas) => $$"""
        [GanObjective({{formulas}})]
        [R1]
        public sealed partial class Mine;
        static class Formulas { public const string Reversed = "softplus(-t)"; }
        """;
}
