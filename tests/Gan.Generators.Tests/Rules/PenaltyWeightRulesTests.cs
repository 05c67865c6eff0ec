namespace Gan.Generators.Tests.Rules;

public sealed class PenaltyWeightRulesTests
{
    [Theory]
    [InlineData("R1(WeightFrom = nameof(Lambda))")]
    [InlineData("R2(WeightFrom = \"Lambda\", Every = 4)")]
    [InlineData("GradientPenalty(WeightFrom = nameof(Mine.Lambda), Target = 0)")]
    [InlineData("Dragan(WeightFrom = nameof(Lambda))")]
    public void It_is_right_and_a_use(string attribute) => Verify(attribute);

    [Theory]
    [InlineData("R1(WeightFrom = {|GAN043:\"Lamda\"|})", "R1", "Lamda", "did you mean 'Lambda'?")]
    [InlineData("Dragan(WeightFrom = {|GAN043:\"lambda\"|})", "Dragan", "lambda", "did you mean 'Lambda'?")]
    [InlineData("R2(WeightFrom = {|GAN043:\"\"|})", "R2", "", "declare a [Hyperparameter] property of that name")]
    public void Unknown(string attribute, string penalty, string name, string advice)
        => Assert.Contains($"WeightFrom of {penalty} is '{name}', which is not a hyperparameter of this objective: {advice}", Verify(attribute));

    [Theory]
    [InlineData("R1(Weight = 5, WeightFrom = nameof(Lambda))", "R1", "Weight")]
    [InlineData("R2(WeightFrom = nameof(Lambda), Gamma = 10)", "R2", "Gamma")]
    [InlineData("GradientPenalty(Weight = -1, WeightFrom = nameof(Lambda))", "GradientPenalty", "Weight")]
    public void Twice(string attribute, string penalty, string number)
        => Assert.Equal(
            [$"{penalty} gives both {number} and WeightFrom: keep {number} for one weight, or WeightFrom for a weight of each instance"],
            Verify($"{{|GAN044:{attribute}|}}"));

    [Theory]
    [InlineData("")]
    [InlineData("(Min = -1)")]
    public void It_may_be_negative(string range)
        => Assert.Equal(
            ["Hyperparameter 'Lambda' is the weight of R1 and may be negative, which would reward what the penalty should prevent: give it Min = 0"],
            AnalyzerTest.Verify($$"""
                [GanObjective(FD = "t", FG = "t")]
                [R1(WeightFrom = nameof(Lambda))]
                partial class Mine { [Hyperparameter{{range}}] public double {|GAN045:Lambda|} { get; init; } = 5; }
                """));

    private static IReadOnlyList<string> Verify(string attribute) => AnalyzerTest.Verify($$"""
        [GanObjective(FD = "t", FG = "t")]
        [{{attribute}}]
        partial class Mine { [Hyperparameter(Min = 0)] public double Lambda { get; init; } = 5; }
        """);
}
