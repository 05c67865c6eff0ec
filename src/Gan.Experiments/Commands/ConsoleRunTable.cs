using System.Globalization;
using Gan.Experiments.Reports;
using Spectre.Console;

namespace Gan.Experiments.Commands;

/// <summary>Runs side by side, as a table: what was swept, how they ended, and their metrics, the best of each marked.</summary>
internal static class ConsoleRunTable
{
    /// <param name="records">The runs.</param>
    /// <param name="labels">The name of each, by which it is told from the others.</param>
    public static Table Of(IReadOnlyList<RunRecord> records, IReadOnlyList<string> labels)
    {
        var swept = records.SelectMany(static record => record.Sweep.Keys).Distinct().ToArray();
        var metrics = records.SelectMany(static record => record.Metrics).DistinctBy(static metric => metric.Name).ToArray();
        // A name that is cut short is that of several runs.
        var table = new Table().AddColumn(new TableColumn("run").NoWrap())
            .AddColumns(["experiment", "objective", .. swept, "status", "steps", .. metrics.Select(static metric => metric.Name + Arrow(metric.Direction))]);
        foreach (var (record, label) in records.Zip(labels))
        {
            table.AddRow([
                Markup.Escape(label), Markup.Escape(record.Experiment), Markup.Escape(record.Objective),
                .. swept.Select(name => record.Sweep.TryGetValue(name, out var value) ? value.ToString("R", CultureInfo.InvariantCulture) : ""),
                record.Status.ToString(), record.Step.ToString(CultureInfo.InvariantCulture),
                .. metrics.Select(metric => Cell(metric, MetricComparison.ValueOf(record, metric.Name), records))]);
        }

        return table;
    }

    private static string Cell(RunMetric metric, double? value, IReadOnlyList<RunRecord> records)
    {
        if (value is not { } number)
            return "";
        var text = number.ToString("G4", CultureInfo.InvariantCulture);
        return number == MetricComparison.Best(metric, records) ? $"[green]{text}[/]" : text;
    }

    private static string Arrow(MetricDirection direction) => direction switch
    {
        MetricDirection.LowerIsBetter => " ↓",
        MetricDirection.HigherIsBetter => " ↑",
        _ => "",
    };
}
