using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>Values and slopes, one logit at a time.</summary>
internal static class SingleLogitCheck
{
    public static void Values(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected) =>
        Each("loss", expected, (logit, format, point, what, tolerance, failures) =>
        {
            var actual = Scalars.Read(loss(logit), format.Type, what);
            failures.Expect(format, what, actual, point.Value, tolerance.OfValue(point));
        });

    public static void Slopes(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected) =>
        Each("slope", expected, (logit, format, point, what, tolerance, failures) =>
        {
            logit.requires_grad_(true);
            var actual = Scalars.Gradient(loss(logit), logit, what)[0];
            failures.Expect(format, what, actual, point.Slope, tolerance.OfSlope(point));
        });

    public static void SlopeSigns(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected) =>
        Each("slope", expected, (logit, format, point, what, tolerance, failures) =>
        {
            logit.requires_grad_(true);
            var actual = Scalars.Gradient(loss(logit), logit, what)[0];
            if (Math.Abs(point.Slope) > tolerance.OfSlope(point) && (double.IsNaN(actual) || Math.Sign(actual) != Math.Sign(point.Slope)))
                failures.Add($"{what}: expected one {(point.Slope < 0 ? "below" : "above")} 0, actual {actual:R}.");
        });

    public static void Sums(Func<Tensor, Tensor, Tensor> loss, IReadOnlyList<LogitValue> real, IReadOnlyList<LogitValue> fake)
    {
        var failures = new Failures();
        foreach (var format in FloatFormat.Full)
        {
            var (ofReal, ofFake) = (new Tolerance(format, real), new Tolerance(format, fake));
            foreach (var (r, f) in real.SelectMany(r => fake.Select(f => (r, f))))
            {
                using var scope = NewDisposeScope();
                var what = $"loss of the real logit {r.Logit:R} and the fake logit {f.Logit:R} in {format.Type}";
                var actual = Scalars.Read(loss(tensor([r.Logit], format.Type), tensor([f.Logit], format.Type)), format.Type, what);
                failures.Expect(format, what, actual, r.Value + f.Value, ofReal.OfValue(r) + ofFake.OfValue(f));
            }
        }

        failures.ThrowIfAny();
    }

    private static void Each(
        string quantity,
        IReadOnlyList<LogitValue> expected,
        Action<Tensor, FloatFormat, LogitValue, string, Tolerance, Failures> check)
    {
        var failures = new Failures();
        foreach (var format in FloatFormat.Full)
        {
            var tolerance = new Tolerance(format, expected);
            foreach (var point in expected)
            {
                using var scope = NewDisposeScope();
                check(tensor([point.Logit], format.Type), format, point, $"{quantity} at logit {point.Logit:R} in {format.Type}", tolerance, failures);
            }
        }

        failures.ThrowIfAny();
    }
}
