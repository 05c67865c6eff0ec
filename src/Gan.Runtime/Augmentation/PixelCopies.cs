using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>Images [N, C, H, W] whose pixels come from elsewhere in the same image: linear in them, with derivatives of every order.</summary>
internal static class PixelCopies
{
    /// <summary>0, 1, ..., along the rows: [1, 1, H, 1].</summary>
    public static Tensor Rows(Tensor images) => arange(images.shape[2], dtype: images.dtype, device: images.device).reshape(1, 1, -1, 1);

    /// <summary>0, 1, ..., along the columns: [1, 1, 1, W].</summary>
    public static Tensor Columns(Tensor images) => arange(images.shape[3], dtype: images.dtype, device: images.device).reshape(1, 1, 1, -1);

    /// <summary>The pixels at places of a sample's own, which are whole numbers within the image.</summary>
    /// <param name="images">The images.</param>
    /// <param name="rows">[N, 1, h, w].</param>
    /// <param name="columns">[N, 1, h, w].</param>
    /// <returns>[N, C, h, w].</returns>
    public static Tensor At(Tensor images, Tensor rows, Tensor columns)
    {
        var (samples, channels, height, width) = (rows.shape[0], images.shape[1], rows.shape[2], rows.shape[3]);
        var places = rows.to(ScalarType.Int64).mul(images.shape[3]).add(columns.to(ScalarType.Int64)).reshape(samples, 1, -1).expand(samples, channels, -1);
        return images.reshape(samples, channels, -1).gather(2, places).reshape(samples, channels, height, width);
    }

    /// <summary>A number for each sample, to be used with its images: [N, 1, 1, 1].</summary>
    public static Tensor PerImage(Tensor numbers) => numbers.reshape(-1, 1, 1, 1);
}
