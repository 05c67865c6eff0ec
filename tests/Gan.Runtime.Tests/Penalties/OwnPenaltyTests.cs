using Gan.Dsl;
using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

/// <summary>Penalties that users derive and declare: emitted into the steps and Info, with their state in the objective's.</summary>
public class OwnPenaltyTests
{
    private const string Converges = "Training converges locally on the Dirac-GAN.";

    private const double A = 0.8;

    private static readonly double[,] Real = { { 0.3, -1 }, { 2, 0.7 } }, Fake = { { 0.25, 0.5 }, { -1.5, 0 } };

    /// <summary>D(x) = a/2 ‖x‖²: E|D(x)|³ + ¼ E‖∇D(G(z))‖⁴ in closed form.</summary>
    [Fact]
    public void A_step_adds_what_the_class_computes()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(A);
        using var terms = new OwnPenalties().DiscriminatorTerms(discriminator, tensor(Real), tensor(Fake), step: 0);
        double[] real = [1.09, 4.49], fake = [0.3125, 2.25];
        var value = real.Average(static r => Math.Pow(A * r / 2, 3)) + (0.25 * fake.Average(static r => Math.Pow(A, 4) * r * r));
        var slope = real.Average(static r => 3 * A * A * Math.Pow(r / 2, 3)) + (0.25 * fake.Average(static r => 4 * Math.Pow(A, 3) * r * r));
        Assert.Equal(["CubicLogits", "MovingLevel"], terms.Penalties.Select(static term => term.Name));
        Assert.Equal(2 * 2 * value, terms.Penalties[0].Value.item<double>(), 1e-10);
        terms.Penalties[0].Value.backward();
        Assert.Equal(2 * 2 * slope, discriminator.Gradient[0], 1e-10);

        // Every = 2 leaves the odd steps out, and the gradient of D is that of the loss's own pass.
        using var odd = new OwnPenalties().DiscriminatorTerms(discriminator, tensor(Real), tensor(Fake), step: 1);
        Assert.Equal(["MovingLevel"], odd.Penalties.Select(static term => term.Name));
    }

    [Fact]
    public void Its_method_and_its_weight()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(A);
        double Of(double lambda) => new OwnPenalties { Lambda = lambda }.CubicLogitsPenalty(discriminator, tensor(Real), tensor(Fake)).to(ScalarType.Float64).item<double>();
        Assert.Equal(3 * Of(2), Of(6), 1e-10);
        Assert.Equal(0, Of(0));
    }

    [Fact]
    public void Its_checks_pass()
    {
        var penalty = new CubicLogitsPenalty(0.25, "fake");
        PenaltyChecks.SecondOrderGradient(penalty.Evaluate);
        PenaltyChecks.ZeroGradientIsFinite(penalty.Evaluate);
        PenaltyChecks.NothingLeaks(penalty.Evaluate);
        PenaltyChecks.NothingLeaks(new OwnPenalties().MovingLevelPenalty);
    }

    /// <summary>The level is the mean of the means so far: steps move it, an evaluation does not, and a copy of the numbers restores it.</summary>
    [Fact]
    public void Its_state_belongs_to_the_objective()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 0);
        var (first, second) = (new OwnPenalties(), new OwnPenalties());
        Assert.Equal(new() { ["MovingLevel.Level"] = 0, ["MovingLevel.Count"] = 0 }, new Dictionary<string, double>(first.State));
        foreach (var x in new[] { 2.0, 4 })
            using (first.DiscriminatorTerms(discriminator, tensor(new[,] { { x, 0 } }), tensor(Fake), step: 0)) { }

        // (D(x) − 3)² where the level would become 3 + (9 − 3)/3 = 5.
        Assert.Equal(16, first.MovingLevelPenalty(discriminator, tensor(new double[,] { { 9, 0 } }), tensor(Fake)).item<double>(), 1e-12);
        Assert.Equal(new() { ["MovingLevel.Level"] = 3, ["MovingLevel.Count"] = 2 }, new Dictionary<string, double>(first.State));
        Assert.Equal(0, second.State["MovingLevel.Count"]);
        second.LoadState(first.State);
        Assert.Equal(3, second.State["MovingLevel.Level"]);
        Assert.Contains("not a count", Assert.Throws<ArgumentException>(() => second.LoadState(new Dictionary<string, double> { ["MovingLevel.Level"] = 1, ["MovingLevel.Count"] = -1 })).Message);
        Assert.Equal(first, second);
    }

    /// <summary>To the bit, through an objective that goes on as the first does.</summary>
    [Fact]
    public void States_of_a_generic_class_have_names_and_go_on_as_before()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(0.7, -0.3);
        var (first, second) = (new GenericPenalties(), new GenericPenalties());
        Step(first, 0);
        Step(first, 1);
        Assert.Equal(["LevelOf.Level", "LevelOf.Count", "LevelOf2.Level", "LevelOf2.Count"], first.State.Keys);
        Assert.Equal([2.0, 1.0], [first.State["LevelOf.Count"], first.State["LevelOf2.Count"]]);
        second.LoadState(new Dictionary<string, double>(first.State));
        Assert.Equal(Step(first, 2), Step(second, 2));
        Assert.Equal(first.State, second.State);

        double[] Step(GenericPenalties objective, long step)
        {
            using var terms = objective.DiscriminatorTerms(discriminator, tensor(Real).mul(1 + (0.37 * step)), tensor(Fake), step);
            return [.. terms.Penalties.Select(static term => term.Value.item<double>())];
        }
    }

    [Fact]
    public void A_penalty_of_the_generator_has_the_latents()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1);
        var latents = tensor(new double[,] { { 1, 2 }, { 3, -1 } }).requires_grad_();
        using var terms = new OwnPenalties().GeneratorTerms(discriminator, latents.mul(3), latents, step: 0);
        // E‖G(w)‖² / E‖w‖² = 9.
        Assert.Equal(0.5 * 9, Assert.Single(terms.Penalties).Value.item<double>(), 1e-12);
        Assert.Equal("LatentRatio", terms.Penalties[0].Name);
    }

    [Fact]
    public void Info_names_it_and_proves_nothing_of_it()
    {
        var info = new OwnPenalties().Info;
        Assert.Equal([("CubicLogits", "lambda CubicLogits, every 2 steps and times 2"), ("MovingLevel", "MovingLevel")], info.Penalties.Select(static penalty => (penalty.Name, penalty.Text)));
        Assert.Equal([("LatentRatio", "0.5 LatentRatio", @"0.5\,\mathrm{LatentRatio}")], info.GeneratorPenalties.Select(static penalty => (penalty.Name, penalty.Text, penalty.Latex)));
        var verdict = info.Analysis.Verdicts.Single(static verdict => verdict.Statement == Converges);
        Assert.Equal((VerdictKind.Unknown, "what the penalty CubicLogits does near the equilibrium is not known"), (verdict.Verdict, verdict.Reason));
        Assert.Equal(VerdictKind.Unknown, info.Analysis.Verdicts.Single(static verdict => verdict.Statement == "D's loss is bounded below for any two distributions.").Verdict);
        Assert.All(info.Verify(), static check => Assert.True(check.Holds));

        // Beside one that nothing is known of, R1 shows nothing: neither to the compiler nor to the check of what it said.
        var other = Objectives.LogisticR1.Info;
        var own = new PenaltyInfo("Mine", "3 Mine", "");
        Assert.All([other with { Penalties = [.. other.Penalties, own] }, other with { GeneratorPenalties = [own] }], static both
            => Assert.False(both.Verify().Single(static check => check.Verdict.Statement == Converges).Holds));
        Assert.Equal(
            [VerdictKind.Unknown, VerdictKind.Unknown, VerdictKind.Unknown, VerdictKind.Proved],
            new IGanObjective[] { new R1BesideOwn(), new R1BesideOwnOfG(), new R1BesideOwnAtWill(), new R1BesideDisabled() }.Select(static objective
                => objective.Info.Analysis.Verdicts.Single(static verdict => verdict.Statement == Converges).Verdict));
        Assert.All(new R1BesideDisabled().Info.Verify(), static check => Assert.True(check.Holds));
    }

    [Fact]
    public void What_is_no_scalar_is_refused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(A);
        foreach (var (result, shown) in new (Func<DiscriminatorPass, Tensor>, string)[]
        {
            (static pass => pass.Real.Logits, "Float64 [2] on cpu"), (static _ => null!, "null"), (static _ => tensor(1L), "Int64 [] on cpu"),
        })
        {
            var error = Assert.Throws<InvalidOperationException>(() => new AnyPenalty(result).Evaluate(discriminator, tensor(Real), tensor(Fake)));
            Assert.Equal($"The penalty Any must return a floating-point scalar, but it returned {shown}.", error.Message);
        }
    }

    [Fact]
    public void A_gradient_that_was_not_tracked_is_refused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Quadratic(A);
        var error = Assert.Throws<InvalidOperationException>(() => new AnyPenalty(static pass => pass.Real.Gradient.sum()).Evaluate(discriminator, tensor(Real), tensor(Fake)));
        Assert.Contains("call TrackGradient", error.Message);
    }

    [Fact]
    public void A_state_has_as_many_numbers_as_names()
        => Assert.Contains("Level, Count", Assert.Throws<ArgumentException>(() => new LevelState().Become(new CarriedNumbers(1.0))).Message);

    [Fact]
    public void A_weight_is_checked() => Assert.Throws<ArgumentOutOfRangeException>(() => new AnyPenalty(static _ => null!) { Weight = -1 });

    private sealed class AnyPenalty(Func<DiscriminatorPass, Tensor> expectation) : DiscriminatorPenalty(weight: 1)
    {
        protected internal override Tensor Expectation(DiscriminatorPass pass) => expectation(pass);
    }
}

/// <summary>One with arguments that uses logits and gradients, one with a state, one of the generator.</summary>
[GanObjective(FD = "t", FG = "t")]
[Penalty(typeof(CubicLogitsPenalty), 0.25, "fake", WeightFrom = nameof(Lambda), Every = 2, LimitsSlope = true)]
[Penalty(typeof(MovingLevel))]
[Penalty(typeof(LatentRatioPenalty), PenaltyPoint.Fake, Weight = 0.5)]
public sealed partial class OwnPenalties
{
    [Hyperparameter(Min = 0)]
    public double Lambda { get; init; } = 2;
}

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Weight = 10)]
[Penalty(typeof(CubicLogitsPenalty), 1.0, "real")]
public sealed partial class R1BesideOwn;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Weight = 10)]
[Penalty(typeof(LatentRatioPenalty), PenaltyPoint.Fake)]
public sealed partial class R1BesideOwnOfG;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Weight = 10)]
[Penalty(typeof(CubicLogitsPenalty), 1.0, "real", WeightFrom = nameof(Lambda))]
public sealed partial class R1BesideOwnAtWill
{
    [Hyperparameter(Min = 0)]
    public double Lambda { get; init; }
}

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Weight = 10)]
[Penalty(typeof(CubicLogitsPenalty), 1.0, "real", Weight = 0)]
public sealed partial class R1BesideDisabled;

/// <summary>Two of a generic class, whose states have names of their own.</summary>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[Penalty(typeof(LevelOf<int>))]
[Penalty(typeof(LevelOf<double>), Every = 2)]
public sealed partial class GenericPenalties;

internal sealed class LevelOf<T>() : DiscriminatorPenalty(weight: 1)
{
    public LevelState State { get; init; } = new();

    protected internal override PenaltyState Carried => State;

    protected internal override Tensor Expectation(DiscriminatorPass pass)
    {
        var next = State.After(pass.Real.Logits.mean().to(ScalarType.Float64).item<double>() * (typeof(T) == typeof(int) ? 1 : 2));
        pass.WhenDone(() => State.Become(next));
        return pass.Real.Logits.sub(next[0]).square().mean();
    }
}

/// <summary>E|D(x)|³ + factor · E‖∇D(G(z))‖⁴.</summary>
internal sealed class CubicLogitsPenalty(double factor, string side) : DiscriminatorPenalty(weight: 1)
{
    protected internal override void Prepare(DiscriminatorPass pass) => Sample(pass).TrackGradient();

    protected internal override Tensor Expectation(DiscriminatorPass pass)
        => pass.Real.Logits.abs().pow(3).mean().add(Sample(pass).Gradient.flatten(1).square().sum(1).square().mean().mul(factor));

    private DiscriminatorSample Sample(DiscriminatorPass pass) => side == "fake" ? pass.Fake : pass.Real;
}

/// <summary>E(D(x) − a)², a the mean of the mean logits of all steps with this one.</summary>
internal sealed class MovingLevel() : DiscriminatorPenalty(weight: 1)
{
    public LevelState State { get; init; } = new();

    protected internal override PenaltyState Carried => State;

    protected internal override Tensor Expectation(DiscriminatorPass pass)
    {
        var next = State.After(pass.Real.Logits.mean().to(ScalarType.Float64).item<double>());
        pass.WhenDone(() => State.Become(next));
        return pass.Real.Logits.sub(next[0]).square().mean();
    }
}

public sealed class LevelState : PenaltyState
{
    public LevelState()
    {
    }

    public LevelState(Func<CarriedNumbers> read, Action<CarriedNumbers> write)
        : base(read, write)
    {
    }

    protected internal override IReadOnlyList<string> Names => ["Level", "Count"];

    public CarriedNumbers After(double mean) => new(Numbers[0] + ((mean - Numbers[0]) / (Numbers[1] + 1)), Numbers[1] + 1);

    protected internal override void Check(IReadOnlyList<double> numbers)
    {
        if (numbers[1] < 0)
            throw new ArgumentException($"{numbers[1]} is not a count.");
    }
}

/// <summary>E‖G(w)‖² / E‖w‖².</summary>
internal sealed class LatentRatioPenalty(PenaltyPoint point) : GeneratorPenalty(weight: 1)
{
    protected internal override Tensor Expectation(GeneratorPass pass) => point == PenaltyPoint.Fake ? pass.Fake.square().mean().div(pass.Latents.square().mean()) : pass.Fake.sum();
}
