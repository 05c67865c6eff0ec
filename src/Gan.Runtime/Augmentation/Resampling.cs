namespace Gan.Runtime.Augmentation;

/// <summary>
/// Twice the resolution and back, with the wavelet of order 6. Pixel i of the image is pixel 2i of the fine one. The two are transposes of each other, and the wavelet is orthogonal: back after there is the
/// image itself.
/// </summary>
internal static class Resampling
{
    /// <summary>Fine pixels beyond the image, on each side, that have filtered values of their own. Further out the fine image is reflected.</summary>
    public const int Margin = 6;

    private static readonly double[] s_taps = Wavelets.Symlet6;

    /// <summary>Fine pixels of an axis.</summary>
    public static int FineSize(int size) => (2 * (size - 1)) + 1 + (2 * Margin);

    /// <summary>From pixels to fine ones, the first of which is pixel -<see cref="Margin"/>.</summary>
    public static double[,] Up(int size)
    {
        var matrix = new double[FineSize(size), size];
        for (var j = 0; j < FineSize(size); j++)
        {
            for (var i = -Margin; i < size + Margin; i++)
            {
                if (Wavelets.Centre6 + j - Margin - (2 * i) is var tap && tap >= 0 && tap < s_taps.Length)
                    matrix[j, Reflection.Of(i, size)] += Math.Sqrt(2) * s_taps[tap];
            }
        }

        return matrix;
    }

    /// <summary>From fine pixels to the pixels within the image.</summary>
    public static double[,] Down(int size)
    {
        var matrix = new double[size, FineSize(size)];
        for (var i = 0; i < size; i++)
        {
            for (var tap = 0; tap < s_taps.Length; tap++)
                matrix[i, (2 * i) + tap - Wavelets.Centre6 + Margin] = s_taps[tap] / Math.Sqrt(2);
        }

        return matrix;
    }
}
