using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>The mean over all elements and its gradient, for each <see cref="LogitLayout"/>.</summary>
internal static class ShapeCheck
{
    public static void Run(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        var failures = new Failures();
        foreach (var format in FloatFormat.Full)
        {
            var points = expected.Where(point => IsModest(format, point.Value) && IsModest(format, point.Slope)).ToArray();
            if (points.Length == 0)
                throw new ArgumentException($"There is nothing to check: no expected number is finite in {format.Type}.", nameof(expected));
            foreach (var layout in LogitLayout.All)
                Check(loss, format, layout, points, failures);
        }

        failures.ThrowIfAny();
    }

    // A sum of a hundred of them must not overflow.
    private static bool IsModest(FloatFormat format, double number) => Math.Abs(number) < format.Largest / 128;

    private static void Check(Func<Tensor, Tensor> loss, FloatFormat format, LogitLayout layout, LogitValue[] points, Failures failures)
    {
        using var scope = NewDisposeScope();
        var used = Enumerable.Range(0, layout.Stored).Select(i => layout.Uses(i) ? points[i % points.Length] : (LogitValue?)null).ToArray();
        // What lies between the logits is NaN: whoever reads it shows it.
        var stored = tensor(Array.ConvertAll(used, point => point?.Logit ?? double.NaN), format.Type).requires_grad_(true);
        var result = loss(layout.View(stored));

        var count = used.Count(point => point is not null);
        var tolerance = new Tolerance(format, points);
        var what = $"mean over logits {layout.Name} in {format.Type}";
        var mean = used.Sum(point => point?.Value ?? 0) / count;
        failures.Expect(format, what, Scalars.Read(result, format.Type, what), mean, used.Sum(point => point is { } p ? tolerance.OfValue(p) : 0) / count);

        var gradient = Scalars.Gradient(result, stored);
        for (var i = 0; i < used.Length; i++)
        {
            var (slope, allowed) = used[i] is { } p ? (p.Slope, tolerance.OfSlope(p)) : (0, 0);
            if (!failures.Expect(format, $"gradient of logit {used[i]?.Logit:R} in the {what}", gradient[i], slope / count, allowed / count))
                break;
        }
    }
}
