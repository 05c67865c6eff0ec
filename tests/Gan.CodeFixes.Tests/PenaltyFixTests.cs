using Argument = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.ArgumentFix>;
using MakePositive = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.MakePositiveFix>;
using RemoveAttribute = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.RemoveAttributeFix>;

namespace Gan.CodeFixes.Tests;

public sealed class PenaltyFixTests
{
    [Theory]
    [InlineData("[{|GAN032:R1(Weight = 5, Gamma = 10)|}]", 0, "[R1(Weight = 5)]")]
    [InlineData("[{|GAN032:R1(Weight = 5, Gamma = 10)|}]", 1, "[R1(Gamma = 10)]")]
    [InlineData("[{|GAN032:R2(Gamma = 10, Every = 2, Weight = 5)|}]", 1, "[R2(Gamma = 10, Every = 2)]")]
    public Task Weight_or_gamma(string penalty, int index, string mended) => Argument.Verify(Declared(penalty), Declared(mended), index);

    [Theory]
    [InlineData("[R1(Every = {|GAN031:0|})]", "[R1(Every = 1)]")]
    [InlineData("[R1(Every = {|GAN031:-16|}, Gamma = 10)] [R2(Every = {|GAN031:1 - 1|})]", "[R1(Every = 1, Gamma = 10)] [R2(Every = 1)]")]
    [InlineData("[GradientPenalty(OneSided = {|GAN041:true|}, Target = 0)]", "[GradientPenalty(Target = 0)]")]
    [InlineData("[GradientPenalty(Target = {|GAN123:0|}, Formula = \"n\")]", "[GradientPenalty(Formula = \"n\")]")]
    [InlineData("[GradientPenalty(Formula = \"n\", OneSided = {|GAN123:true|}, Every = 4)]", "[GradientPenalty(Formula = \"n\", Every = 4)]")]
    public Task One_argument(string penalty, string mended) => Argument.Verify(Declared(penalty), Declared(mended));

    [Fact]
    public Task A_smoothing_without_meaning() => RemoveAttribute.Verify(
        "[GanObjective(FD = \"t\", FG = \"t\"), {|GAN076:LabelSmoothing(0.8)|}] [R1] public sealed partial class Mine;",
        "[GanObjective(FD = \"t\", FG = \"t\")] [R1] public sealed partial class Mine;");

    [Theory]
    [InlineData("[R1(Weight = {|GAN030:-5|})]", "[R1(Weight = 5)]")]
    [InlineData("[R1(Gamma = {|GAN030:- 0.5|})] [WeightClip({|GAN035:-0.01|})]", "[R1(Gamma = 0.5)] [WeightClip(0.01)]")]
    [InlineData("[Dragan(Scale = {|GAN034:-1|}, Target = {|GAN033:-1e-3|})]", "[Dragan(Scale = 1, Target = 1e-3)]")]
    [InlineData("[R2(FiniteDifference = {|GAN046:-0.01|})]", "[R2(FiniteDifference = 0.01)]")]
    public Task The_sign(string penalty, string mended) => MakePositive.Verify(Declared(penalty), Declared(mended));

    [Theory]
    [InlineData("[R1(Weight = {|GAN030:double.NaN|})]")]
    [InlineData("[Dragan(Scale = {|GAN034:0|})]")]
    [InlineData("[Dragan(Scale = {|GAN034:-0.0|})]")]
    public Task There_is_no_sign_to_drop(string penalty) => MakePositive.VerifyNone(Declared(penalty));

    [Theory]
    [InlineData("[WeightClip]\n[{|GAN036:WeightClip(0.1)|}]\n[R1]", "[WeightClip]\n[R1]")]
    [InlineData("[WeightClip, {|GAN036:WeightClip(0.1)|}, {|GAN036:WeightClip(1)|}]", "[WeightClip]")]
    [InlineData("    [{|GAN038:WeightClip|}]   \n    [GradientPenalty]", "    [GradientPenalty]")]
    [InlineData("[{|GAN038:WeightClip|}, GradientPenalty]", "[GradientPenalty]")]
    [InlineData("[GradientPenalty] [{|GAN039:GradientPenalty|}]", "[GradientPenalty]")]
    [InlineData("[R1] // kept\n[{|GAN040:GradientPenalty|}] // kept too", "[R1] // kept\n// kept too")]
    public Task Remove_what_is_redundant(string penalties, string mended) => RemoveAttribute.Verify(Declared(penalties), Declared(mended));

    private static string Declared(string penalties) => $"[GanObjective(FD = \"t\", FG = \"t\")]\n{penalties}\npublic sealed partial class Mine;\n";

    /// <summary>The other one would stay.</summary>
    [Fact]
    public Task An_argument_that_is_given_twice()
        => Argument.VerifyNone("""[GanObjective(FD = "softplus(t)", FG = "softplus(t)"), GradientPenalty(Target = {|GAN123:0|}, {|CS0643:Target = 1|}, Formula = "n")] partial class Mine;""");
}
