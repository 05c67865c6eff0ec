using Cell = Gan.Experiments.SortableTable.Cell;

namespace Gan.Experiments;

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
            table.Add($"{metric.Name}, {(metric.LowerIsBetter ? "lower" : "higher")} is better", Marked(runs, metric));
        foreach (var name in Names(runs, run => run.Steps.Names.Where(name => StepNames.Split(name).Group == StepNames.Losses)))
            table.Add($"Last {name}", runs.Select(run => run.Steps.Names.Contains(name) && run.Steps.Steps.Count > 0 && run.Steps[name][^1] is { } value ? Cell.Of(value) : null));
        table.Add("Status", runs.Select(run => new Cell(run.Record.Status.ToString())));
        table.Add("Steps", runs.Select(run => Cell.Of(run.Record.Step)));
        table.Add("Training", runs.Select(run => new Cell(RunSections.Duration(run.Record.Seconds), run.Record.Seconds)));
        table.Add("Seed", runs.Select(run => Cell.Of(run.Record.Settings.Seed)));
        table.Add("Experiment", runs.Select(run => new Cell(run.Record.Experiment)));
        table.Add("Objective", runs.Select(run => new Cell(run.Record.Objective)));
        table.Add("Data", runs.Select(run => new Cell(run.Record.Data)));
        foreach (var name in Names(runs, run => run.Record.Hyperparameters.Keys.Except(run.Record.Sweep.Keys)))
            table.Add(name, runs.Select(run => Value(run.Record.Hyperparameters, name)));
        return table.Write(runs.Count == 1 ? "The run." : $"The {runs.Count} runs. Press a heading to sort.");
    }

    private static IEnumerable<Cell?> Marked(IReadOnlyList<ReportedRun> runs, RunMetric metric)
    {
        double?[] values = [.. runs.Select(run => run.Record.Metrics.FirstOrDefault(other => other.Name == metric.Name)?.Value)];
        var best = BestMetric.Of(values, metric.LowerIsBetter);
        return values.Select(value => value is { } number ? Cell.Of(number) with { IsBest = number == best } : null);
    }

    private static IEnumerable<string> Names(IReadOnlyList<ReportedRun> runs, Func<ReportedRun, IEnumerable<string>> names) => runs.SelectMany(names).Distinct();

    private static Cell? Value(IReadOnlyDictionary<string, double> values, string name) => values.TryGetValue(name, out var value) ? Cell.Of(value) : null;
}
