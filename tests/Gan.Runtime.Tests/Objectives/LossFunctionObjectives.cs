using Gan.Dsl;
using Gan.Runtime.Tests;

[assembly: GanObjectiveTests(typeof(SmoothHinge))]
[assembly: GanObjectiveTests(typeof(SingleLeaky))]
[assembly: GanObjectiveTests(typeof(Tilted))]

namespace Gan.Runtime.Tests;

/// <summary>A hinge whose corner is rounded off over a width: every construct of a body in one method.</summary>
[GanObjective(FD = nameof(Rounded), FG = "Linear(t, 1)")]
public sealed partial class SmoothHinge
{
    [Hyperparameter(Min = 0, Exclusive = true)]
    public double Width { get; init; } = 0.5;

    [LossFunction]
    private static double Rounded(double logit, double width)
    {
        const double margin = 3.0 / 2;
        var x = logit + margin;
        if (x <= 0)
            return 0;

        var isRound = x < width;
        return isRound ? Square(x) / (2 * width) : x - (width / 2);
    }

    [LossFunction]
    internal static double Linear(double t, double slope) => slope * t;

    [LossFunction]
    private static double Square(double x) => x * x;
}

/// <summary>Written in float throughout.</summary>
[GanObjective(Real = "Leaky(-t)", Fake = "Leaky", Generator = "-t")]
[SpectralNorm]
public sealed partial class SingleLeaky
{
    [LossFunction]
    internal static float Leaky(float t) => t switch
    {
        > 0.75f => t,
        > -0.25f and <= 0.75f => MathF.Exp(t - 0.75f) - 0.25f,
        _ => 0.125f * t,
    };
}

/// <summary>Real(t) = w·(softplus(-t) - τ·t): a hyperparameter reaches a function by its name, and a function's result enters a larger formula.</summary>
[GanObjective(Real = "2 * (softplus(-t) - Tilt(t))", Fake = "softplus(t) + 0 * Tilt(t, 0)", Generator = "softplus(-t)")]
[SpectralNorm]
public sealed partial class Tilted
{
    [Hyperparameter(Min = 0, Max = 1)]
    public double Tau { get; init; } = 0.125;

    [LossFunction]
    internal static double Tilt(double t, double tau) => tau * t;
}
