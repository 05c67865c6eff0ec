namespace Gan.Generators.Tests.Generation;

/// <summary>What is generated for losses with statistics of batches.</summary>
public sealed class BatchGenerationTests
{
    private const string Source = """
        using Gan.Dsl;
        namespace A;
        [GanObjective(
            Real = "softplus(s * logsumexp(fake) - t)",
            Fake = "detach(exp(t - logmeanexp(fake))) * t + mean(square(fake - mean(real)))",
            Generator = "softplus(mean(real) - t)")]
        public sealed partial class Mixed
        {
            [Hyperparameter(Default = 0.5, Min = 0)] public partial double S { get; init; }
        }
        """;

    [Theory]
    [InlineData("A.Mixed.g.cs")]
    [InlineData("A.Mixed-Tests.g.cs")]
    public void GeneratedSource(string hintName)
    {
        var run = GeneratorRun.Over(Source, "[assembly: Gan.Dsl.GanObjectiveTests(typeof(A.Mixed))]");
        Golden.Golden.Verify(run.Sources[hintName], hintName[..^".g.cs".Length]);
    }

    /// <summary>What two statistics share, and the names that members and hyperparameters have already.</summary>
    [Fact]
    public void NamesOfStatisticsAreFree()
        => GeneratorRun.Over("""
            using Gan.Dsl;
            [GanObjective(Real = "logit * mean(fake) * statistic1 - s * t", Fake = "mean(statistic1 * fake) + mean(fake) + max(fake) * k", Generator = "min(real) * t - t")]
            public sealed partial class Named
            {
                [Hyperparameter] public double Logit { get; init; } = 1;
                [Hyperparameter] public double Statistic1 { get; init; } = 2;
                [Hyperparameter] public double S { get; init; } = 1;
                [Hyperparameter] public double K { get; init; } = 1;
            }
            """);

    /// <summary>A statistic of a loss function of the user's, whose parameter is a hyperparameter.</summary>
    [Fact]
    public void LossFunctionsWithinStatistics()
        => Assert.Contains("mean(max(0, fake + margin))".Replace("max(0, fake + margin)", "relu(fake + margin)"), GeneratorRun.Over("""
            using Gan.Dsl;
            [GanObjective(Real = "-t", Fake = "mean(Soft(fake))", Generator = "-t")]
            public sealed partial class Own
            {
                [Hyperparameter] public double Margin { get; init; } = 1;
                [LossFunction] private static double Soft(double t, double margin = 2) => System.Math.Max(0, t + margin);
            }
            """).Sources["Own.g.cs"], StringComparison.Ordinal);
}
