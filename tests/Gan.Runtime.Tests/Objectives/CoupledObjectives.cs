using Gan.Dsl;
using Gan.Runtime.Tests;

[assembly: GanObjectiveTests(typeof(LogisticPair))]
[assembly: GanObjectiveTests(typeof(HingeAverage))]
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

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[LabelSmoothing(0.75)]
internal sealed partial class SmoothedByNumber;
