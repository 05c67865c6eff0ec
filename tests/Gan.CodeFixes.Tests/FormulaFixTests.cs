using Power = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.PowerFix>;
using Replacement = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.ReplacementFix>;

namespace Gan.CodeFixes.Tests;

/// <summary>Fixes inside the string literal of a formula.</summary>
public sealed class FormulaFixTests
{
    [Theory]
    [InlineData("\"{|GAN016:sofplus|}(t)\"", "\"softplus(t)\"")]
    [InlineData("\"1 + {|GAN015:softplsu|}\"", "\"1 + softplus\"")]
    [InlineData("@\"Math.{|GAN016:Expp|}(t)\"", "@\"Math.Exp(t)\"")]
    [InlineData("\"\\u0031 + {|GAN016:e\\u0078pp|}(t)\"", "\"\\u0031 + exp(t)\"")]
    [InlineData("\"\"\"\n    {|GAN016:maxx|}(0,\n      {|GAN016:sofplus|}(t))\n    \"\"\"", "\"\"\"\n    max(0,\n      softplus(t))\n    \"\"\"")]
    [InlineData("\"{|GAN016:F.softplus|}(t) + {|GAN016:np.log|}(2)\"", "\"softplus(t) + log(2)\"")]
    [InlineData("\"{|GAN016:t.sigmoid().square()|}\"", "\"square(sigmoid(t))\"")]
    [InlineData("\"2 * {|GAN015:np.pi|} * {|GAN015:logits|}\"", "\"2 * pi * t\"")]
    public Task The_nearest_name(string formula, string mended) => Replacement.Verify(Declared(formula), Declared(mended));

    [Theory]
    [InlineData("\"t + {|GAN015:lambda|}\"")]
    [InlineData("{|GAN016:Formulas.Misspelt|}")]
    [InlineData("\"1 + \" + {|GAN015:nameof(Formulas.softplsu)|}")]
    public Task No_name_is_near_or_it_stands_elsewhere(string formula) => Replacement.VerifyNone(Declared(formula));

    [Theory]
    [InlineData("\"{|GAN021:log(1 + exp(t))|}\"", "\"softplus(t)\"")]
    [InlineData("\"2*{|GAN021:log(1+exp(-t))|} + t\"", "\"2*softplus(-t) + t\"")]
    [InlineData("@\"2 - {|GAN021:1/(1 + Math.Exp(-t))|} + square({|GAN021:-Math.Log(1 + Math.Exp(t))|})\"", "@\"2 - sigmoid(t) + square(logsigmoid(-t))\"")]
    public Task The_name_of_what_is_written_out(string formula, string mended) => Replacement.Verify(Declared(formula), Declared(mended));

    [Theory]
    [InlineData("\"max(0, 1 + {|GAN022:D(G(z))|})\"", "\"max(0, 1 + t)\"")]
    [InlineData("\"-{|GAN022:E[D(x)]|} + {|GAN022:E_z[D(G(z)) / 2]|}\"", "\"-t + (t / 2)\"")]
    [InlineData("\"2 * {|GAN022:E[softplus(D(G(x)))]|} + pow({|GAN022:D(x)|}, 2)\"", "\"2 * softplus(t) + pow(t, 2)\"")]
    [InlineData("\"-{|GAN022:E(log(1 - D(x)))|}\"", "\"-log(1 - sigmoid(t))\"")]
    [InlineData("\"-log({|GAN022:D(x)|})\"", "\"-log(sigmoid(t))\"")]
    public Task The_logit_for_what_D_is_called_with(string formula, string mended) => Replacement.Verify(Declared(formula), Declared(mended), ignored: "GAN021");

    [Theory]
    [InlineData("\"t{|GAN018:^|}2\"", "\"pow(t, 2)\"")]
    [InlineData("\"1 + t {|GAN018:^|} 2 / 3\"", "\"1 + pow(t, 2) / 3\"")]
    [InlineData("\"-(1 - t){|GAN018:^|}(2)\"", "\"-pow(1 - t, 2)\"")]
    [InlineData("\"2{|GAN018:^|}3{|GAN018:^|}t\"", "\"pow(2, pow(3, t))\"")]
    [InlineData("\"t {|GAN018:**|} 2\"", "\"pow(t, 2)\"")]
    [InlineData("\"2{|GAN018:**|}3{|GAN018:^|}t\"", "\"pow(2, pow(3, t))\"")]
    [InlineData("\"(t{|GAN018:^|}2 + 1){|GAN018:^|}2\"", "\"pow(pow(t, 2) + 1, 2)\"")]
    [InlineData("\"(t{|GAN018:^|}2){|GAN018:^|}-t\"", "\"pow(pow(t, 2), -t)\"")]
    [InlineData("@\"exp(t){|GAN018:^|}2 + relu(t){|GAN018:^|}2\"", "@\"pow(exp(t), 2) + pow(relu(t), 2)\"")]
    [InlineData("\"1 + \" + \"t\\u005E2\"", "\"1 + \" + \"pow(t, 2)\"")]
    public Task Pow(string formula, string mended) => Power.Verify(Declared(formula.Replace("\\u005E", "{|GAN018:\\u005E|}", StringComparison.Ordinal)), Declared(mended));

    [Theory]
    [InlineData("{|GAN018:Formulas.Squared|}")]
    [InlineData("\"t{|GAN018:^|}\" + \"2\"")]
    public Task A_power_that_is_not_all_in_one_literal(string formula) => Power.VerifyNone(Declared(formula));

    [Fact]
    public Task All_objectives_at_once() => Power.Verify(
        """
        [GanObjective(Real = "(t - 1){|GAN018:^|}2", Fake = "t{|GAN018:^|}2", Generator = "(t - 1){|GAN018:^|}2")] partial class First;
        [GanObjective(FD = "(1 + t){|GAN018:^|}2", FG = "(1 + t){|GAN018:^|}2")] partial class Second;
        """,
        """
        [GanObjective(Real = "pow(t - 1, 2)", Fake = "pow(t, 2)", Generator = "pow(t - 1, 2)")] partial class First;
        [GanObjective(FD = "pow(1 + t, 2)", FG = "pow(1 + t, 2)")] partial class Second;
        """);

    private static string Declared(string formula) => $$"""
        [GanObjective(FD = {{formula}}, FG = "t")]
        public sealed partial class Mine;
        static class Formulas { public const string Misspelt = "sofplus(t)", Squared = "t^2"; public static int softplsu; }
        """;
}
