using Gan.Dsl;

[assembly: GanObjectiveTests(typeof(Gan.Runtime.Tests.ScheduledHinge))]

namespace Gan.Runtime.Tests;

/// <summary>A penalty's weight that falls along a cosine, as R3GAN's γ does, and a margin that grows, from hyperparameters of their own.</summary>
[GanObjective(Real = "max(0, margin - t)", Fake = "max(0, margin + t)", Generator = "-t")]
[R1(WeightFrom = nameof(HalfGamma))]
public sealed partial class ScheduledHinge
{
    internal const int Length = 400;

    [Hyperparameter(Default = 5, Min = 0)]
    public partial double First { get; init; }

    [Hyperparameter(Min = 0), Schedule("cosine(step, first, 0.5, Length)")]
    public partial double HalfGamma { get; }

    [Hyperparameter(Min = 0.1, Max = 3), Schedule("step < 10 ? linear(step, 0.1, 1, 10) : exponential(step - 10, 1, 3, 90)")]
    public partial double Margin { get; }
}

/// <summary>A record, whose copies have steps of their own.</summary>
[GanObjective(FD = "softplus(a * t)", FG = "softplus(t)")]
public sealed partial record ScheduledRecord
{
    [Schedule("1 / (1 + softplus(step - 3))")]
    public partial double A { get; }
}
