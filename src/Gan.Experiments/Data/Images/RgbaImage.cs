using SkiaSharp;

namespace Gan.Experiments.Data.Images;

/// <summary>A decoded image: four bytes a pixel, alpha not multiplied in, turned upright on reading as its file says.</summary>
internal sealed class RgbaImage(byte[] pixels, int width, int height, SKEncodedOrigin origin)
{
    private bool Swapped => origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    /// <summary>The width upright.</summary>
    public int Width => Swapped ? height : width;

    /// <summary>The height upright.</summary>
    public int Height => Swapped ? width : height;

    /// <summary>A part of one channel, from 0 to 255, on white where it is transparent.</summary>
    public float[] Plane(int channel, SKRectI part)
    {
        var plane = new float[part.Width * part.Height];
        for (var y = 0; y < part.Height; y++)
        {
            for (var x = 0; x < part.Width; x++)
            {
                var at = 4 * Stored(part.Left + x, part.Top + y);
                plane[(y * part.Width) + x] = 255 - ((255 - pixels[at + channel]) * (pixels[at + 3] / 255f));
            }
        }
        return plane;
    }

    // Where an upright pixel is stored: the eight orientations of Exif.
    private int Stored(int x, int y)
    {
        var (column, row) = origin switch
        {
            SKEncodedOrigin.TopRight => (width - 1 - x, y),
            SKEncodedOrigin.BottomRight => (width - 1 - x, height - 1 - y),
            SKEncodedOrigin.BottomLeft => (x, height - 1 - y),
            SKEncodedOrigin.LeftTop => (y, x),
            SKEncodedOrigin.RightTop => (y, height - 1 - x),
            SKEncodedOrigin.RightBottom => (width - 1 - y, height - 1 - x),
            SKEncodedOrigin.LeftBottom => (width - 1 - y, x),
            _ => (x, y),
        };
        return (row * width) + column;
    }
}
