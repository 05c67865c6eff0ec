using Verify = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.ComputedPropertyFix>;

namespace Gan.CodeFixes.Tests;

public sealed class ComputedPropertyFixTests
{
    private const string State = """State(Update = "margin + mean(real)")""";

    [Theory]
    [InlineData("public double {|GAN130:Margin|} { get; init; } = 2;")]
    [InlineData("public partial double {|GAN130:{|CS9248:Margin|}|} { get; init; }")]
    [InlineData("public double {|GAN130:Margin|} => 3;")]
    public Task A_schedule(string property) => Verify.Verify(Declared($"""[Schedule("step + 1")] {property}"""), Declared("""[Schedule("step + 1")] public partial double {|CS9248:Margin|} { get; }"""));

    [Theory]
    [InlineData("public double {|GAN133:Margin|} { get; set; }")]
    [InlineData("public partial double {|GAN133:{|CS9248:Margin|}|} { get; init; }")]
    public Task A_state(string property) => Verify.Verify(Declared($"[{State}] {property}"), Declared($$"""[{{State}}] public partial double {|CS9248:Margin|} { get; }"""));

    [Theory]
    [InlineData($"[{State}, Hyperparameter(Default = 3)]", $"[{State}]")]
    [InlineData($"[{State}] [Schedule(\"step\")]", $"[{State}]")]
    public Task A_state_that_is_more(string attributes, string kept) => Verify.Verify(
        Declared($$"""{{attributes}} public partial double {|GAN134:{|CS9248:Margin|}|} { get; }"""),
        Declared($$"""{{kept}} public partial double {|CS9248:Margin|} { get; }"""));

    [Fact]
    public Task Of_two_one_would_stay() => Verify.VerifyNone(Declared($$"""[{{State}}, Hyperparameter, Schedule("step")] public partial double {|GAN134:{|CS9248:Margin|}|} { get; }"""));

    private static string Declared(string member) => $$"""
        [GanObjective(FD = "max(0, margin + t)", FG = "t")]
        public sealed partial class Mine
        {
            {{member}}
        }
        """;
}
