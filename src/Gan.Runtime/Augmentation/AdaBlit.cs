using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>ADA's copies of pixels: a flip, then quarter turns, then a translation by whole pixels, over the image continued by reflection.</summary>
internal static class AdaBlit
{
    private const double Range = 0.125;

    public static Tensor Of(Tensor images, AdaDraws draws)
    {
        var (height, width) = (images.shape[2], images.shape[3]);
        var (flip, turns) = (draws.Below(AdaTransforms.HorizontalFlip, 2), draws.Below(AdaTransforms.QuarterTurns, 4));
        var (x, y) = draws.Pair(AdaTransforms.WholeTranslation, source => source.Within(images, Range));

        // From a pixel of the result back to the one that it is copied from; turns are about the centre.
        var (right, down) = ((width - 1) / 2.0, (height - 1) / 2.0);
        var column = PixelCopies.Columns(images).sub(PixelCopies.PerImage(x.mul(width).round())).sub(right);
        var row = PixelCopies.Rows(images).sub(PixelCopies.PerImage(y.mul(height).round())).sub(down);
        var (cos, sin) = (PixelCopies.PerImage(turns.mul(Math.PI / 2).cos().round()), PixelCopies.PerImage(turns.mul(Math.PI / 2).sin().round()));
        var fromColumn = column.mul(cos).sub(row.mul(sin)).mul(PixelCopies.PerImage(flip.mul(-2).add(1))).add(right);
        var fromRow = column.mul(sin).add(row.mul(cos)).add(down);
        return PixelCopies.At(images, Reflection.Of(fromRow, height), Reflection.Of(fromColumn, width));
    }
}
