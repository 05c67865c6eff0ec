namespace Gan.Generators.Tests.Rules;

public sealed class TopKRulesTests
{
    private const string Logistic = "[GanObjective(FD = \"softplus\", FG = \"softplus\")] ";

    [Theory]
    [InlineData("0.5")]
    [InlineData("1")]
    [InlineData("1e-3")]
    public void A_share(string share) => AnalyzerTest.Verify($"{Logistic}[TopK({share})] public sealed partial class Mine;");

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1.5", "1.5")]
    [InlineData("double.NaN", "NaN")]
    public void What_is_no_share(string share, string value)
        => Assert.Equal(
            [$"The share of [TopK] is {value}, but it must be a number above 0 and at most 1, such as 0.5"],
            AnalyzerTest.Verify($"{Logistic}[TopK({{|GAN142:{share}|}})] public sealed partial class Mine;"));

    [Theory]
    [InlineData("Min = 0.5, Max = 1")]
    [InlineData("Min = 0, Exclusive = true, Max = 1")]
    public void A_share_of_each_instance(string range)
        => AnalyzerTest.Verify($$"""{{Logistic}}[TopK(nameof(Share))] public sealed partial class Mine { [Hyperparameter(Default = 0.9, {{range}})] public partial double Share { get; init; } }""");

    [Theory]
    [InlineData("{|GAN142:\"Sare\"|}", "Min = 0.5, Max = 1", "Share", "which is not a hyperparameter of this objective: did you mean 'Share'?")]
    [InlineData("{|GAN142:\"Zeta\"|}", "Min = 0.5, Max = 1", "Share", "which is not a hyperparameter of this objective: declare a [Hyperparameter] property of that name")]
    [InlineData("{|GAN142:nameof(Share)|}", "Min = 0, Max = 1", "Share", "is not within 0 to 1 without 0: give it Min = 0.5 and Max = 1")]
    [InlineData("{|GAN142:nameof(Share)|}", "Min = 0.5", "Share", "is not within 0 to 1 without 0: give it Min = 0.5 and Max = 1")]
    public void A_share_from_nowhere_or_without_a_range(string share, string range, string property, string reason)
        => Assert.EndsWith(
            reason,
            AnalyzerTest.Verify($$"""{{Logistic}}[TopK({{share}})] public sealed partial class Mine { [Hyperparameter(Default = 0.9, {{range}})] public partial double {{property}} { get; init; } }""")[0],
            StringComparison.Ordinal);

    [Theory]
    [InlineData("FD = \"softplus\", FG = \"softplus\", Coupling = Coupling.Relativistic")]
    [InlineData("FD = \"softplus\", FG = \"softplus\", Coupling = Coupling.RelativisticAverage")]
    [InlineData("Real = \"-t\", Fake = \"t\", Generator = \"mean(real) - t\"")]
    public void A_loss_of_both_batches_leaves_no_sample_out(string arguments)
        => Assert.Equal(
            ["[TopK] of 'Mine' leaves out generated samples, but the generator's loss compares them with the real ones: remove [TopK], or write a loss of single logits"],
            AnalyzerTest.Verify($"[GanObjective({arguments})] [{{|GAN143:TopK(0.5)|}}] public sealed partial class Mine;"));

    [Fact]
    public void Of_no_objective_it_has_no_effect() => AnalyzerTest.Verify("[{|GAN006:TopK(0.5)|}] public sealed class Mine;");
}
