using System.Globalization;
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
[PathLength(WeightFrom = nameof(Strength), Decay = 0.8, Every = 2)]
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
[GanObjective(FD = "max(0, margin + t)", FG = "t")]
[LeCam]
[GradientPenalty]
public sealed partial record AveragedRecord
{
    [Hyperparameter]
    public double Margin { get; init; } = 1;
}

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
        var record = new AveragedRecord();
        Move(record, 2, -1);
        Assert.Equal(new AveragedRecord(), record);
        Assert.Equal(new AveragedRecord().GetHashCode(), record.GetHashCode());
        Assert.NotEqual(new AveragedRecord { Margin = 1.5 }, record);
        Assert.NotEqual(new AveragedRecord { LossWeight = 2 }, record);
        Assert.Equal(record, record with { LossPath = LossPath.Composed });
        var (one, other) = (new CarriedNumbers(1), new CarriedNumbers(2));
        Assert.Equal((true, false), (one == other, one != other));
    }

    [Fact]
    public void ACopyOfARecordGoesOnFromTheAveragesAndMovesItsOwn()
    {
        var one = new AveragedRecord();
        Move(one, 2, -1);
        var two = one with { Margin = 2 };
        Assert.Equal(one.State, two.State);
        Move(one, 4, -3);
        Assert.Equal([2, -1, 1], two.State.Values);
        Move(two, 0, 0);
        // Of two batches, with weights 0.99 and 1: m₁ and m₂ = 4 and -3 in the one, 0 and 0 in the other.
        Assert.Equal([((0.99 * 2) + 4) / 1.99, ((0.99 * -1) - 3) / 1.99, 2], one.State.Values, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.99 * 2 / 1.99, 0.99 * -1 / 1.99, 2], two.State.Values, (a, b) => Math.Abs(a - b) < 1e-12);
        two.LoadState(new Dictionary<string, double> { ["LeCam.Real"] = 7, ["LeCam.Fake"] = 8, ["LeCam.Batches"] = 9 });
        var three = two with { };
        two.LoadState(one.State);
        Assert.Equal([7, 8, 9], three.State.Values);
        Assert.Equal(one.State, two.State);
    }

    [Fact]
    public void APenaltyThatIsHeldShowsTheStateAsItIs()
    {
        var objective = new Averaged();
        var state = ((LeCamPenalty)objective.Penalties[0]).State;
        Move(objective, 2, -1);
        Assert.Equal((2, -1, 1), (state.Real, state.Fake, state.Batches));
    }

    [Fact]
    public void ARecordShowsItsHyperparametersAlone()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "minus " } };
            Assert.Equal("minus 0,5", (-0.5).ToString(CultureInfo.CurrentCulture));
            Assert.Equal("AveragedRecord { Margin = 1.5 }", new AveragedRecord { Margin = 1.5 }.ToString());
            Assert.Equal("AveragedRecord { Margin = -2, LossWeight = 0.5 }", (new AveragedRecord { Margin = -2 } with { LossWeight = 0.5 }).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void AStateOfNoStepsAndOneOfVeryManyLoad()
    {
        var objective = new Averaged();
        objective.LoadState(new Averaged().State);
        Assert.Equal([0, 0, 0, 0], objective.State.Values);
        objective.LoadState(new Dictionary<string, double> { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 2, ["LeCam.Batches"] = 9007199254740992, ["PathLength.Mean"] = 3 });
        Assert.Equal([1, 2, 9007199254740992, 3], objective.State.Values);
    }

    [Fact]
    public void AWrongStateIsRefusedWhole()
    {
        var objective = new Averaged();
        Move(objective, 2, -1);
        Refused([], "lacks LeCam.Real");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1 }, "lacks LeCam.Batches");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = 1, ["PathLength.Mean"] = 1, ["Path.Mean"] = 1 }, "Path.Mean");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = 1, ["PathLength.Mean"] = -1 }, "a length cannot be negative");
        Refused(new() { ["LeCam.Real"] = double.NaN, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = 1 }, "LeCam.Real of the state is NaN");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = double.PositiveInfinity, ["LeCam.Batches"] = 1 }, "finite");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = -1, ["PathLength.Mean"] = 1 }, "must be a number of batches");
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = 1.5, ["PathLength.Mean"] = 1 }, "must be a number of batches");
        // 2⁵³ + 2: above 2⁵³ doubles count no more.
        Refused(new() { ["LeCam.Real"] = 1, ["LeCam.Fake"] = 1, ["LeCam.Batches"] = 9007199254740994, ["PathLength.Mean"] = 1 }, "must be a number of batches");
        Assert.Throws<ArgumentNullException>("state", () => objective.LoadState(null!));
        Assert.Throws<ArgumentNullException>("objective", () => ObjectiveState.Of(null!));
        Assert.Throws<ArgumentNullException>("objective", () => ObjectiveState.Load(null!, new Dictionary<string, double>()));
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
        Assert.Equal((3, 0.8, 2), (penalty.Weight, penalty.Decay, penalty.Every));
        Assert.Equal("strength E(‖∇_w G(w)·y‖ − a)², a averaged with decay 0.8, every 2 steps and times 2", Assert.Single(objective.Info.GeneratorPenalties).Text);
        Assert.Equal(["LeCam", "Drift"], objective.Info.Penalties.Select(static p => p.Name));
        Assert.Equal(
            ["Tseng et al. 2021, arXiv 2104.03310", "Karras et al. 2020, arXiv 1912.04958", "Karras, Aila, Laine and Lehtinen 2018, arXiv 1710.10196"],
            objective.Info.Sources);
    }

    /// <summary>One step whose logits are these two numbers.</summary>
    private static void Move(IGanObjective objective, double real, double fake)
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        objective.DiscriminatorTerms(discriminator, tensor(new[,] { { real } }), tensor(new[,] { { fake } })).Dispose();
    }
}
