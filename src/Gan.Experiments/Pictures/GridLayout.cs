namespace Gan.Experiments.Pictures;

/// <summary>How images stand in a grid.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Columns">The images in a row.</param>
/// <param name="Scale">The pixels a pixel becomes in each direction.</param>
internal readonly record struct GridLayout(long Rows, long Columns, int Scale)
{
    /// <summary>The dark pixels between two images.</summary>
    public const int Gap = 2;

    // What Skia encodes without doubt, and 256 MB as RGBA.
    private const long MostPixels = 1 << 26;

    // A page holds some of these pictures: 64 images of 512 by 512 are within it, or a walk's 32 of 1024 by 1024.
    private const long MostChosen = 35_000_000;

    private const int LargestChosen = 2;

    /// <summary>The layout of so many images, in columns as they are asked for.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="columns">Those in a row, where there are so many.</param>
    /// <param name="height">The height of an image.</param>
    /// <param name="width">Its width.</param>
    /// <param name="scale">The scale. Null: 2, or 1 where the picture would be too large; where it still would, only the first rows, and of a single row only the first images.</param>
    /// <exception cref="ArgumentException">The picture would be too large.</exception>
    public static GridLayout Of(long count, long columns, long height, long width, int? scale)
    {
        columns = Math.Min(columns, count);
        var rows = (count + columns - 1) / columns;
        if (scale is { } given)
        {
            var layout = new GridLayout(rows, columns, given);
            return layout.Pixels(height, width) <= MostPixels
                ? layout
                : throw new ArgumentException($"A grid of {columns} by {rows} images of {width} by {height} pixels, {given} times as large, has more than {MostPixels} pixels: use fewer images or a smaller scale.");
        }

        for (var chosen = LargestChosen; chosen > 0; chosen--)
        {
            var layout = new GridLayout(rows, columns, chosen);
            if (layout.Pixels(height, width) <= MostChosen)
                return layout;
        }

        rows = Most(MostChosen / Side(columns, width), height, rows);
        if (rows == 1)
            columns = Most(MostChosen / Side(1, height), width, columns);
        var part = new GridLayout(rows, columns, 1);
        return part.Pixels(height, width) <= MostPixels
            ? part
            : throw new ArgumentException($"An image of {width} by {height} pixels is too large for a picture, which has at most {MostPixels}: draw smaller ones.");
    }

    // A scale may be so large that no whole number holds the product.
    private double Pixels(long height, long width) => (double)Side(Rows, height * Scale) * Side(Columns, width * Scale);

    private static long Side(long images, long side) => (images * (side + Gap)) + Gap;

    // As many images as have room on a side, at least one and no more than there are.
    private static long Most(long room, long side, long there) => Math.Clamp((room - Gap) / (side + Gap), 1, there);
}
