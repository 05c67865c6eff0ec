using SkiaSharp;

namespace Gan.Experiments.Data.Images;

/// <summary>Decodes a PNG or JPEG.</summary>
internal static class ImageDecoder
{
    // 256 MB decoded: a header that promises more is refused before anything is allocated.
    private const long LargestImage = 1 << 26;
    private const int LargestSide = 1 << 15;

    /// <summary>Decodes a file.</summary>
    /// <returns>The image, or what is wrong with the file.</returns>
    public static (RgbaImage? Image, string? Reason) Decode(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"cannot be read: {exception.Message}");
        }
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg))
            return (null, codec is null ? "is not a PNG or JPEG, or its header is damaged" : $"is a {codec.EncodedFormat}, not a PNG or JPEG");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > LargestImage || Math.Max(width, height) > LargestSide)
            return (null, $"is {width} wide and {height} high, above the limit of {LargestSide} a side and {LargestImage} pixels");
        var pixels = new byte[4 * width * height];
        using var srgb = SKColorSpace.CreateSrgb();
        var result = codec.GetPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul, srgb), pixels);
        return result == SKCodecResult.Success
            ? (new(pixels, width, height, codec.EncodedOrigin), null)
            : (null, result == SKCodecResult.IncompleteInput ? "ends too early" : $"is damaged ({result})");
    }
}
