using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests;

/// <summary>Hyperparameters that follow the step.</summary>
public sealed class ScheduleTests
{
    /// <summary>γ/2 goes from 5 to 0.5 along half a cosine of 400 steps: 0.5 + 4.5 (1 + cos(π s / 400)) / 2.</summary>
    [Theory]
    [InlineData(0, 5)]
    [InlineData(100, 4.3409902576697319)]
    [InlineData(200, 2.75)]
    [InlineData(300, 1.1590097423302681)]
    [InlineData(400, 0.5)]
    [InlineData(1_000_000, 0.5)]
    public void ACosineFallsAndStays(long step, double expected)
    {
        var objective = new ScheduledHinge();
        objective.MoveTo(step);
        Assert.Equal(step, objective.Step);
        Assert.Equal(expected, objective.HalfGamma, 1e-13);
        Assert.Equal(expected, Assert.Single(objective.Penalties).Weight, 1e-13);
    }

    /// <summary>From 0.1 to 1 by equal steps, then by the factor 3^(1/90) a step.</summary>
    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(5, 0.55)]
    [InlineData(10, 1)]
    [InlineData(55, 1.7320508075688772)]
    [InlineData(100, 3)]
    [InlineData(5000, 3)]
    public void AConditionalJoinsTwoSchedules(long step, double expected)
    {
        var objective = new ScheduledHinge();
        objective.MoveTo(step);
        Assert.Equal(expected, objective.Margin, 1e-14);
    }

    [Fact]
    public void LossesUseTheValueOfTheStep()
    {
        using var scope = NewDisposeScope();
        var objective = new ScheduledHinge();
        var (real, fake) = (tensor(new[] { 0.75, -0.5 }), tensor(new[] { -1.5, 0.25 }));
        // Margin 0.1: real (0 + 0.6) / 2, fake (0 + 0.35) / 2; margin 3: real (2.25 + 3.5) / 2, fake (1.5 + 3.25) / 2.
        Assert.Equal(0.475, objective.DiscriminatorLoss(real, fake).ToDouble(), 1e-12);
        objective.MoveTo(100);
        Assert.Equal(5.25, objective.DiscriminatorLoss(real, fake).ToDouble(), 1e-12);
    }

    [Fact]
    public void ADiscriminatorStepMovesTheSchedules()
    {
        using var scope = NewDisposeScope();
        var objective = new ScheduledHinge();
        var discriminator = nn.Linear(3, 1);
        using var terms = objective.DiscriminatorTerms(discriminator, randn(4, 3), randn(4, 3), 200);
        Assert.Equal(200, objective.Step);
        // The weight is γ/2 at step 200, and a linear discriminator has its weight as gradient.
        Assert.Equal(2.75 * discriminator.weight.square().sum().ToDouble(), terms.Penalties.Single().Value.ToDouble(), 1e-5);
    }

    [Fact]
    public void AScheduleIsOfAnInstance()
    {
        var (one, other) = (new ScheduledHinge { First = 2 }, new ScheduledHinge { First = 2 });
        one.MoveTo(400);
        Assert.Equal(2, other.HalfGamma);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal("ScheduledHinge { First = 2 }", one.ToString());
        Assert.Equal([new("First", 2)], one.Hyperparameters);
        Assert.Equal([new("HalfGamma", 0.5), new("Margin", 3)], one.Variables);
    }

    [Fact]
    public void ACopyOfARecordHasAStepOfItsOwn()
    {
        var record = new ScheduledRecord();
        record.MoveTo(3);
        var copy = record with { LossWeight = 2 };
        copy.MoveTo(9);
        // softplus(0) = log 2, softplus(6) = 6.0024756851377302.
        Assert.Equal(0.59061610914964125, record.A, 1e-14);
        Assert.Equal(0.14280663653319507, copy.A, 1e-14);
        Assert.Equal(record, copy with { LossWeight = 1 });
    }

    [Fact]
    public void InfoHasTheFormulaAndTheValueAtStepZero()
    {
        var info = new ScheduledHinge().Info.Hyperparameters;
        Assert.Equal(["First", "HalfGamma", "Margin"], info.Select(static h => h.Name));
        Assert.Equal([5, 5, 0.1], info.Select(static h => h.Default));
        Assert.Equal([null, "cosine(step, first, 0.5, Length)", "step < 10 ? linear(step, 0.1, 1, 10) : exponential(step - 10, 1, 3, 90)"], info.Select(static h => h.Schedule));
    }

    [Fact]
    public void AStepIsNotNegative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ScheduledHinge().MoveTo(-1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((IGanObjective)new Hinge()).MoveTo(-1));
    }

    /// <summary>What an instance's own hyperparameter takes out of range at some step is noticed there, by the step's number.</summary>
    [Fact]
    public void AValueOutOfRangeNamesTheStep()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(static () => HyperparameterChecks.Scheduled(-0.5, "Gamma", 7, 0, double.PositiveInfinity, exclusive: false));
        Assert.StartsWith("The schedule of Gamma has the value -0.5 at step 7, but Gamma must be finite and from 0 to", error.Message, StringComparison.Ordinal);
        Assert.Equal(0.3, HyperparameterChecks.Scheduled(0.1 + 0.2, "Gamma", 7, 0, 0.3, exclusive: false));
    }
}
