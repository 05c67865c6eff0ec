using Gan.Generators.Analyzers;

namespace Gan.Generators.Tests.Rules;

public sealed class BatchRulesTests
{
    [Theory]
    [InlineData("Real = \"-t\", Fake = \"logmeanexp(fake)\", Generator = \"-t\"")]
    [InlineData("Real = \"softplus(logsumexp(fake) - t)\", Fake = \"softplus(t + logsumexp(-real))\", Generator = \"softplus(logsumexp(real) - t)\"")]
    [InlineData("Real = \"softplus(mean(fake) - t)\", Fake = \"softplus(t - mean(real))\", Generator = \"softplus(mean(real) - t) + mean(softplus(real - mean(fake)))\"")]
    [InlineData("Real = \"-t\", Fake = \"detach(exp(t - logmeanexp(fake))) * t\", Generator = \"-t\"")]
    [InlineData("Real = \"-t + variance(real)\", Fake = \"t + std(square(fake) + mean(fake)) + max(0, median(fake))\", Generator = \"-min(fake) - sum(fake) - max(fake)\"")]
    [InlineData("Real = \"t\", Fake = \"max(0, mean(real) + 1 - t)\", Generator = \"t\", Sign = LogitSign.Energy")]
    [InlineData("Real = \"t\", Fake = \"-mean(fake)\", Generator = \"t\"")]
    public void Right_losses(string formulas) => Verify($"[GanObjective({formulas})] public sealed partial class Mine;");

    [Theory]
    [InlineData("softplus({|GAN088:fake|} - t)", "'fake' is a whole batch of logits, not a number: write a statistic of it, such as mean(fake)")]
    [InlineData("softplus(-t) + max({|GAN088:real|}, 0)", "'real' is a whole batch of logits, not a number: write a statistic of it, such as mean(real)")]
    [InlineData("mean({|GAN088:t|})", "'t' is one logit, but a statistic is of a whole batch: write real or fake in the place of t")]
    [InlineData("-t + {|GAN088:mean(1)|}", "Mean has no batch to be taken of: write real or fake in its argument")]
    [InlineData("-t + {|GAN088:std(mean(real))|}", "Std has no batch to be taken of: write real or fake in its argument")]
    [InlineData("-t + mean(real - {|GAN088:fake|})", "A statistic is of one batch, but this one is of real and of fake: take a statistic of each")]
    [InlineData("-t + mean({|GAN088:softplus|})", "'softplus' stands for softplus(t), but a statistic is of a whole batch: write softplus(real) or softplus(fake)")]
    [InlineData("-t + {|GAN017:mean(real, fake)|}", "Wrong number of arguments: mean takes 1 argument, not 2")]
    [InlineData("-t + {|GAN017:detach()|}", "Wrong number of arguments: detach takes 1 argument, not 0")]
    [InlineData("-t + mean({|GAN022:D(G(z))|})", "'D(G(z))': a formula is a function of the logit t that D returns, and GanDsl takes the mean: write fake; and Real is of real samples, D(x), not of generated ones")]
    [InlineData("-t + {|GAN016:mea|}(real)", "There is no function 'mea': did you mean 'mean'?")]
    public void What_is_no_statistic(string real, string message)
        => Assert.Equal([message], Verify($"[GanObjective(Real = \"{real}\", Fake = \"t\", Generator = \"-t\"), R1] public sealed partial class Mine;"));

    [Theory]
    [InlineData("[GanObjective(FD = \"softplus(t) + {|GAN088:mean(fake)|}\", FG = \"t\")]", "'mean' is not for this formula: FD is one formula for real and for generated samples; to use batches, give Real, Fake and Generator instead of FD and FG")]
    [InlineData("[GanObjective(FD = \"softplus(t)\", FG = \"{|GAN088:detach(t)|}\")]", "'detach' is not for this formula: FG is one formula for real and for generated samples; to use batches, give Real, Fake and Generator instead of FD and FG")]
    [InlineData("[FDivergence(\"u * log(u) + {|GAN088:mean(u)|}\")]", "'mean' is not for this formula: f is a function of a density ratio, which has no batch")]
    public void Where_there_are_no_batches(string attribute, string message) => Assert.Equal([message], Verify($"{attribute} public sealed partial class Mine;"));

    /// <summary>A hyperparameter of that name was one before there were batches.</summary>
    [Fact]
    public void A_hyperparameter_of_the_name_stays_one()
        => Verify("[GanObjective(FD = \"max(0, fake + t)\", FG = \"t\")] public sealed partial class Mine { [Hyperparameter] public double Fake { get; init; } = 1; }");

    [Fact]
    public void A_hyperparameter_within_a_statistic_is_used()
        => Verify("[GanObjective(Real = \"-t\", Fake = \"logmeanexp(k * fake) / k\", Generator = \"-t\")] public sealed partial class Mine { [Hyperparameter(Min = 0, Exclusive = true)] public double K { get; init; } = 2; }");

    [Fact]
    public void Smoothing_is_of_single_logits()
        => Assert.Equal(
            ["LabelSmoothing mixes the losses of one logit, but Fake uses batch functions: write the smoothed loss in Real, and remove [LabelSmoothing]"],
            Verify("[GanObjective(Real = \"-t\", Fake = \"logmeanexp(fake)\", Generator = \"-t\"), {|GAN089:LabelSmoothing(0.9)|}] public sealed partial class Mine;"));

    [Theory]
    [InlineData("Real = \"-t\", Fake = \"logmeanexp(fake)\", Generator = \"{|GAN079:-detach(t)|}\"", "Generator has no gradient in the fake logits: G learns nothing")]
    [InlineData("Real = \"-t\", Fake = \"t\", Generator = \"{|GAN079:mean(real) - detach(mean(fake))|}\"", "Generator has no gradient in the fake logits: G learns nothing")]
    [InlineData("Real = \"-t\", Fake = \"t\", Generator = \"{|GAN079:mean(detach(fake)) * max(real)|}\"", "Generator has no gradient in the fake logits: G learns nothing")]
    [InlineData("Real = \"{|GAN079:-detach(t)|}\", Fake = \"logmeanexp(fake)\", Generator = \"-t\"", "D's loss has no gradient in the real logits: D learns nothing from real samples")]
    [InlineData("Real = \"mean(real)\", Fake = \"{|GAN079:max(real)|}\", Generator = \"-t\"", "D's loss has no gradient in the fake logits: D learns nothing from fake samples")]
    public void Gradients_that_reach_nobody(string formulas, string message) => Assert.Equal([message], Verify($"[GanObjective({formulas})] public sealed partial class Mine;"));

    [Theory]
    [InlineData("Real = \"{|GAN070:t|}\", Fake = \"-logmeanexp(fake)\", Generator = \"-t\"", "With this loss D learns the opposite of its task: where all logits are equal, D's loss rises with the real logits and falls with the fake ones: D learns to call real samples fake")]
    [InlineData("Real = \"{|GAN070:softplus(t - mean(fake))|}\", Fake = \"softplus(mean(real) - t)\", Generator = \"-t\"", "With this loss D learns the opposite of its task: where all logits are equal, D's loss rises with the real logits and falls with the fake ones: D learns to call real samples fake")]
    [InlineData("Real = \"softplus(logsumexp(fake) - t)\", Fake = \"softplus(t + logsumexp(-real))\", Generator = \"{|GAN072:softplus(t - mean(real))|}\"", "With this loss G works against itself: where all logits are equal, G's loss falls if it lowers its own logits: G moves its samples away from the logits that D gives real samples")]
    [InlineData("Real = \"{|GAN070:-t|}\", Fake = \"mean(fake)\", Generator = \"t\", Sign = LogitSign.Energy", "With this loss D learns the opposite of its task: where all logits are equal, D's loss falls with the real logits and rises with the fake ones: an energy is low for real samples")]
    public void Wrong_signs(string formulas, string message) => Assert.Equal([message], Verify($"[GanObjective({formulas})] public sealed partial class Mine;"));

    private static IReadOnlyList<string> Verify(string declaration) => AnalyzerTest.Verify(new TheoryAnalyzer(), declaration);
}
