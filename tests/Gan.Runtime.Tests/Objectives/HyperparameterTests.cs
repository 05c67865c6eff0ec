using Gan.Dsl;
using Gan.Runtime.Tests;
using static TorchSharp.torch;

[assembly: GanObjectiveTests(typeof(Weighted))]
[assembly: GanObjectiveTests(typeof(Guarded))]

namespace Gan.Runtime.Tests;

/// <summary>Penalties whose weights are hyperparameters, beside one that has a number.</summary>
[GanObjective(FD = "softplus(t / temperature)", FG = "softplus(t)")]
[R1(WeightFrom = nameof(Strength), Every = 2)]
[GradientPenalty(WeightFrom = nameof(Strength), Target = 0)]
[R2(Weight = 3)]
public sealed partial class Weighted
{
    [Hyperparameter(Min = 0, Max = 100)]
    public double Strength { get; init; } = 4;

    [Hyperparameter(Min = 0, Exclusive = true)]
    public double Temperature { get; set; } = 1;
}

/// <summary>Properties whose generated part checks what is set.</summary>
[GanObjective(Real = "max(0, margin - t)", Fake = "max(0, margin + t)", Generator = "-t")]
[R1(WeightFrom = nameof(Strength))]
public sealed partial class Guarded
{
    [Hyperparameter(Default = 1, Min = 0, Exclusive = true)]
    public partial double Margin { get; init; }

    [Hyperparameter(Min = 0)]
    public partial double Strength { get; set; }
}

/// <summary>What a user writes is kept.</summary>
[GanObjective(FD = "t", FG = "t")]
[SpectralNorm]
public sealed partial class SelfNamed
{
    public override string ToString() => "mine";

    public override bool Equals(object? obj) => obj is SelfNamed;

    public override int GetHashCode() => 1;
}

public sealed class HyperparameterTests
{
    [Fact]
    public void AnInstancesValuesAreToldInTheOrderOfTheirDeclaration()
    {
        Assert.Equal([new("A", 0), new("B", 1), new("C", 0.5), new("S", 1)], new LeastSquares { C = 0.5 }.Hyperparameters);
        Assert.Empty(((IGanObjective)new Hinge()).Hyperparameters);
    }

    [Fact]
    public void AnObjectiveIsShownWithItsValues()
    {
        Assert.Equal("LeastSquares { A = 0, B = 1, C = 1, S = 1 }", new LeastSquares().ToString());
        Assert.Equal("LeastSquares { A = -0.25, B = 1, C = 1, S = 1E-07, LossWeight = 2 }", new LeastSquares { A = -0.25, S = 1e-7, LossWeight = 2 }.ToString());
        Assert.Equal("Hinge", new Hinge().ToString());
        Assert.Equal("Hinge { LossWeight = 0.5 }", new Hinge { LossWeight = 0.5 }.ToString());
        Assert.Equal("mine", new SelfNamed().ToString());
    }

    [Fact]
    public void ObjectivesOfOneTypeAndEqualValuesAreEqual()
    {
        Assert.Equal(new LeastSquares { A = -1 }, new LeastSquares { A = -1 });
        Assert.Equal(new LeastSquares { A = -1 }.GetHashCode(), new LeastSquares { A = -1 }.GetHashCode());
        Assert.Equal(Objectives.Hinge, new Hinge());
        Assert.NotEqual(new LeastSquares { A = -1 }, new LeastSquares());
        Assert.NotEqual(new Hinge { LossWeight = 2 }, new Hinge());
        Assert.False(new Vanilla().Equals(new NonSaturating()));
        Assert.False(new Vanilla().Equals(null));
        Assert.Equal(new SelfNamed { LossWeight = 2 }, new SelfNamed());
    }

    [Fact]
    public void APenaltysWeightIsTheInstances()
    {
        Assert.Equal([("R1", 4, 2), ("GradientPenalty", 4, 1), ("R2", 3, 1)], new Weighted().Penalties.Select(Options));
        Assert.Equal([("R1", 0.5, 2), ("GradientPenalty", 0.5, 1), ("R2", 3, 1)], new Weighted { Strength = 0.5 }.Penalties.Select(Options));
        Assert.Equal("strength E‖∇D(x)‖², every 2 steps and times 2", new Weighted().Info.Penalties[0].Text);
    }

    /// <summary>D(x) = 3x has the squared gradient norm 9 everywhere.</summary>
    [Fact]
    public void TheTermHasTheInstancesWeight()
    {
        using var scope = NewDisposeScope();
        using var discriminator = nn.Linear(1, 1, hasBias: false);
        using (no_grad())
            discriminator.weight!.fill_(3);
        var sample = ones(4, 1);
        Assert.Equal(4 * 9, new Weighted().R1Penalty(discriminator, sample).item<float>(), 1e-4);
        Assert.Equal(0.5 * 9, new Weighted { Strength = 0.5 }.R1Penalty(discriminator, sample).item<float>(), 1e-5);
        using var terms = new Weighted { Strength = 0.5 }.DiscriminatorTerms(discriminator, sample, sample, step: 0);
        Assert.Equal([0.5 * 9 * 2, 0.5 * 9, 27], terms.Penalties.Select(static penalty => Math.Round(penalty.Value.item<float>(), 4)));
    }

    [Fact]
    public void APartialPropertyStartsFromItsDefaultAndRefusesWhatIsSetOutOfItsRange()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("Guarded { Margin = 1, Strength = 0 }", new Guarded().ToString());
        Assert.Equal(2.5, new Guarded { Margin = 3 }.DiscriminatorRealLoss(tensor(0.5)).item<double>(), 1e-12);
        Assert.Equal("Margin", Assert.Throws<ArgumentOutOfRangeException>(() => new Guarded { Margin = 0 }).ParamName);

        var objective = new Guarded { Strength = 2 };
        Assert.Equal("Strength", Assert.Throws<ArgumentOutOfRangeException>(() => objective.Strength = double.PositiveInfinity).ParamName);
        Assert.Equal(2, Assert.Single(objective.Penalties).Weight);
        objective.Strength = 3;
        Assert.Equal(3, Assert.Single(objective.Penalties).Weight);
    }

    [Fact]
    public void ZeroLeavesItOut() => Assert.False(new Weighted { Strength = 0 }.Penalties[0].IsDue(0));

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(double.NaN)]
    public void AWeightOutOfItsRangeIsRefusedByThePropertysName(double weight)
        => Assert.Equal("Strength", Assert.Throws<ArgumentOutOfRangeException>(() => new Weighted { Strength = weight }.Penalties).ParamName);

    private static (string Name, double Weight, int Every) Options(DiscriminatorPenalty penalty) => (penalty.Name, penalty.Weight, penalty.Every);
}
