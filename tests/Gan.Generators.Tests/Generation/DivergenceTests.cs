namespace Gan.Generators.Tests.Generation;

/// <summary>One line declares a whole GAN.</summary>
public sealed class DivergenceTests
{
    [Fact]
    public void AnFDivergenceBecomesAnObjective()
    {
        var source = GeneratorRun.Over("namespace A; [Gan.Dsl.FDivergence(\"u * log(u)\")] public sealed partial class Kl;").Sources["A.Kl.g.cs"];
        Assert.Contains("L_D = E[-D(x) - 1] + E[exp(D(G(z)))]", source, StringComparison.Ordinal);
        Assert.Contains("L_G = E[-exp(D(G(z)))]", source, StringComparison.Ordinal);
    }

    [Fact]
    public void TheNonSaturatingGeneratorTakesTheRealLoss()
    {
        var source = GeneratorRun.Over("namespace A; [Gan.Dsl.FDivergence(\"u * log(u)\", NonSaturating = true)] public sealed partial class Kl;").Sources["A.Kl.g.cs"];
        Assert.Contains("L_G = E[-D(G(z)) - 1]", source, StringComparison.Ordinal);
    }

    [Fact]
    public void PenaltiesAndHyperparametersGoWithIt()
    {
        var source = GeneratorRun.Over("""
            namespace A;
            [Gan.Dsl.FDivergence("pow(u, alpha) - 1")] [Gan.Dsl.R1]
            public sealed partial class Power { [Gan.Dsl.Hyperparameter(Min = 1)] public double Alpha { get; init; } = 2; }
            """).Sources["A.Power.g.cs"];
        Assert.Contains("this.@Alpha", source, StringComparison.Ordinal);
        Assert.Contains("R1Penalty(", source, StringComparison.Ordinal);
    }

    [Fact]
    public void BesideLossesItFallsBackOnce()
        => Assert.Single(GeneratorRun.Over("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] [Gan.Dsl.FDivergence(\"u * log(u)\")] public partial class Both;").Sources);
}
