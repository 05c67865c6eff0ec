namespace Gan.Experiments;

/// <summary>Mirrors an image in half of the cases and shifts it by up to two pixels each way; what comes in is black.</summary>
internal static class Augmentation
{
    private const int Reach = 2;
    private const float Black = -1;

    public static void Write(ReadOnlySpan<float> image, Span<float> target, int width, ref CounterRandom random)
    {
        var mirrored = random.Below(2) == 1;
        var (dx, dy) = (random.Below((2 * Reach) + 1) - Reach, random.Below((2 * Reach) + 1) - Reach);
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
