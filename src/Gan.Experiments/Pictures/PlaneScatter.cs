using ScottPlot;
using static TorchSharp.torch;

namespace Gan.Experiments.Pictures;

/// <summary>Points of the plane, and the modes they should come from.</summary>
internal static class PlaneScatter
{
    private const int Side = 480;

    /// <param name="points">[n, 2], finite.</param>
    /// <param name="modes">The modes' centres.</param>
    public static byte[] Png(Tensor points, IReadOnlyList<(double X, double Y)> modes)
    {
        var values = points.detach().to(ScalarType.Float64).cpu().t().contiguous().data<double>().ToArray();
        var count = values.Length / 2;
        using var plot = new Plot();
        plot.Add.Markers(values[..count], values[count..], MarkerShape.FilledCircle, 4, Colors.C0.WithAlpha(0.5));
        if (modes.Count > 0)
            plot.Add.Markers(modes.Select(mode => mode.X).ToArray(), modes.Select(mode => mode.Y).ToArray(), MarkerShape.Cross, 12, Colors.C3);
        plot.Axes.SquareUnits();
        return PlotPng.Of(plot, Side, Side);
    }
}
