using Gan.Experiments.Pictures;
using Gan.Experiments.Reports.Markup;
using Gan.Experiments.Training.Steps;

namespace Gan.Experiments.Reports;

/// <summary>The plots of a report.</summary>
internal static class StepPlots
{
    /// <summary>One run: a plot for each group, a line for each of its numbers.</summary>
    public static string Of(ReportedRun run) => Section(run.Steps.Names.GroupBy(name => StepNames.Split(name).Group).Select(group =>
        Figure(StepNames.Title(group.Key), [.. group.Select(name => Series(run, name, StepNames.Split(name).Own))])));

    /// <summary>Several runs: a plot for each number, a line for each run that has it.</summary>
    public static string Of(IReadOnlyList<ReportedRun> runs) => Section(runs.SelectMany(run => run.Steps.Names).Distinct().Select(name =>
        Figure($"{StepNames.Title(StepNames.Split(name).Group)}: {StepNames.Split(name).Own}", [.. runs.Where(run => run.Steps.Names.Contains(name)).Select(run => Series(run, name, run.Label))])));

    // Only the steps that have the number: a lazy penalty is seldom due.
    private static PlotSeries Series(ReportedRun run, string name, string legend)
    {
        var points = run.Steps.Steps.Zip(run.Steps[name]).Where(point => point.Second is not null).ToArray();
        return new(legend, [.. points.Select(point => point.First)], [.. points.Select(point => point.Second!.Value)]);
    }

    private static string Section(IEnumerable<string> figures) =>
        Html.Section("Plots", figures.ToArray() is { Length: > 0 } some ? Html.Figures(some) : "<p>No steps were logged.</p>");

    private static string Figure(string title, IReadOnlyList<PlotSeries> series)
    {
        double[] values = [.. series.SelectMany(line => line.Values)];
        var caption = title
            + Missing(values, value => !double.IsFinite(value), "not finite")
            + Missing(values, value => double.IsFinite(value) && !Plots.IsDrawn(value), $"beyond {Html.Number(Plots.Largest)} in size");
        return Html.Figure(Plots.Png(title, series), caption, "plot");
    }

    private static string Missing(double[] values, Func<double, bool> isMissing, string why)
    {
        var count = values.Count(isMissing);
        return count == 0 ? "" : $"; {count} of {values.Length} values are {why} and are not drawn";
    }
}
