using Gan.Experiments.Atlas.Mixtures;
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
