using System.Runtime.InteropServices;

namespace Gan.Experiments.Tests.Atlas;

/// <summary>Linear programmes by HiGHS (Huangfu and Hall 2018, doi 10.1007/s12532-017-0130-5), whose library for Linux is in a package of OR-Tools.</summary>
internal static partial class Highs
{
    private const int Rowwise = 2, Minimise = 1, Optimal = 7;

    /// <summary>The least cost of moving p to q: every share is a variable, every outcome of p and q a row.</summary>
    public static double Transport(double[] p, double[] q, Func<int, int, double> cost)
    {
        var (n, m) = (p.Length, q.Length);
        double[] costs = [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, m) select cost(i, j)];
        double[] sums = [.. p, .. q];
        // Row i has the shares that leave i, row n + j those that reach j.
        int[] indices = [.. Enumerable.Range(0, n * m), .. from j in Enumerable.Range(0, m) from i in Enumerable.Range(0, n) select (i * m) + j];
        int[] starts = [.. Enumerable.Range(0, n).Select(i => i * m), .. Enumerable.Range(0, m).Select(j => (n * m) + (j * n))];
        double[] ones = [.. indices.Select(static _ => 1.0)], none = new double[n * m], all = [.. none.Select(static _ => double.PositiveInfinity)];
        double[] values = new double[n * m], reduced = new double[n * m], rows = new double[n + m], duals = new double[n + m];
        var failed = Highs_lpCall(n * m, n + m, indices.Length, Rowwise, Minimise, 0, costs, none, all, sums, sums, starts, indices, ones, values, reduced, rows, duals, new int[n * m], new int[n + m], out var status);
        Assert.Equal((0, Optimal), (failed, status));
        return values.Zip(costs, static (share, each) => share * each).Sum();
    }

    [LibraryImport("libhighs.so.1")]
    private static partial int Highs_lpCall(
        int columns, int rows, int entries, int format, int sense, double offset, double[] cost, double[] columnLower, double[] columnUpper, double[] rowLower, double[] rowUpper,
        int[] starts, int[] indices, double[] values, [Out] double[] columnValues, [Out] double[] columnDuals, [Out] double[] rowValues, [Out] double[] rowDuals, [Out] int[] columnStatus, [Out] int[] rowStatus, out int status);
}

/// <summary>Runs where there is a HiGHS: on Linux on x64.</summary>
public sealed class HighsFactAttribute : FactAttribute
{
    public HighsFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            Skip = "The library of HiGHS is taken for Linux on x64 only.";
    }
}
