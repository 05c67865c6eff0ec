using Replacement = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.ReplacementFix>;
using Sign = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.SignFix>;

namespace Gan.CodeFixes.Tests;

/// <summary>Slips that stand in print: whoever copies one is told, and led to what was meant.</summary>
public sealed class SlipTests
{
    /// <summary>The least squares losses in a table headed "all are minimised", with minus signs before (D(x) − 1)² and before G's term.</summary>
    [Fact]
    public Task Least_squares_with_minus_signs() => Sign.Verify(
        Losses("{|GAN071:-pow(t - 1, 2)|}", "pow(t, 2)", "-pow(t - 1, 2)"),
        Losses("square(t - 1)", "pow(t, 2)", "square(t - 1)"),
        rounds: 2);

    /// <summary>f(u) = −log(1 + e⁻ᵘ) is of the form that D maximises.</summary>
    [Fact]
    public Task The_logistic_function_of_the_form_that_is_maximised() => Sign.Verify(
        "[GanObjective(FD = \"{|GAN071:-log(1 + exp(-t))|}\", FG = \"softplus(t)\")] [R1] partial class Mine;",
        "[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")] [R1] partial class Mine;");

    /// <summary>G's hinge loss is −E[D(G(z))]: G never sees x. What is left is a formula of the logit; written for a pair its sign is still to be turned.</summary>
    [Fact]
    public async Task The_generator_of_real_samples()
    {
        await Replacement.Verify(
            Losses("max(0, 1 - t)", "max(0, 1 + t)", "-{|GAN022:E[D(G(x))]|}"),
            Losses("max(0, 1 - t)", "max(0, 1 + t)", "-t"));
        await Replacement.Verify(Pair("-{|GAN022:D(G(x))|}"), Pair("-t"));
        await Sign.Verify(Pair("{|GAN072:-t|}"), Pair("t"));
    }

    private static string Losses(string real, string fake, string generator)
        => $"[GanObjective(Real = \"{real}\", Fake = \"{fake}\", Generator = \"{generator}\")] [R1] partial class Mine;";

    private static string Pair(string generator) => $"[GanObjective(FD = \"max(0, 1 + t)\", FG = \"{generator}\")] [R1] partial class Mine;";
}
