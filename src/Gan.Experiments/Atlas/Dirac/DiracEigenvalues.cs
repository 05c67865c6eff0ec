using System.Numerics;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Dirac;

/// <summary>The eigenvalues of the players' dynamics at the equilibrium (0, 0), the greater real part first.</summary>
internal sealed record DiracEigenvalues(Complex First, Complex Second)
{
    private const double Step = 1e-3;

    /// <summary>What counts as 0: differences of rounded slopes are no better.</summary>
    public const double Tolerance = 1e-6;

    public bool Converges => First.Real < -Tolerance;

    /// <summary>From the field itself, by central differences of two widths; null where they disagree, as at a kink.</summary>
    public static DiracEigenvalues? Measured(DiracGame game)
    {
        if (Jacobian(game, Step) is not { } wide || Jacobian(game, Step / 8) is not { } narrow)
            return null;
        var scale = wide.Max(Math.Abs);
        // Central differences are wrong by the square of their width: the two widths together are better than both.
        return wide.Zip(narrow).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-3 * Math.Max(1, scale))
            ? Of([.. wide.Zip(narrow, static (w, n) => ((64 * n) - w) / 63)])
            : null;
    }

    /// <summary>From the slopes that the compiler derived, at the balanced logit: the roots of λ² + γλ − Fake′·Generator′; null where a penalty has a formula of its own, whose γ only the compiler knows.</summary>
    /// <param name="fake">The slope of D's loss of a fake logit.</param>
    /// <param name="generator">The slope of G's.</param>
    /// <param name="penalties">Zero-centred ones have the strength γ = 2·Weight each.</param>
    public static DiracEigenvalues? Derived(double fake, double generator, IReadOnlyList<DiscriminatorPenalty> penalties) => penalties.All(static penalty => penalty.Weight == 0 || IsKnown(penalty))
        ? Of([0, -generator, -fake, -penalties.Sum(static penalty => 2 * penalty.Weight * (penalty is R1Penalty or R2Penalty or GradientPenalty { Target: 0 } or DraganPenalty { Target: 0 } ? 1 : 0))])
        : null;

    private static bool IsKnown(DiscriminatorPenalty penalty) => penalty is R1Penalty or R2Penalty or DraganPenalty or DriftPenalty or LeCamPenalty or GradientPenalty { Formula: null, Factor: null };

    // The rows of the matrix one after the other.
    private static DiracEigenvalues Of(double[] matrix)
    {
        var (trace, determinant) = (matrix[0] + matrix[3], (matrix[0] * matrix[3]) - (matrix[1] * matrix[2]));
        var root = Complex.Sqrt(new Complex((trace * trace / 4) - determinant, 0));
        return new(Clean((trace / 2) + root), Clean((trace / 2) - root));
    }

    private static Complex Clean(Complex value) => new(Math.Abs(value.Real) < Tolerance ? 0 : value.Real, Math.Abs(value.Imaginary) < Tolerance ? 0 : value.Imaginary);

    private static double[]? Jacobian(DiracGame game, double h)
    {
        var (right, left, up, down) = (game.Field(new(h, 0)), game.Field(new(-h, 0)), game.Field(new(0, h)), game.Field(new(0, -h)));
        double[] matrix =
        [
            (right.Theta - left.Theta) / (2 * h), (up.Theta - down.Theta) / (2 * h),
            (right.Psi - left.Psi) / (2 * h), (up.Psi - down.Psi) / (2 * h),
        ];
        return matrix.All(double.IsFinite) ? matrix : null;
    }
}
