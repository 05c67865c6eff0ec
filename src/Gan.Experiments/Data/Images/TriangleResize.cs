namespace Gan.Experiments.Data.Images;

/// <summary>
/// Resizes a plane by a triangle filter as wide as what a target pixel covers, so that nothing aliases when an image is made smaller
/// (Parmar, Zhang and Zhu 2022, arXiv 2104.11222, on what a narrower filter does to metrics). The same on each machine.
/// </summary>
internal static class TriangleResize
{
    /// <summary>A plane of rows in another size.</summary>
    public static float[] Resize(float[] source, int height, int width, int newHeight, int newWidth) =>
        Transposed(Transposed(source, height, width, newWidth), newWidth, height, newHeight);

    // Resizes the rows and writes them as columns: done twice, it is both directions, the right way round.
    private static float[] Transposed(float[] source, int height, int width, int newWidth)
    {
        var target = new float[newWidth * height];
        for (var x = 0; x < newWidth; x++)
        {
            var (first, weights) = Weights(width, newWidth, x);
            for (var y = 0; y < height; y++)
            {
                var sum = 0.0;
                for (var i = 0; i < weights.Length; i++)
                    sum += weights[i] * source[(y * width) + first + i];
                target[(x * height) + y] = (float)sum;
            }
        }
        return target;
    }

    // Of the source pixels within the filter's reach that exist; they sum to 1.
    private static (int First, double[] Weights) Weights(int size, int newSize, int place)
    {
        if (size == newSize)
            return (place, [1]);
        var scale = (double)size / newSize;
        var reach = Math.Max(scale, 1);
        var centre = (place + 0.5) * scale;
        var first = Math.Max(0, (int)Math.Floor(centre - reach));
        var last = Math.Min(size - 1, (int)Math.Ceiling(centre + reach) - 1);
        var weights = new double[last - first + 1];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Math.Max(0, 1 - (Math.Abs(first + i + 0.5 - centre) / reach));
        var sum = weights.Sum();
        return (first, Array.ConvertAll(weights, weight => weight / sum));
    }
}
