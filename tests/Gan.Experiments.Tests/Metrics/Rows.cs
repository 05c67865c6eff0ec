using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

/// <summary>Tables of numbers for metrics.</summary>
internal static class Rows
{
    public static Tensor Of(params double[][] rows) => tensor(rows.SelectMany(row => row).ToArray(), ScalarType.Float64).reshape(rows.Length, rows[0].Length);

    /// <summary>Normal numbers of a generator of .NET, [n][d].</summary>
    public static double[][] Normal(int seed, int rows, int columns, double scale = 1, double shift = 0)
    {
        var random = new Random(seed);
        double Draw() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => shift + (scale * Draw())).ToArray())];
    }

    /// <summary>Points mean ± s_i e_i on each axis: their covariance is 2 s_i² / (2 d - 1) on the diagonal, exactly.</summary>
    public static double[][] Cross(double[] mean, double[] deviations)
    {
        var scale = Math.Sqrt(((2 * mean.Length) - 1) / 2.0);
        return [.. Enumerable.Range(0, 2 * mean.Length).Select(i => mean.Select((m, axis) => axis == i / 2 ? m + (scale * deviations[axis] * (i % 2 == 0 ? 1 : -1)) : m).ToArray())];
    }

    /// <summary>Each row times a matrix.</summary>
    public static double[][] Times(double[][] rows, double[][] matrix) =>
        [.. rows.Select(row => Enumerable.Range(0, matrix[0].Length).Select(column => row.Select((value, i) => value * matrix[i][column]).Sum()).ToArray())];

    public static double SquaredDistance(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();
}
