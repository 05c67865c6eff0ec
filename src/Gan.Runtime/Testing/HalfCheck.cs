using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>Half-precision logits: computed in float32, differentiated into their own type.</summary>
internal static class HalfCheck
{
    public static void Run(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        var failures = new Failures();
        foreach (var format in FloatFormat.Half)
        {
            // At a logit the type rounds, the exact value belongs to another logit.
            foreach (var point in expected.Where(point => format.Represents(point.Logit)))
                Check(loss, format, point, expected, failures);
        }

        failures.ThrowIfAny();
    }

    private static void Check(Func<Tensor, Tensor> loss, FloatFormat format, LogitValue point, IReadOnlyList<LogitValue> expected, Failures failures)
    {
        using var scope = NewDisposeScope();
        var what = $"at logit {point.Logit:R} in {format.Type}";
        var logit = tensor([point.Logit], format.Type).requires_grad_(true);
        var result = loss(logit);
        var value = Scalars.Read(result, ScalarType.Float32, $"loss {what}");
        failures.Expect(FloatFormat.Float32, $"loss {what}", value, point.Value, new Tolerance(FloatFormat.Float32, expected).OfValue(point));
        var slope = Scalars.Gradient(result, logit)[0];
        failures.Expect(format, $"slope {what}", slope, point.Slope, new Tolerance(format, expected).OfSlope(point));
    }
}
