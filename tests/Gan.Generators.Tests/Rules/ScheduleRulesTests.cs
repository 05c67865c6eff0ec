namespace Gan.Generators.Tests.Rules;

public sealed class ScheduleRulesTests
{
    [Theory]
    [InlineData("""[Hyperparameter(Min = 0), Schedule("cosine(step, 10, 1, 20000)")] public partial double Gamma { get; }""")]
    [InlineData("""[Schedule("step < 1000 ? 1 : 0.5")] public partial double Gamma { get; }""")]
    [InlineData("""[Hyperparameter(Min = 0.1, Max = 0.3), Schedule("linear(step, 0.1, 0.3, 7)")] public partial double Gamma { get; }""")]
    [InlineData("""[Hyperparameter(Min = 0.001, Max = 10), Schedule("exponential(step, 10, 0.001, 3000)")] public partial double Gamma { get; }""")]
    [InlineData("""[Hyperparameter(Default = 2)] public partial double End { get; init; } [Schedule("linear(step, 0, end, N)")] public partial double Gamma { get; } const int N = 100;""")]
    [InlineData("""[Hyperparameter(Min = 0, Exclusive = true), Schedule("1 / (1 + softplus(step / 100))")] public partial double Gamma { get; }""")]
    public void It_is_right(string members) => Verify(members);

    [Theory]
    [InlineData("""[Hyperparameter, Schedule("step + 1")] public double {|GAN130:Gamma|} { get; init; }""")]
    [InlineData("""[Hyperparameter, Schedule("step + 1")] public partial double {|GAN130:Gamma|} { get; init; }""")]
    [InlineData("""[Hyperparameter, Schedule("step + 1")] public partial double {|GAN130:Gamma|} { get; } = 1;""")]
    public void The_property_must_be_computed(string members)
        => Assert.Equal(["The schedule computes the value of hyperparameter 'Gamma', so nothing else can set it: write 'public partial double Gamma { get; }'"], Verify(members));

    [Fact]
    public void A_default_is_not_used()
        => Assert.Equal(
            ["Hyperparameter 'Gamma' has a schedule, so nothing sets it to the default of its attribute: remove it"],
            Verify("""[Hyperparameter(Default = 3), Schedule("step + 1")] public partial double {|GAN059:Gamma|} { get; }"""));

    [Theory]
    [InlineData("linear(step, 1, -1, 5000)", "-1", "5000", "[0, ∞)")]
    [InlineData("1 - step / 700", "-0.00143", "701", "[0, ∞)")]
    [InlineData("1 / step", "∞", "0", "[0, ∞)")]
    public void It_must_stay_in_range(string formula, string value, string step, string range)
        => Assert.Equal(
            [$"The schedule of 'Gamma' is {value} at step {step}, outside the range {range} of the hyperparameter: change the formula, or widen the range"],
            Verify($$"""[Hyperparameter(Min = 0), Schedule({|GAN131:"{{formula}}"|})] public partial double Gamma { get; }"""));

    [Fact]
    public void It_must_depend_on_the_step()
        => Assert.Equal(
            ["The schedule of 'Gamma' has the same value at every step: use 'step' in it, or replace [Schedule] by a default"],
            Verify("""[Schedule({|GAN132:"2 * pi"|})] public partial double Gamma { get; }"""));

    /// <summary>A mistake in the formula is reported as in a loss, at its characters. A schedule knows neither the logit nor another schedule.</summary>
    [Theory]
    [InlineData("""[Schedule("1 + {|GAN015:stepp|}")]""")]
    [InlineData("""[Schedule("1 + {|GAN015:gamma|}")]""")]
    [InlineData("""[Schedule("1 + {|GAN015:t|}")]""")]
    [InlineData("""[Schedule("{|GAN016:cosinus|}(step, 1, 2, 3)")]""")]
    [InlineData("""[Schedule("{|GAN017:cosine(step, 1)|}")]""")]
    [InlineData("""[Schedule({|GAN014:""|})]""")]
    public void Mistakes_of_the_formula(string attribute) => Verify(attribute + " public partial double Gamma { get; }");

    [Fact]
    public void On_a_class_that_is_no_objective()
        => AnalyzerTest.Verify("""public partial class Mine { [{|GAN006:Schedule("step")|}] public partial double Gamma { get; } public partial double Gamma => 1; }""");

    private static IReadOnlyList<string> Verify(string members)
        => AnalyzerTest.Verify($$"""[GanObjective(FD = "softplus(gamma * t)", FG = "softplus(t)")] public sealed partial class Mine { {{members}} }""");
}
