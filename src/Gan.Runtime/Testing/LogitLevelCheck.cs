using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>A penalty's closed form where all real logits are one number and all fake logits another.</summary>
internal static class LogitLevelCheck
{
    private const double Ulps = 64;

    public static void Run(
        Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty, double realLogit, double fakeLogit, double expected, double expectedSlope)
    {
        var failures = new Failures();
        foreach (var format in FloatFormat.Full)
        {
            foreach (var samples in new[] { 1, 3 })
            {
                using var scope = NewDisposeScope();
                using var discriminator = new LevelNet(format.Type);
                long[] shape = [samples, 6, 1, 1];
                var term = penalty(discriminator, full(shape, realLogit, dtype: format.Type), full(shape, fakeLogit, dtype: format.Type));
                var what = $"penalty at the logits {realLogit:R} and {fakeLogit:R} with {samples} samples in {format.Type}";
                var tolerance = Ulps * format.Roundoff * (Math.Abs(expected) + (realLogit * realLogit) + (fakeLogit * fakeLogit));
                failures.Expect(format, what, Scalars.Read(term, format.Type, what), expected, tolerance);
                failures.Expect(format, $"{what}, its slope in the scale of D", Scalars.Gradient(term, discriminator.Scale).Single(), expectedSlope, 2 * tolerance);
            }
        }

        failures.ThrowIfAny();
    }
}
