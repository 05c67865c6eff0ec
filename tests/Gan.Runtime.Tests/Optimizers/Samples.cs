using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Optimizers;

/// <summary>Parameters and gradients from a seed, the same on every machine.</summary>
internal static class Samples
{
    public static Parameter Parameter(long[] shape, ScalarType dtype = ScalarType.Float32, int seed = 1)
    {
        using var data = Normal(new Random(seed), shape, dtype);
        return new(data);
    }

    /// <summary>Gives a parameter a gradient whose elements differ in scale by a thousand times.</summary>
    public static void SetGradient(Parameter parameter, Random random)
    {
        using var scope = NewDisposeScope();
        var gradient = Normal(random, parameter.shape, parameter.dtype);
        parameter.grad = gradient.mul(Math.Pow(10, random.Next(-3, 1)));
    }

    public static Tensor Normal(Random random, long[] shape, ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        var numbers = Enumerable.Range(0, (int)shape.Aggregate(1L, (product, size) => product * size)).Select(_ => Normal(random)).ToArray();
        return tensor(numbers).reshape(shape).to(dtype).MoveToOuterDisposeScope();
    }

    public static float[] Floats(Random random, int count, double scale) => [.. Enumerable.Range(0, count).Select(_ => (float)(scale * Normal(random)))];

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
