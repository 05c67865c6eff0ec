using Gan.Generators.Analyzers;

namespace Gan.Generators.Tests.Rules;

/// <summary>Losses without a value at some logits, most of them of a probability where D returns a logit.</summary>
public sealed class DomainRulesTests
{
    private const string Undefined = "the loss is undefined (NaN)";

    /// <summary>−log σ(t) = softplus(−t) and −log(1 − σ(t)) = softplus(t): −log p and −log(1 − p) of the probability p = σ(t).</summary>
    [Theory]
    [InlineData("Real", "-log(t)", "log(t)", "for t < 0 " + Undefined, "softplus(-t)")]
    [InlineData("Real", "-Math.Log(t)", "log(t)", "for t < 0 " + Undefined, "softplus(-t)")]
    [InlineData("Real", "-log(t + 1e-8)", "log(t + 1E-08)", "for t < -1E-08 " + Undefined, "softplus(-t)")]
    [InlineData("Real", "-log(clamp(t, 1e-7, 1))", "log(min(max(t, 1E-07), 1))", "for t < 1E-07 the loss has no gradient", "softplus(-t)")]
    [InlineData("Real", "-log(max(1e-3, t))", "log(max(0.001, t))", "for t < 0.001 the loss has no gradient", "softplus(-t)")]
    [InlineData("Real", "-log(1 - t)", "log(1 - t)", "for t > 1 " + Undefined, "softplus(-t)")]
    [InlineData("Real", "-square(1 - t) * log(t)", "log(t)", "for t < 0 " + Undefined, "softplus(-t) * square(sigmoid(-t))")]
    [InlineData("Real", "log((1 - t) / t)", "log((1 - t) / t)", "for t < 0 " + Undefined, "-softplus(t) + softplus(-t)")]
    [InlineData("Fake", "-log(1 - t)", "log(1 - t)", "for t > 1 " + Undefined, "softplus(t)")]
    [InlineData("Fake", "-log1p(-t)", "log1p(-t)", "for t > 1 " + Undefined, "softplus(t)")]
    [InlineData("Fake", "-log(1 - t + 1e-8)", "log(1 - t + 1E-08)", "for t > 1 " + Undefined, "softplus(t)")]
    [InlineData("Fake", "-log(clamp(1 - t, 1e-7, 1))", "log(min(max(1 - t, 1E-07), 1))", "for t < 0 the loss has no gradient", "softplus(t)")]
    [InlineData("Generator", "-log(t)", "log(t)", "for t < 0 " + Undefined, "softplus(-t)")]
    [InlineData("Generator", "log(1 - t)", "log(1 - t)", "for t > 1 " + Undefined, "-softplus(t)")]
    [InlineData("FD", "-log(1 - t)", "log(1 - t)", "for t > 1 " + Undefined, "softplus(t)")]
    [InlineData("FD", "-log(t)", "log(t)", "for t < 0 " + Undefined, "softplus(t)")]
    [InlineData("FG", "-log(1 - t)", "log(1 - t)", "for t > 1 " + Undefined, "softplus(t)")]
    public void A_probability_where_the_logit_belongs(string argument, string formula, string logarithm, string consequence, string proposal)
        => Assert.Equal(
            [$"'{logarithm}' takes t for a probability, but D returns a logit, which is any real number: {consequence}; with the probability sigmoid(t) it is {argument} = \"{proposal}\""],
            Verify(Among(argument, $"{{|GAN077:{formula}|}}")));

    [Fact]
    public void A_method_in_C_sharp() => Verify(
        """[GanObjective(Real = "{|GAN077:Loss(t)|}", Fake = "softplus(t)", Generator = "softplus(-t)")]""",
        "public sealed partial class Mine { [LossFunction] static double Loss(double t) => -System.Math.Log(t); }");

    [Fact]
    public void A_hyperparameter_in_the_exponent()
        => Assert.EndsWith("it is Real = \"pow(sigmoid(-t), gamma) * softplus(-t)\"", Assert.Single(Verify(
            """[GanObjective(Real = "{|GAN077:-pow(1 - t, gamma) * log(t)|}", Fake = "softplus(t)", Generator = "softplus(-t)")]""",
            "public sealed partial class Mine { [Hyperparameter(Min = 0)] public double Gamma { get; init; } = 2; }")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Real", "sqrt(t - 101)", "sqrt(t - 101)", "for t < 101")]
    [InlineData("Real", "-log(2 + t)", "log(t + 2)", "for t < -2")]
    [InlineData("Fake", "pow(t, 0.5)", "sqrt(t)", "for t < 0")]
    [InlineData("Fake", "sqrt(t * t - 1)", "sqrt(square(t) - 1)", "for -1 < t < 1")]
    [InlineData("Generator", "log(-square(t) - 1)", "log(-square(t) - 1)", "for every t")]
    [InlineData("FG", "-log(2 - t)", "log(-t + 2)", "for t > 2")]
    public void A_loss_without_a_value(string argument, string formula, string part, string where)
        => Assert.Equal([$"'{part}' is undefined (NaN) {where}, but D may return any real number: write a formula that has a value there"], Verify(Among(argument, $"{{|GAN086:{formula}|}}")));

    [Fact]
    public void A_divergence_without_a_value() => Assert.Contains("for t < 0.693147,", Assert.Single(Verify("[FDivergence(\"{|GAN080:{|GAN086:pow(u - 2, 1.5)|}|}\")]"), static said => said.Contains("undefined", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void The_hyperparameters_values_are_named() => Assert.Contains("for t < -9 (with m = 3),", Assert.Single(Verify(
        """[GanObjective(Real = "{|GAN086:-log(t + square(m))|}", Fake = "t", Generator = "-t")]""",
        "public sealed partial class Mine { [Hyperparameter] public double M { get; init; } = 3; }")), StringComparison.Ordinal);

    /// <summary>A value everywhere that they are asked for, or all but at one logit.</summary>
    [Theory]
    [InlineData("-log(sigmoid(t))", "GAN021")]
    [InlineData("-log(clamp(sigmoid(t), 1e-7, 1))", null)]
    [InlineData("-log(1 + square(t)) - 3 * t", "GAN021")]
    [InlineData("t > 1 ? -log(t) : 1 - t", null)]
    [InlineData("-log(abs(t))", "GAN020")]
    [InlineData("1 / t", "GAN020")]
    [InlineData("-log(max(t, 1))", null)]
    public void Losses_with_a_value(string formula, string? other)
    {
        var found = AnalyzerTest.Analyze([$"[GanObjective(Real = \"{formula}\", Fake = \"softplus(t)\", Generator = \"softplus(-t)\")] public sealed partial class Mine;"]);
        Assert.Equal(other is null ? [] : [other], found.Select(static diagnostic => diagnostic.Id));
    }

    /// <summary>An output that cannot be negative has a square root and a logarithm of 1 more.</summary>
    [Fact]
    public void An_output_that_is_not_negative() => AnalyzerTest.Verify(
        """[GanObjective(Real = "sqrt(t)", Fake = "max(0, 2 - log1p(t))", Generator = "sqrt(t)", Logits = LogitRange.NonNegative)] public sealed partial class Mine;""",
        """[GanObjective(Real = "{|GAN086:sqrt(t)|}", Fake = "{|GAN086:max(0, 2 - log1p(t))|}", Generator = "{|GAN086:sqrt(t - 1)|}")] public sealed partial class Yours;""");

    /// <summary>What has no value has no theory: one message, not its echoes.</summary>
    [Fact]
    public void The_theory_is_silent_then() => AnalyzerTest.Verify(
        new TheoryAnalyzer(), """[GanObjective(Real = "{|GAN077:-log(t)|}", Fake = "{|GAN077:-log(1 - t)|}", Generator = "{|GAN077:log(1 - t)|}")] public sealed partial class Mine;""");

    private static string Among(string argument, string formula) => argument switch
    {
        "Real" => $"[GanObjective(Real = \"{formula}\", Fake = \"softplus(t)\", Generator = \"softplus(-t)\")]",
        "Fake" => $"[GanObjective(Real = \"softplus(-t)\", Fake = \"{formula}\", Generator = \"softplus(-t)\")]",
        "Generator" => $"[GanObjective(Real = \"softplus(-t)\", Fake = \"softplus(t)\", Generator = \"{formula}\")]",
        "FD" => $"[GanObjective(FD = \"{formula}\", FG = \"softplus(t)\")]",
        _ => $"[GanObjective(FD = \"softplus(t)\", FG = \"{formula}\")]",
    };

    private static IReadOnlyList<string> Verify(string attribute, string type = "public sealed partial class Mine;") => AnalyzerTest.Verify($"{attribute} {type}");
}
