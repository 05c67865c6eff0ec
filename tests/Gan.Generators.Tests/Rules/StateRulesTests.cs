namespace Gan.Generators.Tests.Rules;

public sealed class StateRulesTests
{
    [Theory]
    [InlineData("""[Hyperparameter(Default = 0.5, Min = 0, Max = 1)] public partial double Gamma { get; init; } [State(Initial = 0.3, Min = 0, Max = 1, Update = "k + 0.001 * (gamma * mean(real) - mean(fake))")] public partial double K { get; }""")]
    [InlineData("""[State(Initial = 2, Update = "k + Rate * (mean(exp(k * real)) - max(fake - mean(fake)))")] public partial double K { get; } const double Rate = 0.1;""")]
    [InlineData("""[State(Initial = 1, Update = "step < 100 ? k : rate * std(real)")] public partial double K { get; } [Schedule("linear(step, 1, 0, 100)")] public partial double Rate { get; }""")]
    [InlineData("""[State(Initial = 1, Update = "0.9 * k + 0.1 * mean(real) * n")] public partial double K { get; } [State(Initial = 1, Min = 1, Update = "n + mean(step(fake))")] public partial double N { get; } [LossFunction] static double step(double t) => t > 0 ? 1 : 0;""")]
    public void It_is_right(string members) => Verify(members);

    [Theory]
    [InlineData("""[State(Initial = 1, Update = "mean(real)")] public double {|GAN133:K|} { get; init; }""")]
    [InlineData("""[State(Initial = 1, Update = "mean(real)")] public partial double {|GAN133:K|} { get; init; }""")]
    [InlineData("""[State(Initial = 1, Update = "mean(real)")] public partial double {|GAN133:K|} { get; } = 1;""")]
    public void The_property_must_be_computed(string members)
        => Assert.Equal(["Its update computes the value of the state 'K', so nothing else can set it: write 'public partial double K { get; }'"], Verify(members));

    [Theory]
    [InlineData("Hyperparameter(Default = 2)")]
    [InlineData("""Schedule("step + 1")""")]
    public void It_is_nothing_else(string other)
        => Assert.Equal(
            ["'K' is a state, which has its start, its range and its values from [State]: remove its other attribute"],
            Verify($$"""[State(Initial = 1, Update = "mean(real)"), {{other}}] public partial double {|GAN134:K|} { get; }"""));

    [Theory]
    [InlineData("Min = 0, Max = 1, Initial = {|GAN135:2|}", "2", "[0, 1]")]
    [InlineData("Min = 3, Initial = {|GAN135:0|}", "0", "[3, ∞)")]
    [InlineData("Initial = {|GAN135:double.NaN|}", "NaN", "(-∞, ∞)")]
    public void It_starts_in_its_range(string arguments, string value, string range)
        => Assert.Equal(
            [$"The state 'K' starts from {value}, outside its range {range}: set Initial to a value inside, or widen the range"],
            Verify($$"""[State({{arguments}}, Update = "mean(real)")] public partial double K { get; }"""));

    [Fact]
    public void Zero_can_be_outside_without_being_written()
        => Verify("""[{|GAN135:State(Min = 1, Update = "mean(real)")|}] public partial double K { get; }""");

    [Theory]
    [InlineData("k + 1")]
    [InlineData("step")]
    public void The_batches_must_change_it(string update)
        => Assert.Equal(
            ["The update of 'K' reads no statistic of the batches: use one, such as mean(real), or replace [State] by [Schedule]"],
            Verify($$"""[State(Initial = 1, Update = {|GAN136:"{{update}}"|})] public partial double K { get; }"""));

    [Theory]
    [InlineData("k + mean(real) / (k - 1)")]
    [InlineData("log(k - 2) * mean(real)")]
    public void The_first_update_must_have_a_value(string update)
        => Assert.Equal(
            ["The first update of 'K' has no finite value, whatever the batches are: change the formula, or start from another value"],
            Verify($$"""[State(Initial = 1, Update = {|GAN137:"{{update}}"|})] public partial double K { get; }"""));

    /// <summary>A mistake in the formula is reported as in a loss, at its characters.</summary>
    [Theory]
    [InlineData("""Update = "k + mean({|GAN015:reel|})" """)]
    [InlineData("""Update = "k + {|GAN015:t|}" """)]
    [InlineData("""Update = "{|GAN016:meen|}(real)" """)]
    [InlineData("""Update = {|GAN014:""|}""")]
    public void Mistakes_of_the_formula(string update) => Verify($$"""[State(Initial = 1, {{update}})] public partial double K { get; }""");

    [Fact]
    public void Without_an_update() => Verify("""[{|GAN014:State(Initial = 1)|}] public partial double K { get; }""");

    /// <summary>One logit has no step, and a batch is not a number.</summary>
    [Theory]
    [InlineData("""k + {|GAN088:real|}""")]
    [InlineData("""mean({|GAN088:step|} + real)""")]
    public void A_batch_is_not_a_number(string update) => Verify($$"""[State(Initial = 1, Update = "{{update}}")] public partial double K { get; }""");

    [Fact]
    public void A_schedule_names_no_state()
        => Verify("""[State(Initial = 1, Update = "mean(real)")] public partial double K { get; } [Hyperparameter] public double L { get; init; } = 1; [Schedule("step * {|GAN015:k|} + l")] public partial double N { get; }""", "k * l * n");

    [Fact]
    public void On_a_class_that_is_no_objective()
        => AnalyzerTest.Verify("""public partial class Mine { [{|GAN006:State(Update = "mean(real)")|}] public partial double K { get; } public partial double K => 1; }""");

    private static IReadOnlyList<string> Verify(string members, string factor = "k")
        => AnalyzerTest.Verify($$"""[GanObjective(FD = "softplus({{factor}} * t)", FG = "softplus(t)")] public sealed partial class Mine { {{members}} }""");
}
