using SkiaSharp;

namespace Gan.Experiments.Tests.Reports;

/// <summary>The pixels of a PNG file.</summary>
internal sealed class DecodedImage : IDisposable
{
    private readonly SKBitmap _bitmap;

    public DecodedImage(byte[] png) => _bitmap = SKBitmap.Decode(png) ?? throw new InvalidDataException("The bytes are no picture.");

    public (int Width, int Height) Size => (_bitmap.Width, _bitmap.Height);

    public (int R, int G, int B) this[int x, int y] => _bitmap.GetPixel(x, y) is var pixel ? (pixel.Red, pixel.Green, pixel.Blue) : default;

    /// <summary>The number of pixels that a colour fits.</summary>
    public int Count(Func<(int R, int G, int B), bool> fits) =>
        Enumerable.Range(0, Size.Height).Sum(y => Enumerable.Range(0, Size.Width).Count(x => fits(this[x, y])));

    public void Dispose() => _bitmap.Dispose();
}
