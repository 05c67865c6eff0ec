using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests;

/// <summary>Numbers that an objective updates from the logits of each step of D.</summary>
public sealed class DeclaredStateTests
{
    // Means 2 and 5, second moments 4.25 and 29; the spread of real is 0.5.
    private static readonly double[] s_real = [1.5, 2.5], s_fake = [3, 7];

    /// <summary>k₁ = 0 + 0.001 (0.5·2 − 5), which is clamped to 0; with γ = 1 and the batches exchanged, 0.001 (5 − 2).</summary>
    [Fact]
    public void BeganMovesItsBalance()
    {
        using var scope = NewDisposeScope();
        var objective = new BalancedEnergies { Gamma = 1 };
        objective.UpdateState(tensor(s_real), tensor(s_fake));
        Assert.Equal(0, objective.K);
        objective.UpdateState(tensor(s_fake), tensor(s_real));
        Assert.Equal(0.003, objective.K, 1e-15);
        objective.UpdateState(tensor(s_fake, float32), tensor(s_real, float32));
        Assert.Equal(0.006, objective.K, 1e-15);
        // E[t] of real less k times that of fakes.
        Assert.Equal(2 - (0.006 * 5), objective.DiscriminatorLoss(tensor(s_real), tensor(s_fake)).ToDouble(), 1e-14);
    }

    /// <summary>λ₁ = ρ (Ω − 1), Ω = 4.25/2 + 29/2 = 16.625; L_D = −2 + 5 + λ (Ω − 1) + ρ/2 (Ω − 1)².</summary>
    [Fact]
    public void FisherMovesItsMultiplier()
    {
        using var scope = NewDisposeScope();
        var objective = new MultipliedCritic();
        var (real, fake) = (tensor(s_real), tensor(s_fake));
        Assert.Equal(3 + (0.005 * 15.625 * 15.625), objective.DiscriminatorLoss(real, fake).ToDouble(), 1e-13);
        objective.UpdateState(real, fake);
        Assert.Equal(0.15625, objective.Multiplier, 1e-15);
        Assert.Equal(3 + (0.15625 * 15.625) + (0.005 * 15.625 * 15.625), objective.DiscriminatorLoss(real, fake).ToDouble(), 1e-13);
    }

    /// <summary>A step computes with the value that it started with, and the next one with what follows from it. The generator's step in between sees the discriminator's value.</summary>
    [Fact]
    public void AStepChangesTheStateOfTheNext()
    {
        using var scope = NewDisposeScope();
        var objective = new MultipliedCritic();
        var discriminator = nn.Linear(1, 1);
        using (no_grad())
        {
            discriminator.weight.fill_(1);
            discriminator.bias!.fill_(0);
        }

        var (real, fake) = (tensor(s_real, float32).reshape(2, 1), tensor(s_fake, float32).reshape(2, 1));
        using (var terms = objective.DiscriminatorTerms(discriminator, real, fake))
        {
            Assert.Equal(0, objective.Multiplier);
            // The graph is made when it is asked for, with the same value.
            Assert.Equal(3 + (0.005 * 15.625 * 15.625), terms.Total.ToDouble(), 1e-5);
        }

        Assert.Equal(0, objective.Multiplier);
        Assert.Equal(0.15625, objective.State["Multiplier"], 1e-15);
        using (var terms = objective.DiscriminatorTerms(discriminator, real, fake, step: 1))
            Assert.Equal(3 + (0.15625 * 15.625) + (0.005 * 15.625 * 15.625), terms.Total.ToDouble(), 1e-5);
        Assert.Equal(0.15625, objective.Variables.Single().Value, 1e-15);
        Assert.Equal(0.3125, objective.State["Multiplier"], 1e-15);
    }

    /// <summary>By hand: std(real) = 0.5, mean softplus(fake − 2·2) = (softplus(−1) + softplus(3)) / 2, then margin and strength of the step before.</summary>
    [Fact]
    public void StatesNameEachOtherTheScheduleAndTheStep()
    {
        using var scope = NewDisposeScope();
        var objective = new StatesOfAllKinds();
        var (real, fake) = (tensor(s_real), tensor(s_fake));
        var mean = (Softplus(-1) + Softplus(3)) / 2;
        objective.UpdateState(real, fake);
        var margin = Math.Max(0.5, 1 + (0.5 * (0.5 - mean)));
        Assert.Equal(margin, objective.Margin, 1e-14);
        Assert.Equal(2, objective.Strength);
        objective.MoveTo(10);
        objective.UpdateState(real, fake);
        Assert.Equal(Math.Max(0.5, margin + (0.25 * (0.5 - mean))), objective.Margin, 1e-14);
        Assert.Equal(1.8 + (0.1 * 2.5 * margin), objective.Strength, 1e-14);
        Assert.Equal(objective.Strength, objective.Penalties.OfType<R1Penalty>().Single().Weight);

        static double Softplus(double t) => Math.Log(1 + Math.Exp(t));
    }

    [Fact]
    public void ItIsSavedAndLoadedWithWhatIsPending()
    {
        using var scope = NewDisposeScope();
        var discriminator = nn.Linear(3, 1);
        var one = new StatesOfAllKinds();
        for (var step = 0; step < 4; step++)
            one.DiscriminatorTerms(discriminator, randn(4, 3), randn(4, 3), step).Dispose();
        Assert.Equal(["Margin", "Strength", "LeCam.Real", "LeCam.Fake", "LeCam.Batches"], one.State.Keys);

        var other = new StatesOfAllKinds();
        other.LoadState(one.State);
        Assert.Equal(one.State, other.State);
        var (real, fake) = (randn(4, 3), randn(4, 3));
        foreach (var objective in new[] { one, other })
            objective.DiscriminatorTerms(discriminator, real, fake, 4).Dispose();
        Assert.Equal(one.State, other.State);
        Assert.Equal(one.Margin, other.Margin);
    }

    [Theory]
    [InlineData(null, "The state lacks K.")]
    [InlineData(1.5, "K of the state is 1.5, but must be finite and from 0 to 1.")]
    [InlineData(double.NaN, "K of the state is NaN, but must be finite.")]
    public void ASavedStateIsChecked(double? value, string message)
    {
        var objective = new BalancedEnergies();
        var state = value is { } number ? new Dictionary<string, double> { ["K"] = number } : [];
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => objective.LoadState(state)).Message, StringComparison.Ordinal);
        Assert.Equal(0, objective.K);
    }

    [Fact]
    public void AStatisticThatIsNotFiniteChangesNothing()
    {
        using var scope = NewDisposeScope();
        var objective = new MultipliedCritic();
        objective.UpdateState(tensor(s_real), tensor(s_fake));
        objective.UpdateState(tensor(new[] { 1, double.NaN }), tensor(s_fake));
        objective.UpdateState(tensor(s_real), tensor(new[] { 1, double.PositiveInfinity }));
        Assert.Equal(0.15625, objective.Multiplier, 1e-15);
    }

    [Fact]
    public void AValueThatIsNotFiniteIsRefused()
    {
        using var scope = NewDisposeScope();
        var objective = new MultipliedCritic { Rho = 1e38 };
        // Two second moments of 1e300, times 1e38.
        var error = Assert.Throws<InvalidOperationException>(() => objective.UpdateState(tensor(new[] { 1e150 }), tensor(new[] { 1e150 })));
        Assert.Equal("The update of the state Multiplier has the value Infinity. A state must stay finite: give it a Min and a Max, or change its formula.", error.Message);
    }

    [Fact]
    public void AStateIsOfAnInstance()
    {
        using var scope = NewDisposeScope();
        var (one, other) = (new MultipliedCritic(), new MultipliedCritic());
        one.UpdateState(tensor(s_real), tensor(s_fake));
        Assert.Equal(0, other.Multiplier);
        Assert.Equal(one, other);
        Assert.Equal("MultipliedCritic { Rho = 0.01 }", one.ToString());

        var record = new StatesOfAllKinds();
        var copy = record with { LossWeight = 2 };
        copy.UpdateState(tensor(s_real), tensor(s_fake));
        Assert.Equal(1, record.Margin);
        Assert.NotEqual(1, copy.Margin);
        Assert.Equal(record, copy with { LossWeight = 1 });
    }

    [Fact]
    public void InfoHasTheUpdateAndTheStart()
    {
        var info = new BalancedEnergies().Info.Hyperparameters;
        Assert.Equal([null, "k + Rate * (gamma * mean(real) - mean(fake))"], info.Select(static h => h.Update));
        Assert.Equal([0.5, 0], info.Select(static h => h.Default));
        Assert.Equal([new("Gamma", 0.5)], new BalancedEnergies().Hyperparameters);
    }

    [Fact]
    public void SeveralDiscriminatorsHaveNoCommonState()
    {
        using var scope = NewDisposeScope();
        var two = new[] { nn.Linear(3, 1), nn.Linear(3, 1) };
        var error = Assert.Throws<InvalidOperationException>(() => new MultipliedCritic().DiscriminatorTerms(two, randn(4, 3), randn(4, 3), ListReduction.Mean));
        Assert.Contains("give each discriminator its own objective", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingLeaks()
    {
        using var scope = NewDisposeScope();
        var objective = new StatesOfAllKinds();
        var (real, fake) = (randn(16), randn(16));
        objective.UpdateState(real, fake);
        var before = Tensor.TotalCount;
        objective.UpdateState(real, fake);
        Assert.Equal(before, Tensor.TotalCount);
    }
}
