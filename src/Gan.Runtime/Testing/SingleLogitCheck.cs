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
            var actual = Scalars.Gradient(loss(logit), logit)[0];
            failures.Expect(format, what, actual, point.Slope, tolerance.OfSlope(point));
        });

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
