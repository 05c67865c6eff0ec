namespace Gan.Experiments.Tests.Metrics;

/// <summary>The unbiased estimate of the squared maximum mean discrepancy with the kernel <c>(x·y / d + 1)³</c>, pair by pair.</summary>
internal static class KernelReference
{
    public static double Of(double[][] x, double[][] y) => Mean(x, x, others: true) + Mean(y, y, others: true) - (2 * Mean(x, y, others: false));

    /// <summary>All that two blocks of two give, however four samples a side are dealt out: the mean of the two estimates, and its standard error, half of their distance.</summary>
    public static (double Mean, double Error)[] Deals(double[][] x, double[][] y) =>
    [
        .. from dealtX in Halves(x)
           from dealtY in Halves(y)
           let first = Of(dealtX.First, dealtY.First)
           let second = Of(dealtX.Second, dealtY.Second)
           select ((first + second) / 2, Math.Abs(first - second) / 2),
    ];

    private static IEnumerable<(double[][] First, double[][] Second)> Halves(double[][] rows)
    {
        for (var i = 0; i < 4; i++)
        {
            for (var j = i + 1; j < 4; j++)
                yield return ([rows[i], rows[j]], [.. rows.Where((_, k) => k != i && k != j)]);
        }
    }

    private static double Mean(double[][] x, double[][] y, bool others)
    {
        var (sum, count) = (0.0, 0L);
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < y.Length; j++)
            {
                if (others && i == j)
                    continue;
                var k = (x[i].Zip(y[j], (a, b) => a * b).Sum() / x[i].Length) + 1;
                (sum, count) = (sum + (k * k * k), count + 1);
            }
        }
        return sum / count;
    }
}
