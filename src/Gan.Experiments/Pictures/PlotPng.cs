using ScottPlot;
using SkiaSharp;

namespace Gan.Experiments.Pictures;

/// <summary>A plot as a PNG file.</summary>
internal static class PlotPng
{
    private const int Compression = 6;

    // Like the page's letters. Where none is installed, what ScottPlot takes, which may have serifs.
    private static readonly string s_font = new[] { "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans" }
        .FirstOrDefault(SKFontManager.Default.FontFamilies.ToHashSet(StringComparer.OrdinalIgnoreCase).Contains, Fonts.Default);

    /// <param name="plot">The plot.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public static byte[] Of(Plot plot, int width, int height)
    {
        plot.Font.Set(s_font);
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        plot.Render(surface.Canvas, width, height);
        using var pixels = surface.PeekPixels();
        // Areas of one colour need no filter, whose choice takes as long as all else.
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, Compression));
        return data!.ToArray();
    }
}
