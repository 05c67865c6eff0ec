using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Augmentation;

/// <summary>Images as plain numbers, for what is computed apart from the library.</summary>
internal static class Images
{
    /// <summary>Smooth images of which no two pixels are equal.</summary>
    public static Tensor Of(int samples, int channels, int height, int width, ScalarType type = ScalarType.Float64) =>
        arange(samples * channels * height * width, dtype: ScalarType.Float64).mul(0.37).sin().reshape(samples, channels, height, width).to(type);

    /// <summary>The pixels: [sample, channel][row, column].</summary>
    public static double[][,] Planes(Tensor images)
    {
        var numbers = Numbers.Of(images);
        var (height, width) = ((int)images.shape[2], (int)images.shape[3]);
        return [.. Enumerable.Range(0, (int)(images.shape[0] * images.shape[1])).Select(plane =>
        {
            var pixels = new double[height, width];
            for (var i = 0; i < height * width; i++)
                pixels[i / width, i % width] = numbers[(plane * height * width) + i];
            return pixels;
        })];
    }

    /// <summary>Asserts that images are equal to pixels given by sample, channel, row and column.</summary>
    public static void AssertEqual(Func<int, int, int, int, double> expected, Tensor actual, double tolerance)
    {
        var (shape, numbers, at) = (actual.shape, Numbers.Of(actual), 0);
        for (var n = 0; n < shape[0]; n++)
        {
            for (var c = 0; c < shape[1]; c++)
            {
                for (var h = 0; h < shape[2]; h++)
                {
                    for (var w = 0; w < shape[3]; w++)
                        Assert.Equal(expected(n, c, h, w), numbers[at++], tolerance);
                }
            }
        }
    }

    /// <summary>Asserts that the gradient of a function of images, weighted at random, is its difference quotient in a random direction.</summary>
    /// <param name="function">Makes the same of the same images at each call.</param>
    /// <param name="images">The images.</param>
    public static void AssertDifferentiable(Func<Tensor, Tensor> function, Tensor images)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3);
        var x = images.detach().clone().requires_grad_(true);
        var y = function(x);
        var weights = randn(y.shape, dtype: x.dtype, generator: random);
        var direction = randn(x.shape, dtype: x.dtype, generator: random);
        y.mul(weights).sum().backward();
        var slope = x.grad!.mul(direction).sum().ToDouble();
        Assert.NotEqual(0, slope);
        const double Step = 1e-6;
        double At(double t) => function(x.detach().add(direction.mul(t))).mul(weights).sum().ToDouble();
        Assert.Equal((At(Step) - At(-Step)) / (2 * Step), slope, 1e-6 * Math.Max(1, Math.Abs(slope)));
    }
}
