using Gan.Dsl;
using Gan.Runtime.Tests;

[assembly: GanObjectiveTests(typeof(BalancedEnergies))]
[assembly: GanObjectiveTests(typeof(MultipliedCritic))]
[assembly: GanObjectiveTests(typeof(StatesOfAllKinds))]

namespace Gan.Runtime.Tests;

/// <summary>BEGAN: the energies of real and generated samples are kept at the ratio γ (Berthelot, Schumm and Metz 2017, arXiv 1703.10717).</summary>
[GanObjective(Real = "t", Fake = "-k * t", Generator = "t", Logits = LogitRange.NonNegative, Sign = LogitSign.Energy)]
public sealed partial class BalancedEnergies
{
    internal const double Rate = 0.001;

    [Hyperparameter(Default = 0.5, Min = 0, Max = 1)]
    public partial double Gamma { get; init; }

    [State(Initial = 0, Min = 0, Max = 1, Update = "k + Rate * (gamma * mean(real) - mean(fake))")]
    public partial double K { get; }
}

/// <summary>Fisher GAN: the second moment of the critic's output is held at 1 by an augmented Lagrangian, whose multiplier goes up its slope (Mroueh and Sercu 2017, arXiv 1705.09675).</summary>
[GanObjective(
    Real = "-t + multiplier * (square(t) - 1) / 2 + rho / 2 * square(mean(square(real)) / 2 + mean(square(fake)) / 2 - 1)",
    Fake = "t + multiplier * (square(t) - 1) / 2",
    Generator = "-t")]
[CriticLimitedBy("its second moment, which the loss holds at 1")]
public sealed partial class MultipliedCritic
{
    [Hyperparameter(Default = 0.01, Min = 0)]
    public partial double Rho { get; init; }

    [State(Initial = 0, Update = "multiplier + rho * (mean(square(real)) / 2 + mean(square(fake)) / 2 - 1)")]
    public partial double Multiplier { get; }
}

/// <summary>States that name each other, a schedule, the step and nested statistics, in a record with a penalty that has a state too.</summary>
[GanObjective(Real = "max(0, margin - t)", Fake = "max(0, margin + t)", Generator = "-t")]
[LeCam(Weight = 0.1)]
[R1(WeightFrom = nameof(Strength))]
public sealed partial record StatesOfAllKinds
{
    [Schedule("linear(step, 0.5, 0.25, 10)")]
    public partial double Rate { get; }

    [State(Initial = 1, Min = 0.5, Max = 4, Update = "margin + rate * (std(real) - mean(softplus(fake - strength * mean(real))))")]
    public partial double Margin { get; }

    [State(Initial = 2, Min = 0, Update = "step < 2 ? strength : 0.9 * strength + 0.1 * max(abs(real)) * margin")]
    public partial double Strength { get; }
}

/// <summary>A state whose range is one number.</summary>
[GanObjective(FD = "softplus(half * t)", FG = "softplus(t)")]
public sealed partial class AlwaysHalf
{
    [State(Initial = 0.5, Min = 0.5, Max = 0.5, Update = "mean(real)")]
    public partial double Half { get; }
}
