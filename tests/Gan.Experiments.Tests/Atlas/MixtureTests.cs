using Gan.Experiments.Atlas.Curves;
using Gan.Experiments.Atlas.Losses;
using Gan.Experiments.Atlas.Mixtures;
using Gan.Experiments.Atlas.Verdicts;
using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training;
using Gan.Runtime;

namespace Gan.Experiments.Tests.Atlas;

public sealed class MixtureTests
{
    private static readonly (double X, double Y)[] s_modes = [(1, 0), (-1, 0)];

    [Fact]
    public void Two_wide_modes_are_found()
    {
        using var threads = new KeptThreads(1);
        using var random = new KeptRandom();
        var coverage = MixtureTraining.Run(new LogisticR1(), s_modes, 0.3, seed: 1, steps: 400)!;
        Assert.Equal(2, coverage.Covered);
        Assert.True(coverage.HighQuality > 0.7, $"{coverage.HighQuality}");
    }

    [Fact]
    public void The_seed_makes_the_training_and_frames_show_it()
    {
        using var threads = new KeptThreads(1);
        using var random = new KeptRandom();
        var (first, again, other) = (Frames(1), Frames(1), Frames(2));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count, 2, MixtureTraining.Frames + 1);

        static List<string> Frames(int seed)
        {
            var frames = new List<string>();
            MixtureTraining.Run(Objectives.Hinge, s_modes, 0.1, seed, (step, points) => frames.Add($"{step}: {string.Join(' ', points)}"), steps: 20);
            return frames;
        }
    }

    /// <summary>Every objective of the catalogue can be trained, the path length's and the energy's too, and gives its state back.</summary>
    [Fact]
    public void Every_objective_trains()
    {
        using var threads = new KeptThreads(1);
        using var random = new KeptRandom();
        foreach (var objective in Objectives.All)
        {
            var before = objective.State.ToArray();
            Assert.NotNull(MixtureTraining.Run(objective, s_modes, 0.1, seed: 1, steps: 9));
            Assert.Equal(before, objective.State);
        }
    }

    /// <summary>What learns needs no excuse; of what does not, the page tells what its declaration and its slopes show.</summary>
    [Theory]
    [InlineData("Wasserstein", 4, 0, "Clipped weights")]
    [InlineData("WassersteinGradientPenalty", 4, 0, "A gradient penalty of weight 10 towards the slope 1")]
    [InlineData("PearsonChiSquared", 4, 3, "In 6 of 10 trainings", "4 logits from the balanced one a loss of D is 2981 times as steep", "G's gradient vanishes")]
    [InlineData("Vanilla", 4, 0, "G's gradient vanishes")]
    [InlineData("EnergyBased", 4, 0, "D is an energy")]
    [InlineData("Dragan", 4, 0, "A gradient penalty of weight 10 towards the slope 1")]
    [InlineData("LeCamHinge", 4, 0, "Spectral normalisation keeps the slope of D at 1 or less")]
    [InlineData("StyleGan2", 4, 0, "The path length penalty")]
    [InlineData("BoundarySeeking", 4, 0, "G's slope is 0 where D cannot tell")]
    [InlineData("SinGan", 4, 0, "Nothing in its losses says why")]
    [InlineData("RelativisticPair", 4, 0, "Nothing in its losses says why")]
    [InlineData("NonSaturating", 4, 0, "Nothing in its losses says why")]
    [InlineData("NonSaturating", 7, 0)]
    [InlineData("NonSaturating", 7, 5, "In 10 of 10 trainings")]
    public void Why_modes_are_missing_is_said(string name, int covered, int diverged, params string[] beginnings)
    {
        var objective = Objectives.Find(name)!;
        var losses = new EmittedLosses(objective);
        var curves = CurveSection.Of(losses, new(losses, new(losses)));
        var mixture = new MixtureSection("ring of 8", 8, [.. Enumerable.Repeat((double)covered, 5)], [.. Enumerable.Repeat(diverged == 5 ? 0.01 : 0.1, 5)], [.. Enumerable.Range(1, diverged)], 1, []);
        var reasons = MixtureReasons.Of(objective, curves, MeasuredTails.Vanishes(losses), [mixture, mixture]);
        Assert.Equal(beginnings.Length, reasons.Count);
        Assert.All(beginnings.Zip(reasons), static pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void A_training_that_diverges_is_none()
    {
        using var threads = new KeptThreads(1);
        using var random = new KeptRandom();
        Assert.Null(MixtureTraining.Run(Objectives.Exponential, [(1e30, 0)], 0, seed: 1, steps: 5));
    }

    [Fact]
    public void No_tensor_is_left() => Live.AssertUnchanged(static () => MixtureTraining.Run(Objectives.WassersteinGradientPenalty, s_modes, 0.1, seed: 1, steps: 3), parametersMade: 12);
}
