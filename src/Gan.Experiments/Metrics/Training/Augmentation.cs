using Gan.Experiments.Data.Memory;

namespace Gan.Experiments.Metrics.Training;

/// <summary>Mirrors an image in half of the cases and shifts it by a few pixels each way; what comes in is black.</summary>
internal static class Augmentation
{
    private const float Black = -1;

    public static void Write(ReadOnlySpan<float> image, Span<float> target, int width, int reach, ref CounterRandom random)
    {
        var mirrored = random.Below(2) == 1;
        var (dx, dy) = (random.Below((2 * reach) + 1) - reach, random.Below((2 * reach) + 1) - reach);
        var height = image.Length / width;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (column, row) = (x + dx, y + dy);
                var inside = (uint)column < (uint)width && (uint)row < (uint)height;
                target[(y * width) + x] = inside ? image[(row * width) + (mirrored ? width - 1 - column : column)] : Black;
            }
        }
    }
}
