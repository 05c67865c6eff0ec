using Gan.Experiments.Atlas.Transport;
using Gan.Experiments.Files;
using Gan.Experiments.Pictures;
using ScottPlot;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>A plan γ as a picture: the darker a cell, the more goes from its row to its column.</summary>
internal static class PlanPicture
{
    private const int Side = 480;

    /// <summary>Writes it as PNG and SVG.</summary>
    public static void Write(DiscretePlan plan, string stem)
    {
        var svg = System.Text.Encoding.UTF8.GetBytes(PlanSvgFile.Of(plan));
        AtomicFile.Write($"{stem}.svg", stream => stream.Write(svg));
        using var plot = new Plot();
        // The colours are dark for low numbers.
        var cells = new double[plan.P.Length, plan.Q.Length];
        for (var i = 0; i < plan.P.Length; i++)
        {
            for (var j = 0; j < plan.Q.Length; j++)
                cells[i, j] = -plan.Plan[i][j];
        }

        var map = plot.Add.Heatmap(cells);
        map.Colormap = new ScottPlot.Colormaps.Blues();
        plot.Axes.InvertY();
        plot.Axes.Bottom.SetTicks([.. plan.Q.Select(static (_, j) => (double)j)], [.. plan.Q.Select(static share => FormattableString.Invariant($"{share:0.##}"))]);
        plot.Axes.Left.SetTicks([.. plan.P.Select(static (_, i) => (double)i)], [.. plan.P.Select(static share => FormattableString.Invariant($"{share:0.##}"))]);
        plot.Title($"{plan.Name}: γ, cost {FormattableString.Invariant($"{plan.Cost:0.####}")}", 13);
        plot.XLabel("to");
        plot.YLabel("from");
        var png = PlotPng.Of(plot, Side, Side);
        AtomicFile.Write($"{stem}.png", stream => stream.Write(png));
    }
}
