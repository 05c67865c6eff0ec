#if (Images)
using Gan.Dsl;
using Gan.Experiments;
using static TorchSharp.torch;

namespace MyNamespace;

/// <summary>Grey pictures of 16 by 16 pixels, each with a disc of random size and position. To use your own pictures, write <c>public sealed class MyData() : ImageFolder("pictures", new ImageFormat(16, 16) { Colour = ImageColour.Grey });</c>.</summary>
[SampleShape(1, Side, Side)]
public sealed class MyData : GanData
{
    private const int Side = 16;

    public override string Name => nameof(MyData);

    public override int Count => 5000;

    public override IReadOnlyList<long> SampleShape => [1, Side, Side];

    // The index of a picture is its seed, so a resumed run gets the same pictures.
    public override Tensor Samples(ReadOnlySpan<int> indices)
    {
        var pixels = new float[indices.Length * Side * Side];
        for (var i = 0; i < indices.Length; i++)
            Draw(new Random(indices[i]), pixels.AsSpan(i * Side * Side, Side * Side));
        return tensor(pixels, [indices.Length, 1, Side, Side]);
    }

    protected override void Dispose(bool disposing)
    {
    }

    private static void Draw(Random random, Span<float> picture)
    {
        var (x, y, radius) = (5 + (6 * random.NextDouble()), 5 + (6 * random.NextDouble()), 2 + (3 * random.NextDouble()));
        for (var i = 0; i < picture.Length; i++)
        {
            var distance = double.Hypot((i % Side) - x, (i / Side) - y);
            picture[i] = (float)Math.Clamp(2 * (radius - distance), -1, 1);
        }
    }
}
#else
using Gan.Experiments;

namespace MyNamespace;

/// <summary>Eight narrow Gaussians on a circle. The metrics show how many of them the generator has found.</summary>
public sealed class MyData() : GaussianMixture(Ring(), standardDeviation: 0.05);
#endif
