using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>A penalty's closed form on a linear discriminator.</summary>
internal static class LinearCheck
{
    private const int Channels = 6;
    private const double Ulps = 64;

    public static void Run(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty, double gradientNorm, double expected) => Run(
        penalty,
        type => new LinearNet(Channels, gradientNorm, type),
        (shape, type) => (CheckSamples.Real(shape, type), CheckSamples.Fake(shape, type)),
        $"penalty at gradient norm {gradientNorm:R}",
        expected,
        gradientNorm);

    public static void RunAtLogit(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty, double gradientNorm, double order, double logit, double expected) => Run(
        penalty,
        type => new LinearNet(Channels, gradientNorm, type, order, logit),
        static (shape, type) => (zeros(shape, dtype: type), zeros(shape, dtype: type)),
        $"penalty at gradient norm {gradientNorm:R} of order {order:R} and logit {logit:R}",
        expected,
        gradientNorm);

    private static void Run(
        Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty, Func<ScalarType, LinearNet> net, Func<long[], ScalarType, (Tensor Real, Tensor Fake)> samples, string what, double expected, double gradientNorm)
    {
        var failures = new Failures();
        foreach (var format in FloatFormat.Full)
        {
            foreach (var count in new[] { 1, 3 })
            {
                using var scope = NewDisposeScope();
                using var discriminator = net(format.Type);
                var (real, fake) = samples([count, Channels, 1, 1], format.Type);
                var term = penalty(discriminator, real, fake);
                var where = $"{what} with {count} samples in {format.Type}";
                // Where the norm meets the target the term is zero, and the norm's own rounding is all there is.
                var tolerance = Ulps * format.Roundoff * (Math.Abs(expected) + (gradientNorm * gradientNorm));
                failures.Expect(format, where, Scalars.Read(term, format.Type, where), expected, tolerance);
            }
        }

        failures.ThrowIfAny();
    }
}
