namespace Gan.Experiments.Atlas.Transport;

/// <summary>The Wasserstein-1 distance on a line, where nothing needs to be searched: sorted samples go to sorted samples.</summary>
internal static class WassersteinDistance
{
    /// <summary>Of as many samples each: the mean distance of the sorted ones.</summary>
    public static double OfSamples(double[] x, double[] y) => x.Order().Zip(y.Order(), static (a, b) => Math.Abs(a - b)).Average();

    /// <summary>Of weights on places: the area between the two distribution functions.</summary>
    /// <param name="places">Rising.</param>
    /// <param name="p">A weight for each, of sum 1.</param>
    /// <param name="q">The same.</param>
    public static double OfWeights(double[] places, double[] p, double[] q)
    {
        var (distance, difference) = (0.0, 0.0);
        for (var i = 0; i + 1 < places.Length; i++)
        {
            difference += p[i] - q[i];
            distance += Math.Abs(difference) * (places[i + 1] - places[i]);
        }

        return distance;
    }
}
