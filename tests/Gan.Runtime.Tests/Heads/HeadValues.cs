using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Heads;

/// <summary>Heads of a batch of four samples of three classes, and the same numbers for what is computed apart from the library.</summary>
internal static class HeadValues
{
    public static readonly long[] Labels = [2, 0, 2, 1];

    /// <summary>Rows of numbers, no two of which are equal.</summary>
    public static double[][] Rows(int rows, int columns, double phase = 0) =>
        [.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, columns).Select(j => 2 * Math.Sin((1.7 * i) + (0.9 * j) + phase)).ToArray())];

    public static Tensor Of(double[][] rows) => tensor(rows.SelectMany(static row => row).ToArray()).reshape(rows.Length, rows[0].Length);

    public static double CrossEntropy(double[] row, long label) => Math.Log(row.Sum(Math.Exp)) - row[label];

    public static double Mean(Func<int, double> value) => Enumerable.Range(0, Labels.Length).Average(value);

    public static double Cosine(double[] a, double[] b) => a.Zip(b, static (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(static x => x * x) * b.Sum(static x => x * x));

    /// <summary>Asserts a term's value, and its gradient in a head against difference quotients of the value computed apart.</summary>
    /// <param name="expected">The term of the head's rows, computed apart.</param>
    /// <param name="term">The term of the head.</param>
    /// <param name="rows">The head.</param>
    public static void AssertTerm(Func<double[][], double> expected, Func<Tensor, Tensor> term, double[][] rows)
    {
        using var scope = NewDisposeScope();
        var head = Of(rows).requires_grad_(true);
        var value = term(head);
        Assert.Equal(0, value.dim());
        Support.Numbers.AssertEqual([expected(rows)], value, 1e-10);
        value.backward();
        const double Step = 1e-5;
        double At(int i, int j, double step) => expected([.. rows.Select((row, k) => k == i ? [.. row.Select((x, l) => l == j ? x + step : x)] : row)]);
        var slopes = from i in Enumerable.Range(0, rows.Length) from j in Enumerable.Range(0, rows[0].Length) select (At(i, j, Step) - At(i, j, -Step)) / (2 * Step);
        Support.Numbers.AssertEqual([.. slopes], head.grad!, 1e-8);
    }
}
