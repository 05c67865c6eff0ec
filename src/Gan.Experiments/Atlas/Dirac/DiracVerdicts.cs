namespace Gan.Experiments.Atlas.Dirac;

/// <summary>What the players of a Dirac-GAN do.</summary>
internal enum DiracVerdict
{
    /// <summary>They come to rest at the equilibrium.</summary>
    Converges,

    /// <summary>They turn around it.</summary>
    Circles,

    /// <summary>They move away from it.</summary>
    Diverges,

    /// <summary>They come to rest where they are no equilibrium, or stay where nothing pulls.</summary>
    Stalls,
}

/// <summary>Tells what the players do from what they did.</summary>
internal static class DiracVerdicts
{
    private const int Part = 100;

    /// <summary>By the eigenvalues where they decide and the steps do not run away, else by the radii of the first and of the last hundred steps.</summary>
    public static DiracVerdict Of(DiracPoint[] path, DiracEigenvalues? eigenvalues)
    {
        var (first, last) = (path.Take(Part).Average(static point => point.Radius), path.TakeLast(Part).Average(static point => point.Radius));
        var moved = path.TakeLast(Part).Max(point => new DiracPoint(point.Theta - path[^1].Theta, point.Psi - path[^1].Psi).Radius);
        return eigenvalues switch
        {
            // Steps that are too large for a strong penalty move away from what would be an equilibrium of smaller ones.
            _ when !(last <= 10 * path[0].Radius) => DiracVerdict.Diverges,
            { Converges: true } => DiracVerdict.Converges,
            { First.Imaginary: not 0 } => DiracVerdict.Circles,
            _ when !(last <= 2 * first) => DiracVerdict.Diverges,
            _ when last < 0.1 * first => DiracVerdict.Converges,
            _ when moved < 1e-3 * last => DiracVerdict.Stalls,
            _ => DiracVerdict.Circles,
        };
    }
}
