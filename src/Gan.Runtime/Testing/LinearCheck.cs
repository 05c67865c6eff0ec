using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>A penalty's closed form on a linear discriminator.</summary>
internal static class LinearCheck
{
    private const int Channels = 6;
    private const double Ulps = 64;

    public static void Run(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty, double gradientNorm, double expected)
    {
        var failures = new Failures();
        foreach (var format in FloatFormat.Full)
        {
            foreach (var samples in new[] { 1, 3 })
            {
                using var scope = NewDisposeScope();
                using var discriminator = new LinearNet(Channels, gradientNorm, format.Type);
                long[] shape = [samples, Channels, 1, 1];
                var term = penalty(discriminator, CheckSamples.Real(shape, format.Type), CheckSamples.Fake(shape, format.Type));
                var what = $"penalty at gradient norm {gradientNorm:R} with {samples} samples in {format.Type}";
                // Where the norm meets the target the term is zero, and the norm's own rounding is all there is.
                var tolerance = Ulps * format.Roundoff * (Math.Abs(expected) + gradientNorm * gradientNorm);
                failures.Expect(format, what, Scalars.Read(term, format.Type, what), expected, tolerance);
            }
        }

        failures.ThrowIfAny();
    }
}
