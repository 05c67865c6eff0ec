using SkiaSharp;

namespace Gan.Experiments.Data.Images;

/// <summary>Brings a decoded image to the wanted size and channels.</summary>
internal static class ImageFitting
{
    /// <summary>Writes an image as bytes [channels, height, width].</summary>
    /// <returns>Why it cannot be; null: it is done.</returns>
    public static string? Fit(RgbaImage image, ImageFormat format, Span<byte> target)
    {
        var part = Part(image, format);
        if (!format.Enlarge && (part.Width < format.Width || part.Height < format.Height))
            return $"is {image.Width} wide and {image.Height} high, too small for {format.Width} by {format.Height} (without {nameof(ImageFormat.Enlarge)})";
        float[] Channel(int channel) => TriangleResize.Resize(image.Plane(channel, part), part.Height, part.Width, format.Height, format.Width);
        var (red, green, blue) = (Channel(0), Channel(1), Channel(2));
        if (format.Colour == ImageColour.Grey)
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = Rounded((0.299 * red[i]) + (0.587 * green[i]) + (0.114 * blue[i]));
            return null;
        }
        for (var i = 0; i < red.Length; i++)
            (target[i], target[red.Length + i], target[(2 * red.Length) + i]) = (Rounded(red[i]), Rounded(green[i]), Rounded(blue[i]));
        return null;
    }

    private static SKRectI Part(RgbaImage image, ImageFormat format)
    {
        var (width, height) = (image.Width, image.Height);
        if (format.Fit == ImageFit.Crop)
        {
            width = (int)Math.Clamp(Math.Round((double)height * format.Width / format.Height), 1, width);
            height = (int)Math.Clamp(Math.Round((double)image.Width * format.Height / format.Width), 1, height);
        }
        return SKRectI.Create((image.Width - width) / 2, (image.Height - height) / 2, width, height);
    }

    private static byte Rounded(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
