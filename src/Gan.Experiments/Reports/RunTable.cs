using Gan.Experiments.Reports.Markup;
using Gan.Experiments.Training.Steps;
using Cell = Gan.Experiments.Reports.Markup.SortableTable.Cell;

namespace Gan.Experiments.Reports;

/// <summary>The table of runs, a row each.</summary>
internal static class RunTable
{
    public static string Write(IReadOnlyList<ReportedRun> runs)
    {
        var table = new SortableTable();
        // What a reader compares stands first: what was varied, and what came of it.
        table.Add("Run", runs.Select(run => new Cell(run.Label)));
        foreach (var name in Names(runs, run => run.Record.Sweep.Keys))
            table.Add($"{name} (sweep)", runs.Select(run => Value(run.Record.Sweep, name)));
        foreach (var metric in runs.SelectMany(run => run.Record.Metrics).DistinctBy(metric => metric.Name))
            table.Add(Title(metric), Marked(runs, metric));
        foreach (var name in Names(runs, run => run.Steps.Names.Where(name => StepNames.Split(name).Group == StepNames.Losses)))
            table.Add($"Last {name}", runs.Select(run => run.Steps.Names.Contains(name) && run.Steps.Steps.Count > 0 && run.Steps[name][^1] is { } value ? Cell.Of(value) : null));
        table.Add("Status", runs.Select(run => new Cell(run.Record.Status.ToString())));
        table.Add("Steps", runs.Select(run => Cell.OfWhole(run.Record.Step)));
        table.Add("Training time", runs.Select(run => new Cell(RunSections.Duration(run.Record.Seconds), run.Record.Seconds)));
        table.Add("Seed", runs.Select(run => Cell.OfWhole(run.Record.Settings.Seed)));
        table.Add("Experiment", runs.Select(run => new Cell(run.Record.Experiment)));
        table.Add("Objective", runs.Select(run => new Cell(run.Record.Objective)));
        table.Add("Data", runs.Select(run => new Cell(run.Record.Data)));
        foreach (var name in Names(runs, run => run.Record.Hyperparameters.Keys.Except(run.Record.Sweep.Keys)))
            table.Add(name, runs.Select(run => Value(run.Record.Hyperparameters, name)));
        return table.Write(Caption(runs));
    }

    private static string Caption(IReadOnlyList<ReportedRun> runs) => runs.Count == 1
        ? "The result of this run."
        : $"The {runs.Count} runs. Select a heading to sort."
            + (MetricComparison.IsPossible(runs.Select(run => run.Record)) ? "" : " Metrics with different data, features or numbers of samples cannot be compared, so no best value is marked.");

    private static string Title(RunMetric metric) => metric.Direction switch
    {
        MetricDirection.LowerIsBetter => $"{metric.Name}, lower is better",
        MetricDirection.HigherIsBetter => $"{metric.Name}, higher is better",
        _ => metric.Name,
    };

    private static IEnumerable<Cell?> Marked(IReadOnlyList<ReportedRun> runs, RunMetric metric)
    {
        var best = MetricComparison.Best(metric, runs.Select(run => run.Record));
        return runs.Select(run => MetricComparison.ValueOf(run.Record, metric.Name) is { } value ? Cell.Of(value) with { IsBest = value == best } : null);
    }

    private static IEnumerable<string> Names(IReadOnlyList<ReportedRun> runs, Func<ReportedRun, IEnumerable<string>> names) => runs.SelectMany(names).Distinct();

    private static Cell? Value(IReadOnlyDictionary<string, double> values, string name) => values.TryGetValue(name, out var value) ? Cell.OfSetting(value) : null;
}
