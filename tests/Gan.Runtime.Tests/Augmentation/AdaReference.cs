using Gan.Runtime.Augmentation;

namespace Gan.Runtime.Tests.Augmentation;

/// <summary>ADA's transformations in double precision, pixel by pixel, as the appendix of the paper describes them: 3 x 3 matrices for places, 4 x 4 matrices for colours, filters as sums over taps.</summary>
internal static class AdaReference
{
    /// <summary>A plane seen through the inverse of a map of the plane, at twice the resolution.</summary>
    /// <param name="plane">The pixels.</param>
    /// <param name="inverse">From places of the result to places of the image, in pixels from the centre, x first.</param>
    public static double[,] Resampled(double[,] plane, double[,] inverse)
    {
        var (height, width, taps) = (plane.GetLength(0), plane.GetLength(1), Wavelets.Symlet6);
        var result = new double[height, width];
        for (var h = 0; h < height; h++)
        {
            for (var w = 0; w < width; w++)
            {
                for (var a = 0; a < taps.Length; a++)
                {
                    for (var b = 0; b < taps.Length; b++)
                    {
                        var (x, y) = (((2 * w) + b - 5) / 2.0 - ((width - 1) / 2.0), ((2 * h) + a - 5) / 2.0 - ((height - 1) / 2.0));
                        var fromX = (inverse[0, 0] * x) + (inverse[0, 1] * y) + inverse[0, 2] + ((width - 1) / 2.0);
                        var fromY = (inverse[1, 0] * x) + (inverse[1, 1] * y) + inverse[1, 2] + ((height - 1) / 2.0);
                        result[h, w] += taps[a] * taps[b] / 2 * Between(plane, Folded(2 * fromY, height), Folded(2 * fromX, width));
                    }
                }
            }
        }

        return result;
    }

    public static double[,] Product(params double[][,] matrices) => matrices.Aggregate(static (a, b) =>
    {
        var n = a.GetLength(0);
        var product = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                product[i, j] = Enumerable.Range(0, n).Sum(k => a[i, k] * b[k, j]);
        }

        return product;
    });

    public static double[,] Rotation(double angle) => new[,] { { Math.Cos(angle), -Math.Sin(angle), 0 }, { Math.Sin(angle), Math.Cos(angle), 0 }, { 0, 0, 1 } };

    public static double[,] Scale(double x, double y) => new[,] { { x, 0, 0 }, { 0, y, 0 }, { 0, 0, 1 } };

    public static double[,] Translation(double x, double y) => new[,] { { 1, 0, x }, { 0, 1, y }, { 0, 0, 1 } };

    /// <summary>The change of a colour (r, g, b, 1).</summary>
    public static double[,] Colour(double brightness, double contrast, bool flip, double hue, double saturation)
    {
        var v = 1 / Math.Sqrt(3);
        var (c, s) = (Math.Cos(hue), Math.Sin(hue));
        double[,] Of(Func<int, int, double> entry)
        {
            var matrix = new double[4, 4];
            for (var i = 0; i < 4; i++)
            {
                for (var j = 0; j < 4; j++)
                    matrix[i, j] = i < 3 && j < 3 ? entry(i, j) : i == j ? 1 : 0;
            }

            return matrix;
        }

        // Rodrigues: cos I + sin [v]x + (1 - cos) v v^T.
        var turn = Of((i, j) => (i == j ? c : 0) + (s * (i == j ? 0 : (j - i + 3) % 3 == 1 ? -v : v)) + ((1 - c) * v * v));
        var bright = Of((i, j) => i == j ? 1 : 0);
        (bright[0, 3], bright[1, 3], bright[2, 3]) = (brightness, brightness, brightness);
        return Product(
            Of((i, j) => (v * v) + (((i == j ? 1 : 0) - (v * v)) * saturation)), turn, Of((i, j) => (i == j ? 1 : 0) - (flip ? 2 * v * v : 0)), Of((i, j) => i == j ? contrast : 0), bright);
    }

    private static double Between(double[,] plane, double row, double column)
    {
        var (h, w) = ((int)Math.Floor(row), (int)Math.Floor(column));
        var (down, right) = (row - h, column - w);
        return ((1 - down) * (((1 - right) * Fine(plane, h, w)) + (right * Fine(plane, h, w + 1)))) + (down * (((1 - right) * Fine(plane, h + 1, w)) + (right * Fine(plane, h + 1, w + 1))));
    }

    /// <summary>Zeros between the pixels, and the wavelet over them.</summary>
    private static double Fine(double[,] plane, int h, int w)
    {
        var (taps, sum) = (Wavelets.Symlet6, 0.0);
        for (var a = 0; a < taps.Length; a++)
        {
            for (var b = 0; b < taps.Length; b++)
            {
                var (row, column) = (h + 5 - a, w + 5 - b);
                if (row % 2 == 0 && column % 2 == 0)
                    sum += 2 * taps[a] * taps[b] * plane[Mirrored(row / 2, plane.GetLength(0)), Mirrored(column / 2, plane.GetLength(1))];
            }
        }

        return sum;
    }

    private static int Mirrored(int i, int size)
    {
        while (i < 0 || i >= size)
            i = i < 0 ? -i : (2 * (size - 1)) - i;
        return i;
    }

    /// <summary>Places more than three pixels outside are reflected.</summary>
    private static double Folded(double place, int size)
    {
        if (place >= -6 && place <= (2 * (size - 1)) + 6)
            return place;
        while (place < 0 || place > 2 * (size - 1))
            place = place < 0 ? -place : (4 * (size - 1)) - place;
        return place;
    }
}
