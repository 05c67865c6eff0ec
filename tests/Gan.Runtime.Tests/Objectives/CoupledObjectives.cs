using Gan.Dsl;
using Gan.Runtime.Tests;

[assembly: GanObjectiveTests(typeof(LogisticPair))]
[assembly: GanObjectiveTests(typeof(HingeAverage))]
[assembly: GanObjectiveTests(typeof(HingePair))]
[assembly: GanObjectiveTests(typeof(KinkedPair))]
[assembly: GanObjectiveTests(typeof(ExponentialAverage))]
[assembly: GanObjectiveTests(typeof(SmoothedByNumber))]

namespace Gan.Runtime.Tests;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.Relativistic)]
[R1(Weight = 0.5)]
internal sealed partial class LogisticPair;

[GanObjective(FD = "max(0, m + t)", FG = "max(0, m + t)", Coupling = Coupling.RelativisticAverage)]
internal sealed partial class HingeAverage
{
    // No logit of the emitted tests lies at the kink.
    [Hyperparameter(Default = 1.1, Min = 0)] public partial double M { get; init; }
}

/// <summary>A pair of the emitted batch is at its kink.</summary>
[GanObjective(FD = "max(0, m + t)", FG = "max(0, m + t)", Coupling = Coupling.Relativistic)]
[R1]
internal sealed partial class HingePair
{
    [Hyperparameter] public double M { get; init; } = 1;
}

/// <summary>A kink at 0, where D cannot tell.</summary>
[GanObjective(FD = "max(t, 0.25 * t)", FG = "t + 0.5 * abs(t)", Coupling = Coupling.Relativistic)]
[R1]
internal sealed partial class KinkedPair;

[GanObjective(FD = "exp(t)", FG = "exp(t)", Coupling = Coupling.RelativisticAverage)]
[R1]
internal sealed partial class ExponentialAverage;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[LabelSmoothing(0.75)]
internal sealed partial class SmoothedByNumber;
