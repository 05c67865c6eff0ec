namespace Gan.Experiments.Atlas.Dirac;

/// <summary>Gaussian noise as a few points with weights, so that a mean over it is a sum: the same numbers each time.</summary>
internal static class InstanceNoise
{
    private const int Half = 20;
    private const double Reach = 5;

    /// <summary>Points out to five standard deviations, weighted by their density; the weights add up to 1.</summary>
    public static (double[] Nodes, double[] Weights) Of(double deviation)
    {
        double[] nodes = [.. Enumerable.Range(-Half, (2 * Half) + 1).Select(static k => Reach * k / Half)];
        double[] densities = [.. nodes.Select(static x => Math.Exp(-x * x / 2))];
        var sum = densities.Sum();
        return ([.. nodes.Select(x => deviation * x)], [.. densities.Select(density => density / sum)]);
    }
}
