using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>A random estimate's expectation on a linear discriminator, by a mean over many samples with one seed.</summary>
internal static class AverageCheck
{
    private const long Samples = 20_000;
    private const long Seed = 20180413;

    /// <summary>The square of a normal number has the variance 2, its mean over the samples the deviation sqrt(2 / Samples), 1%: five of them.</summary>
    private static readonly double RelativeError = 5 * Math.Sqrt(2.0 / Samples);

    public static void Run(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty, double gradientNorm, double expected)
    {
        using var scope = NewDisposeScope();
        using var discriminator = new LinearNet(6, gradientNorm, ScalarType.Float64);
        long[] shape = [Samples, 6, 1, 1];
        random.manual_seed(Seed);
        var term = penalty(discriminator, CheckSamples.Real(shape, ScalarType.Float64), CheckSamples.Fake(shape, ScalarType.Float64));
        var what = $"penalty at gradient norm {gradientNorm:R}, averaged over {Samples} samples";
        var failures = new Failures();
        failures.Expect(FloatFormat.Float64, what, Scalars.Read(term, ScalarType.Float64, what), expected, RelativeError * expected);
        failures.ThrowIfAny();
    }
}
