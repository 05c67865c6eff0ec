using Gan.Dsl;

namespace MyNamespace;

#if (Hinge)
/// <summary>The hinge pair (Lim and Ye 2017, arXiv 1705.02894): beyond the margin, a logit costs nothing.</summary>
[GanObjective(FD = "max(0, 1 + t)", FG = "t")]
public sealed partial class MyObjective;
#elif (LeastSquares)
/// <summary>Least squares (Mao 2017, arXiv 1611.04076): D's labels are A for fake and B for real samples, and G aims at C.</summary>
[GanObjective(Real = "square(t - b) / 2", Fake = "square(t - a) / 2", Generator = "square(t - c) / 2")]
public sealed partial class MyObjective
{
    [Hyperparameter] public double A { get; init; }

    [Hyperparameter] public double B { get; init; } = 1;

    [Hyperparameter] public double C { get; init; } = 1;
}
#elif (Wasserstein)
/// <summary>Wasserstein's pair (Arjovsky 2017, arXiv 1701.07875) with a gradient penalty, which limits D's slope (Gulrajani 2017, arXiv 1704.00028).</summary>
[GanObjective(FD = "t", FG = "t")]
[GradientPenalty(Weight = 10)]
public sealed partial class MyObjective;
#elif (Relativistic)
/// <summary>A relativistic pair (Jolicoeur-Martineau 2018, arXiv 1807.00734) with the penalties R1 and R2, as in R3GAN (Huang 2024, arXiv 2501.05441).</summary>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.Relativistic)]
[R1(Gamma = 1)]
[R2(Gamma = 1)]
public sealed partial class MyObjective;
#elif (Method)
/// <summary>A loss written as a C# method, which the compiler reads, checks and differentiates. The cost is linear for wrong logits, and decreases exponentially for right ones beyond the margin.</summary>
[GanObjective(FD = nameof(Soft), FG = "t")]
[R1(Gamma = 0.1)]
public sealed partial class MyObjective
{
    [Hyperparameter(Default = 0.5, Min = 0)]
    public partial double Margin { get; init; }

    [LossFunction]
    private static double Soft(double t, double margin)
    {
        var x = t + margin;
        return x > 0 ? 1 + x : Math.Exp(x);
    }
}
#else
/// <summary>The logistic pair (Goodfellow 2014, arXiv 1406.2661) with the penalty R1 (Mescheder 2018, arXiv 1801.04406).</summary>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Gamma = 1)]
public sealed partial class MyObjective;
#endif
