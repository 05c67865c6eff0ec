using SkiaSharp;

namespace Samples.Tests;

/// <summary>Decodes pictures.</summary>
internal static class Picture
{
    public static (int Width, int Height) SizeOf(string path)
    {
        using var bitmap = SKBitmap.Decode(path) ?? throw new InvalidDataException($"{path} is no picture.");
        return (bitmap.Width, bitmap.Height);
    }
}
