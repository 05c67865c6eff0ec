using Gan.Experiments.Pictures;
using Gan.Runtime.Checks;
using SkiaSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Draws samples as one picture: images in a grid, or points of the plane as a scatter plot.</summary>
public static class SampleGrid
{
    /// <summary>Draws samples as a PNG file.</summary>
    /// <param name="samples">One or more finite samples: images of shape [n, 1 or 3, h, w], whose values are clamped to [-1, 1], or points of shape [n, 2].</param>
    /// <param name="columns">The number of images in a row, at least 1. The default is 8.</param>
    /// <param name="scale">
    /// The factor by which images are enlarged, at least 1. If it is null, the factor is 2, or 1 if the picture would have more than 35 million pixels.
    /// If the picture would still be larger, only the first rows of images are drawn, and only the first images of a single row.
    /// </param>
    /// <param name="modes">The centres of the modes of a mixture, which are marked in a scatter plot, or null. Images have no modes.</param>
    /// <returns>The bytes of the PNG file.</returns>
    /// <exception cref="ArgumentNullException">The samples are null.</exception>
    /// <exception cref="ArgumentException">The samples have another shape, are not floating point or not finite, a number is less than 1, or the picture would be too large.</exception>
    public static byte[] Png(Tensor samples, int columns = 8, int? scale = null, IReadOnlyList<(double X, double Y)>? modes = null)
    {
        Ranges.NotNull(samples, nameof(samples));
        Ranges.AtLeastOne(columns, nameof(columns));
        Ranges.AtLeastOne(scale ?? 1, nameof(scale));
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        return Finite(samples).shape switch
        {
            [> 0, 2] => PlaneScatter.Png(samples, modes ?? []),
            [> 0, 1 or 3, > 0, > 0] when modes is null => ImagesPng(samples, columns, scale),
            _ => throw new ArgumentException(
                $"The samples are [{string.Join(", ", samples.shape)}]{(modes is null ? "" : " with modes")}: a grid needs images [n, 1 or 3, h, w] without modes, or points [n, 2].", nameof(samples)),
        };
    }

    private static Tensor Finite(Tensor samples)
    {
        if (!samples.is_floating_point())
            throw new ArgumentException($"The samples are of type {samples.dtype}: a grid needs floating-point samples.", nameof(samples));
        return samples.numel() == 0 || samples.isfinite().all().item<bool>()
            ? samples
            : throw new ArgumentException("The samples are not finite, so they cannot be drawn: the losses show where the run diverged.", nameof(samples));
    }

    private static byte[] ImagesPng(Tensor images, int columns, int? chosenScale)
    {
        const int Gap = GridLayout.Gap;
        var (rows, inRow, scale) = GridLayout.Of(images.shape[0], columns, images.shape[2], images.shape[3], chosenScale);
        var (count, channels) = (Math.Min(images.shape[0], rows * inRow), images.shape[1]);
        var (height, width) = ((images.shape[2] * scale) + Gap, (images.shape[3] * scale) + Gap);
        // In place: clamp has made a copy, and images may be large.
        var bytes = images.detach().narrow(0, 0, count).to(ScalarType.Float32).clamp(-1, 1).add_(1).mul_(127.5).round_().to(ScalarType.Byte).cpu();
        var large = bytes.repeat_interleave(scale, 2).repeat_interleave(scale, 3);
        var cells = nn.functional.pad(large, [0, Gap, 0, Gap, 0, 0, 0, (rows * inRow) - count]);
        var grid = cells.reshape(rows, inRow, channels, height, width).permute(0, 3, 1, 4, 2).reshape(rows * height, inRow * width, channels);
        return Encode(nn.functional.pad(grid, [0, 0, Gap, 0, Gap, 0]));
    }

    // Pixels [h, w, 1 or 3].
    private static byte[] Encode(Tensor pixels)
    {
        var (height, width) = ((int)pixels.shape[0], (int)pixels.shape[1]);
        var isGrey = pixels.shape[2] == 1;
        if (!isGrey)
            pixels = cat([pixels, full([height, width, 1], 255, ScalarType.Byte)], 2);
        pixels = pixels.contiguous();
        var row = width * (isGrey ? 1 : 4);
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, isGrey ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var y = 0; y < height; y++)
            pixels.bytes.Slice(y * row, row).CopyTo(bitmap.GetPixelSpan()[(y * bitmap.RowBytes)..]);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }
}
