using Gan.Experiments.Atlas.Charts;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Page;

/// <summary>All objectives side by side, and the way to each.</summary>
internal static class Overview
{
    public static string Of(AtlasResult result)
    {
        var objectives = result.Objectives;
        var table = new SortableTable();
        table.Add("objective", objectives.Select(static objective => new SortableTable.Cell(objective.Name)));
        table.Add("the best D returns", objectives.Select(static objective => Text(objective.Optimum?.ClosedForm)));
        table.Add("and measures", objectives.Select(static objective => Text(objective.Optimum?.Measures)));
        table.Add("G minimises", objectives.Select(static objective => Text(objective.Optimum?.Minimises)));
        table.Add("pull at distance 4, slope at most 1", objectives.Select(static objective => Number(objective.Supports.Limited.Pull[^1])));
        table.Add("radius, simultaneous", objectives.Select(static objective => Number(objective.Dirac.Simultaneous)));
        table.Add("radius, alternating", objectives.Select(static objective => Number(objective.Dirac.Alternating)));
        table.Add("Dirac-GAN", objectives.Select(static objective => Text(ObjectiveCharts.Word(objective.Dirac.Verdict))));
        table.Add("compiler and numbers", objectives.Select(static objective => Text(objective.Verdicts.Any(static verdict => verdict.IsDisagreement) ? "disagree" : "agree")));
        return table.Write($"{objectives.Count} {(objectives.Count == 1 ? "objective" : "objectives")}. The numbers are explained below, objective by objective.")
            + $"\n<nav aria-label=\"Objectives\"><ul class=\"places\">{string.Concat(objectives.Select(static objective => $"<li><a href=\"#{Html.Text(objective.Name)}\">{Html.Text(objective.Name)}</a></li>"))}</ul></nav>";
    }

    private static SortableTable.Cell? Text(string? text) => text is null ? null : new(text);

    private static SortableTable.Cell Number(double value) => new(Tables.Number(value), value);
}
