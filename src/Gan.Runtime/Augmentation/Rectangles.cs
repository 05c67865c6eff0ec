using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>A part of an axis for each sample: pixels whose index is at least <paramref name="From"/> and below <paramref name="To"/>, each [N].</summary>
internal readonly record struct RectangleSpan(Tensor From, Tensor To)
{
    public Tensor Contains(Tensor indices) => indices.ge(PixelCopies.PerImage(From)).logical_and(indices.lt(PixelCopies.PerImage(To)));
}

/// <summary>Rectangles in images.</summary>
internal static class Rectangles
{
    /// <summary>Images with zeros in a rectangle each.</summary>
    public static Tensor CutOut(Tensor images, RectangleSpan rows, RectangleSpan columns) =>
        images.masked_fill(rows.Contains(PixelCopies.Rows(images)).logical_and(columns.Contains(PixelCopies.Columns(images))), 0);
}
