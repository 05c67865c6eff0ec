namespace Gan.Experiments.Pictures;

/// <summary>Long series as few points, in buckets of as many neighbours each.</summary>
internal static class Thinning
{
    /// <summary>The points of a series that are drawn.</summary>
    public static (double X, double Y)[] Drawn(PlotSeries series) =>
        [.. series.Steps.Zip(series.Values, (step, value) => (X: (double)step, Y: value)).Where(point => Plots.IsDrawn(point.Y))];

    /// <summary>The points of a bucket, so that there are at most so many buckets.</summary>
    public static int BucketSize(int points, int buckets) => Math.Max(1, (points + buckets - 1) / buckets);

    /// <summary>The mean of each bucket: where the series goes.</summary>
    public static (double X, double Y)[] Means((double X, double Y)[] points, int bucket) =>
        [.. points.Chunk(bucket).Select(chunk => (chunk.Average(point => point.X), Mean(chunk)))];

    /// <summary>The least and the greatest point of each bucket, in their order: no spike is lost.</summary>
    public static (double X, double Y)[] Extremes((double X, double Y)[] points, int bucket) =>
        bucket <= 2 ? points : [.. points.Chunk(bucket).SelectMany(chunk => new[] { chunk.MinBy(point => point.Y), chunk.MaxBy(point => point.Y) }.Distinct().OrderBy(point => point.X))];

    // Divides first: a diverged run's values may be near the largest double.
    private static double Mean((double X, double Y)[] chunk) => chunk.Sum(point => point.Y / chunk.Length);
}
