using Gan.Experiments;
using static TorchSharp.torch;

namespace SingleImage;

/// <summary>The photograph at each scale, from the coarsest to the finest: each about 4/3 as large as the one before.</summary>
internal static class Pyramid
{
    private static readonly string Folder = Path.Combine("data", "photographs");
    private static readonly (int Height, int Width)[] Sizes = [(20, 30), (27, 40), (36, 54), (48, 72)];

    /// <summary>Float32 images [1, 3, height, width] in [-1, 1], reduced by a filter that avoids aliasing.</summary>
    public static IReadOnlyList<Tensor> Read() => [.. Sizes.Select(static size => Read(size.Height, size.Width))];

    private static Tensor Read(int height, int width)
    {
        using var photograph = new ImageFolder(Folder, new ImageFormat(height, width));
        return photograph.Samples([0]);
    }
}
