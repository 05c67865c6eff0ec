using System.Text.Json;
using Gan.Dsl;
using Gan.Runtime.Tests;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

[assembly: GanObjectiveTests(typeof(Averaged))]
[assembly: GanObjectiveTests(typeof(Estimated))]

namespace Gan.Runtime.Tests;

/// <summary>Penalties over logits, one with a state and a weight of each instance.</summary>
[GanObjective(FD = "max(0, 1 + t)", FG = "t")]
[LeCam(WeightFrom = nameof(Strength), Decay = 0.9)]
[PathLength(WeightFrom = nameof(Strength), Decay = 0.2, Every = 2)]
[Drift(Weight = 0.1)]
public sealed partial class Averaged
{
    [Hyperparameter(Min = 0)]
    public double Strength { get; init; } = 0.5;
}

/// <summary>R1 and R2 by finite differences.</summary>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Gamma = 2, FiniteDifference = 0.01)]
[R2(Weight = 0.25, FiniteDifference = 0.1, Every = 2)]
public sealed partial class Estimated;

/// <summary>An objective whose equality the compiler writes.</summary>
[GanObjective(FD = "t", FG = "t")]
[LeCam]
[GradientPenalty]
public sealed partial record AveragedRecord;

public sealed class StateTests
{
    [Fact]
    public void EachInstanceHasItsOwnAverages()
    {
        var (moved, still) = (new Averaged(), new Averaged());
        Move(moved, 2, -1);
        Assert.Equal([("LeCam.Real", 2), ("LeCam.Fake", -1), ("LeCam.Batches", 1), ("PathLength.Mean", 0)], moved.State.Select(static entry => (entry.Key, entry.Value)));
        Assert.Equal([0, 0, 0, 0], still.State.Values);
        Assert.Equal(0.5, moved.Penalties[0].Weight);
    }

    [Fact]
    public void TheBareMethodMovesNothing()
    {
        var objective = new Averaged();
        using var discriminator = FunctionNet.Linear(1);
        using var one = ones(1, 1, dtype: ScalarType.Float64);
        using var zero = zeros(1, 1, dtype: ScalarType.Float64);
        using var term = objective.LeCamPenalty(discriminator, one, zero);
        Assert.Equal(0.5 * 2, term.item<double>(), 1e-12);
        Assert.Equal(0, objective.State["LeCam.Batches"]);
    }

    [Fact]
    public void ASavedStateGoesOnExactlyAsTheOriginal()
    {
        var original = new Averaged();
        Move(original, 2.1, -1);
        Move(original, 1.0 / 3, 0.7);
        var loaded = new Averaged();
        loaded.LoadState(JsonSerializer.Deserialize<Dictionary<string, double>>(JsonSerializer.Serialize(original.State))!);
        Move(original, 0.1, 0.2);
        Move(loaded, 0.1, 0.2);
        Assert.Equal(original.State, loaded.State);
        Assert.Equal(3, loaded.State["LeCam.Batches"]);
    }

    [Fact]
    public void TheStateIsNoPartOfTheObjective()
    {
        var moved = new Averaged();
        Move(moved, 2, -1);
        Assert.Equal(new Averaged(), moved);
        Assert.Equal(new Averaged().GetHashCode(), moved.GetHashCode());
        Assert.Equal(new AveragedRecord(), new AveragedRecord());
        Assert.Equal(new AveragedRecord().GetHashCode(), new AveragedRecord().GetHashCode());
    }

    [Fact]
    public void AWrongStateIsRefusedWhole()
    {
        var objective = new Averaged();
        Move(objective, 2, -1);
        Refused([], "lacks LeCam.Real");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1 }, "lacks LeCam.Batches");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = 1, ["PathLength.Mean"] = 1, ["Path.Mean"] = 1 }, "Path.Mean");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = 1, ["PathLength.Mean"] = -1 }, "a length is not negative");
        Refused(new() { ["LeCam.Real"] = double.NaN, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = 1 }, "LeCam.Real of the state is NaN");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = double.PositiveInfinity, ["LeCam.Batches"] = 1 }, "finite");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = -1, ["PathLength.Mean"] = 1 }, "counts batches");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = 1.5, ["PathLength.Mean"] = 1 }, "counts batches");
        Assert.Throws<ArgumentNullException>("state", () => objective.LoadState(null!));
        Assert.Equal([2, -1, 1, 0], objective.State.Values);

        void Refused(Dictionary<string, double> state, string inMessage)
            => Assert.Contains(inMessage, Assert.Throws<ArgumentException>(nameof(state), () => objective.LoadState(state)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MostObjectivesHaveNone()
    {
        IGanObjective hinge = new Hinge();
        Assert.Empty(hinge.State);
        hinge.LoadState(new Dictionary<string, double>());
        Assert.Throws<ArgumentException>("state", () => hinge.LoadState(new Dictionary<string, double> { ["LeCam.Real"] = 1 }));
    }

    [Fact]
    public void AHandWrittenObjectiveHasThatOfItsPenalties()
    {
        IGanObjective objective = new LogisticObjective { Penalties = [new LeCamPenalty(), new R1Penalty(), new LeCamPenalty { Start = 3 }] };
        using (var scope = NewDisposeScope())
        {
            using var discriminator = FunctionNet.Linear(1);
            objective.DiscriminatorTerms(discriminator, tensor(new[,] { { 2.0 } }), tensor(new[,] { { -1.0 } })).Dispose();
        }

        Assert.Equal(["LeCam.Real", "LeCam.Fake", "LeCam.Batches", "LeCam2.Real", "LeCam2.Fake", "LeCam2.Batches"], objective.State.Keys);
        Assert.Equal([2, -1, 1, 0, 0, 0], objective.State.Values);
    }

    [Fact]
    public void AnEstimateSaysSo()
    {
        Assert.Equal("1 E‖∇D(x)‖², by differences of 0.01", new Estimated().Info.Penalties[0].Text);
        Assert.Equal("0.25 E‖∇D(G(z))‖², by differences of 0.1, every 2 steps and times 2", new Estimated().Info.Penalties[1].Text);
        Assert.Equal((0.01, 0.1), (((R1Penalty)new Estimated().Penalties[0]).FiniteDifference, ((R2Penalty)new Estimated().Penalties[1]).FiniteDifference));
    }

    [Fact]
    public void TheGeneratorsPenaltyIsTheInstances()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        var objective = new Averaged { Strength = 3 };
        var latents = ones(4, 1, dtype: ScalarType.Float64).requires_grad_(true);
        using var terms = objective.GeneratorTerms(discriminator, latents.mul(2), latents, step: 2);
        Assert.Equal("PathLength", Assert.Single(terms.Penalties).Name);
        Assert.True(objective.State["PathLength.Mean"] > 0);
        Assert.Equal(0, new Averaged().State["PathLength.Mean"]);
        var penalty = Assert.IsType<PathLengthPenalty>(Assert.Single(objective.GeneratorPenalties));
        Assert.Equal((3, 0.2, 2), (penalty.Weight, penalty.Decay, penalty.Every));
        Assert.Equal("strength E(‖∇_w G(w)·y‖ − a)², a averaged with decay 0.2, every 2 steps and times 2", Assert.Single(objective.Info.GeneratorPenalties).Text);
        Assert.Equal(["LeCam", "Drift"], objective.Info.Penalties.Select(static p => p.Name));
        Assert.Equal(
            ["Tseng et al. 2021, arXiv 2104.03310", "Karras et al. 2020, arXiv 1912.04958", "Karras, Aila, Laine and Lehtinen 2018, arXiv 1710.10196"],
            objective.Info.Sources);
    }

    /// <summary>One step whose logits are these two numbers.</summary>
    private static void Move(Averaged objective, double real, double fake)
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        objective.DiscriminatorTerms(discriminator, tensor(new[,] { { real } }), tensor(new[,] { { fake } })).Dispose();
    }
}
