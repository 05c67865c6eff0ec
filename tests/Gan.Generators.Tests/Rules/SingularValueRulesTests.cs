namespace Gan.Generators.Tests.Rules;

/// <summary>Values within a hyperparameter's range with which a loss is no number.</summary>
public sealed class SingularValueRulesTests
{
    private const string AlphaLoss = "a / (a - 1) * (1 - pow(sigmoid(t), (a - 1) / a))";

    /// <summary>α/(α − 1)·(1 − σ^((α − 1)/α)) is ∞·0 at α = 1; its limit there is −log σ.</summary>
    [Theory]
    [InlineData("(Min = 0, Exclusive = true)", AlphaLoss, "2", "With A = 1, which its range allows, Real is NaN at t = 1: exclude it with Min = 1, or write the limit of the loss there, a == 1 ? … : …")]
    [InlineData("", AlphaLoss, "0.75", "With A = 1, which its range allows, Real is NaN at t = 1: exclude it with Max = 1, Exclusive = true, or write the limit of the loss there, a == 1 ? … : …")]
    [InlineData("", "softplus(-t) / (2 * a - 3)", "2", "With A = 1.5, which its range allows, Real is infinite at t = 1: exclude it with Min = 1.5, Exclusive = true")]
    [InlineData("(Max = 4)", "softplus(-t) / (4 - a)", "2", "With A = 4, which its range allows, Real is infinite at t = 1: exclude it with Max = 4, Exclusive = true")]
    [InlineData("(Min = 0)", "softplus(-t) - log(a) * t", "1", "With A = 0, which its range allows, Real is infinite at t = 1: exclude it with Min = 0, Exclusive = true")]
    [InlineData("", "sqrt(a + square(t)) - t", "1", "With A = -1, which its range allows, Real is NaN at t = 0.5: give it Min = 0")]
    public void One_that_the_range_allows(string range, string loss, string value, string message) => Assert.Equal([message], Verify(range, loss, value, marked: true));

    [Theory]
    [InlineData("(Min = 1, Exclusive = true)", AlphaLoss, "2")]
    [InlineData("(Min = 0, Exclusive = true)", "a == 1 ? softplus(-t) : " + AlphaLoss, "2")]
    [InlineData("(Min = 0, Exclusive = true)", "softplus(-t) / a", "2")]
    [InlineData("", "a * softplus(-t)", "2")]
    [InlineData("", "softplus(a - t)", "2")]
    public void None_that_the_range_allows(string range, string loss, string value) => Verify(range, loss, value, marked: false);

    private static IReadOnlyList<string> Verify(string range, string loss, string value, bool marked) => AnalyzerTest.Verify($$"""
        [GanObjective(Real = "{{loss}}", Fake = "softplus(t)", Generator = "softplus(-t)")]
        public sealed partial class Mine { [Hyperparameter{{range}}] public double {{(marked ? "{|GAN085:A|}" : "A")}} { get; init; } = {{value}}; }
        """);
}
