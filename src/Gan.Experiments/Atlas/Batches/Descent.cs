namespace Gan.Experiments.Atlas.Batches;

/// <summary>
/// Descends a loss by its gradients, to where they are 0. It never looks at the loss itself, whose value is another one where gradients are stopped on purpose, and whose last digits are noise.
/// </summary>
/// <remarks>The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno, which copes with kinks too (Lewis and Overton 2013, doi 10.1007/s10107-012-0514-2).</remarks>
internal static class Descent
{
    /// <summary>What has come so far from 0 has no minimum to come to.</summary>
    public const double Farthest = 1e4;

    private const double Level = 1e-13, Slight = 0.5;
    private const int Steps = 400, Halvings = 60;

    /// <returns>Where it comes to; a coordinate of at least <see cref="Farthest"/> where the loss falls for ever.</returns>
    public static double[] Of(Func<double[], double[]> gradientAt, double[] start)
    {
        var (x, gradient, inverse) = (start, gradientAt(start), Identity(start.Length, 1));
        for (var step = 0; step < Steps && Size(gradient) > Level && Size(x) < Farthest; step++)
        {
            var direction = Times(inverse, gradient, -1);
            // Where gradients belong to no loss, a direction may lead up.
            if (!(Dot(direction, gradient) < 0))
                (inverse, direction) = (Identity(x.Length, 1), Times(Identity(x.Length, 1), gradient, -1));
            var (next, nextGradient) = Search(gradientAt, x, direction, Dot(direction, gradient));
            var (moved, change) = (Sum(next, x, -1), Sum(nextGradient, gradient, -1));
            if (Size(moved) <= 1e-15 * Math.Max(1, Size(x)))
                break;
            if (Dot(moved, change) is > 0 and var curvature)
                inverse = Update(step == 0 ? Identity(x.Length, curvature / Dot(change, change)) : inverse, moved, change, curvature);
            (x, gradient) = (next, nextGradient);
        }

        return x;
    }

    // To where the slope along the direction is far less than at first, or, at a kink, just beyond it.
    private static (double[] Point, double[] Gradient) Search(Func<double[], double[]> gradientAt, double[] x, double[] direction, double slope)
    {
        var (low, high, length) = (0.0, double.PositiveInfinity, 1.0);
        (double[], double[]) beyond = (x, x);
        for (var step = 0; step < Halvings; step++)
        {
            var point = Sum(x, direction, length);
            var gradient = gradientAt(point);
            var along = Dot(gradient, direction);
            if (along < Slight * slope)
                low = length;
            else if (along <= -Slight * slope)
                return (point, gradient);
            else
                (high, beyond) = (length, (point, gradient));
            if (Size(point) >= Farthest && double.IsInfinity(high))
                return (point, gradient);
            length = double.IsInfinity(high) ? 2 * length : (low + high) / 2;
        }

        return beyond.Item2.All(double.IsFinite) ? beyond : (Sum(x, direction, low), gradientAt(Sum(x, direction, low)));
    }

    private static double[][] Update(double[][] inverse, double[] moved, double[] change, double curvature)
    {
        var turned = Times(inverse, change, 1);
        var factor = (1 + (Dot(change, turned) / curvature)) / curvature;
        return [.. inverse.Select((row, i) => row.Select((value, j) => value + (factor * moved[i] * moved[j]) - (((turned[i] * moved[j]) + (moved[i] * turned[j])) / curvature)).ToArray())];
    }

    private static double[][] Identity(int size, double scale) => [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => i == j ? scale : 0.0).ToArray())];

    private static double[] Times(double[][] matrix, double[] vector, double factor) => [.. matrix.Select(row => factor * Dot(row, vector))];

    private static double[] Sum(double[] a, double[] b, double factor) => [.. a.Zip(b, (x, y) => x + (factor * y))];

    private static double Dot(double[] a, double[] b) => a.Zip(b, static (x, y) => x * y).Sum();

    private static double Size(double[] vector) => vector.Max(Math.Abs);
}
