using SkiaSharp;
using static TorchSharp.torch;

namespace FashionGan;

/// <summary>Grids of grey pictures as PNG files.</summary>
internal static class Pictures
{
    private const int Gap = 2;
    private const int Scale = 3;

    /// <summary>Images [count, 1, h, w] in [-1, 1] side by side, row after row, with a black gap around each, as bytes [rows, columns].</summary>
    public static Tensor Grid(Tensor images, int columns)
    {
        using var scope = NewDisposeScope();
        var (count, height, width) = (images.shape[0], images.shape[2] + Gap, images.shape[3] + Gap);
        var rows = (count + columns - 1) / columns;
        var cells = nn.functional.pad(images.add(1).mul(127.5).round().clamp(0, 255), [0, Gap, 0, Gap, 0, 0, 0, (rows * columns) - count]);
        var grid = cells.reshape(rows, columns, height, width).permute(0, 2, 1, 3).reshape(rows * height, columns * width);
        return nn.functional.pad(grid, [Gap, 0, Gap, 0]).to(ScalarType.Byte).MoveToOuterDisposeScope();
    }

    public static void Save(string path, Tensor images, int columns)
    {
        using var scope = NewDisposeScope();
        var pixels = Grid(images, columns).repeat_interleave(Scale, 0).repeat_interleave(Scale, 1).contiguous();
        using var bitmap = new SKBitmap(new SKImageInfo((int)pixels.shape[1], (int)pixels.shape[0], SKColorType.Gray8, SKAlphaType.Opaque));
        for (var row = 0; row < bitmap.Height; row++)
            pixels.bytes.Slice(row * bitmap.Width, bitmap.Width).CopyTo(bitmap.GetPixelSpan()[(row * bitmap.RowBytes)..]);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        using var file = File.Create(path);
        png.SaveTo(file);
    }
}
