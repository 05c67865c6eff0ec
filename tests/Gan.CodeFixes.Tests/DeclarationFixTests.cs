using Hyperparameter = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.HyperparameterFix>;
using RemoveAttribute = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.RemoveAttributeFix>;
using RemoveModifier = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.RemoveModifierFix>;

namespace Gan.CodeFixes.Tests;

/// <summary>Fixes to the type and its properties.</summary>
public sealed class DeclarationFixTests
{
    private const string Objective = """[GanObjective(FD = "t", FG = "t")]""";

    [Theory]
    [InlineData("public static partial class {|GAN003:Mine|};", "public partial class Mine;")]
    [InlineData("abstract partial class {|GAN004:Mine|};", "partial class Mine;")]
    [InlineData("file partial class {|GAN005:Mine|};", "partial class Mine;")]
    [InlineData("public abstract /* base */ partial class {|GAN004:Mine|};", "public /* base */ partial class Mine;")]
    public Task A_modifier(string type, string mended) => RemoveModifier.Verify($"{Objective} {type}", $"{Objective} {mended}");

    [Fact]
    public Task The_file_local_type_around_it() => RemoveModifier.Verify(
        $$"""file partial class Outer { {{Objective}} internal partial class {|GAN005:Mine|}; }""",
        $$"""partial class Outer { {{Objective}} internal partial class Mine; }""");

    [Fact]
    public Task A_static_hyperparameter() => RemoveModifier.Verify(
        WithMargin("[Hyperparameter] public static double {|GAN051:Margin|} { get; set; }"),
        WithMargin("[Hyperparameter] public double Margin { get; set; }"));

    [Theory]
    [InlineData("public float {|GAN050:Margin|} { get; init; } = 1;", "public double Margin { get; init; } = 1;")]
    [InlineData("public double {|GAN052:Margin|} { get; } = 1;", "public double Margin { get; init; } = 1;")]
    public Task A_hyperparameter(string property, string mended) => Hyperparameter.Verify(WithMargin("[Hyperparameter] " + property), WithMargin("[Hyperparameter] " + mended));

    [Fact]
    public Task A_computed_property_cannot_be_set() => Hyperparameter.VerifyNone(WithMargin("[Hyperparameter] public double {|GAN052:Margin|} => 1;"));

    [Fact]
    public Task An_unused_hyperparameter() => RemoveAttribute.Verify(
        WithMargin("[Hyperparameter] public double Margin { get; init; }\n[System.Obsolete, Gan.Dsl.Hyperparameter(Min = 0)] public double {|GAN058:Slope|} { get; init; }"),
        WithMargin("[Hyperparameter] public double Margin { get; init; }\n[System.Obsolete] public double Slope { get; init; }"));

    private static string WithMargin(string members) => $$"""
        [GanObjective(FD = "max(0, margin + t)", FG = "t")]
        public sealed partial class Mine
        {
            {{members}}
        }
        """;
}
