using ScottPlot;

namespace FashionGan;

/// <summary>Both players' losses over the steps, as a PNG file.</summary>
internal static class LossPlot
{
    public static void Save(string path, string objective, IReadOnlyList<StepMetrics> steps)
    {
        // Single batches jump about: the mean over a fiftieth of the run shows where the losses go.
        var window = Math.Max(1, steps.Count / 50);
        using var plot = new Plot();
        Add("D loss", Means(steps, window, step => step.LossD));
        Add("G loss", Means(steps, window, step => step.LossG));
        plot.Title($"{objective}: adversarial losses, mean of {window} steps");
        plot.XLabel("step");
        plot.YLabel("loss");
        plot.ShowLegend(Alignment.UpperRight);
        plot.SavePng(path, 900, 500);

        void Add(string name, double[] values)
        {
            var line = plot.Add.Signal(values, period: window);
            line.Data.XOffset = (window - 1) / 2.0;
            line.LegendText = name;
            line.LineWidth = 2;
        }
    }

    private static double[] Means(IReadOnlyList<StepMetrics> steps, int window, Func<StepMetrics, float> value) =>
        [.. steps.Chunk(window).Where(chunk => chunk.Length == window).Select(chunk => chunk.Average(step => (double)value(step)))];
}
