using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>ADA's geometric transformations: scaling, rotation, stretching, rotation and translation as one, between pixels of twice the resolution.</summary>
internal sealed class AdaGeometry : IDisposable
{
    private const double ScaleDeviation = 0.2;

    private const double TranslationDeviation = 0.125;

    private readonly AxisMatrices up = new(Resampling.Up);
    private readonly AxisMatrices down = new(Resampling.Down);

    public Tensor Of(Tensor images, AdaDraws draws)
    {
        var (rows, columns) = Places(images, draws);
        var fine = up.For(images, 2).matmul(images).matmul(up.For(images, 3).t());
        return down.For(images, 2).matmul(Between(fine, rows, columns)).matmul(down.For(images, 3).t());
    }

    public void Dispose()
    {
        up.Dispose();
        down.Dispose();
    }

    /// <summary>Where each fine pixel of the result comes from, in fine pixels from the first of the image: [N, 1, h, w] each.</summary>
    private static (Tensor Rows, Tensor Columns) Places(Tensor images, AdaDraws draws)
    {
        var (height, width) = ((int)images.shape[2], (int)images.shape[3]);
        var scale = draws.Normal(AdaTransforms.Scaling, ScaleDeviation).exp2();
        // Either rotation happens with probability p.
        var either = draws.Probability.neg().add(1).sqrt().neg().add(1);
        var before = draws.Within(AdaTransforms.Rotation, Math.PI, either);
        var stretch = draws.Normal(AdaTransforms.Stretching, ScaleDeviation).exp2();
        var after = draws.Within(AdaTransforms.Rotation, Math.PI, either);
        var (x, y) = draws.Pair(AdaTransforms.Translation, source => source.Normal(images, images.shape[0]).mul(TranslationDeviation));

        // The inverse is 1/scale * R(before) * diag(1/stretch, stretch) * R(after), after the translation back.
        var (p, q) = (scale.mul(stretch).reciprocal(), stretch.div(scale));
        var (cosB, sinB, cosA, sinA) = (before.cos(), before.sin(), after.cos(), after.sin());
        var xx = cosB.mul(p).mul(cosA).sub(sinB.mul(q).mul(sinA));
        var xy = cosB.mul(p).mul(sinA).add(sinB.mul(q).mul(cosA)).neg();
        var yx = sinB.mul(p).mul(cosA).add(cosB.mul(q).mul(sinA));
        var yy = cosB.mul(q).mul(cosA).sub(sinB.mul(p).mul(sinA));

        // A fine pixel is half a pixel, and the image's middle is fine pixel size - 1.
        var column = Axis(width).reshape(1, 1, 1, -1).sub(PixelCopies.PerImage(x.mul(2 * width)));
        var row = Axis(height).reshape(1, 1, -1, 1).sub(PixelCopies.PerImage(y.mul(2 * height)));
        return (
            column.mul(PixelCopies.PerImage(yx)).add(row.mul(PixelCopies.PerImage(yy))).add(height - 1),
            column.mul(PixelCopies.PerImage(xx)).add(row.mul(PixelCopies.PerImage(xy))).add(width - 1));

        Tensor Axis(int size) => arange(Resampling.FineSize(size), dtype: images.dtype, device: images.device).sub(Resampling.Margin + size - 1);
    }

    /// <summary>The fine image between its pixels, each value weighted by how near the place is.</summary>
    private static Tensor Between(Tensor fine, Tensor rows, Tensor columns)
    {
        var (row, nextRow, down) = Around(rows, fine.shape[2]);
        var (column, nextColumn, right) = Around(columns, fine.shape[3]);
        var upper = PixelCopies.At(fine, row, column).lerp(PixelCopies.At(fine, row, nextColumn), right);
        var lower = PixelCopies.At(fine, nextRow, column).lerp(PixelCopies.At(fine, nextRow, nextColumn), right);
        return upper.lerp(lower, down);
    }

    /// <summary>The fine pixels before and after places, and how far each is from the first to the second.</summary>
    private static (Tensor Before, Tensor After, Tensor Share) Around(Tensor places, long fineSize)
    {
        var size = fineSize - (2 * Resampling.Margin);
        var inside = places.ge(-Resampling.Margin).logical_and(places.le(size - 1 + Resampling.Margin));
        var place = where(inside, places, Reflection.Of(places, size)).add(Resampling.Margin);
        var before = place.floor();
        return (before, before.add(1).clamp_max(fineSize - 1), place.sub(before));
    }
}
