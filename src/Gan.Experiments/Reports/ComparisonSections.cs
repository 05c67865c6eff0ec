using Gan.Experiments.Experiments;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Reports;

/// <summary>The sections of a comparison. What several runs have alike is said once.</summary>
internal static class ComparisonSections
{
    public static string Of(IReadOnlyList<ReportedRun> runs) =>
        Html.Section("Results", RunTable.Write(runs))
        + RunSections.Notes([.. runs.SelectMany(Remarks)])
        + StepPlots.Of(runs)
        + Samples(runs)
        + Html.Section("Objectives", string.Join("\n", Alike(runs, run => $"<p>{Html.Text(run.Record.Objective)}</p>\n{RunSections.Losses(run.Record)}")))
        + Html.Section("Configuration", Differences(runs, Configuration))
        + Html.Section("Environment", Differences(runs, run => run.Record.Environment.Select(pair => (pair.Key, pair.Value))));

    private static IEnumerable<string> Remarks(ReportedRun run) =>
        (run.Record.Failure is { } failure ? [$"{run.Label}: {failure}"] : Array.Empty<string>()).Concat(run.Notes.Select(note => $"{run.Label}: {note}"));

    private static string Samples(IReadOnlyList<ReportedRun> runs)
    {
        var figures = runs.Where(run => run.Samples.Count > 0).Select(run => RunSections.SampleFigure(run, run.Samples[^1], run.Label + ", ")).ToArray();
        return Html.Section("Last samples", figures.Length == 0 ? "<p>No samples were drawn.</p>" : Html.Figures(figures));
    }

    // One text for all runs that have the same, under their names.
    private static IEnumerable<string> Alike(IReadOnlyList<ReportedRun> runs, Func<ReportedRun, string> text) =>
        runs.GroupBy(text).Select(group => $"<h3>{Html.Text(string.Join(", ", group.Select(run => run.Label)))}</h3>\n{group.Key}");

    private static IEnumerable<(string Name, string Value)> Configuration(ReportedRun run) =>
        [.. RunSections.Measured(run.Record), ("Networks", run.Record.Networks), .. SettingTexts.Of(run.Record.Settings)];

    // A name whose value all runs share has one line; another has a line for each value, with the runs that have it.
    private static string Differences(IReadOnlyList<ReportedRun> runs, Func<ReportedRun, IEnumerable<(string Name, string Value)>> pairs)
    {
        var all = runs.SelectMany(run => pairs(run).Select(pair => (pair.Name, pair.Value, run.Label)));
        return Html.Pairs(all.GroupBy(entry => entry.Name).SelectMany(name => name.GroupBy(entry => entry.Value).Select(value =>
            (name.Key, value.Count() == runs.Count ? value.Key : $"{value.Key} ({string.Join(", ", value.Select(entry => entry.Label))})"))));
    }
}
