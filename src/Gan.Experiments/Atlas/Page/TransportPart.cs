using System.Globalization;
using Gan.Experiments.Atlas.Charts;
using Gan.Experiments.Atlas.Transport;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Page;

/// <summary>Plans as matrices, and what critics say of a distance that is known.</summary>
internal static class TransportPart
{
    public static string Of(TransportSection transport) =>
        $"<p>{Html.Text("The Wasserstein-1 distance is the least cost of moving p to q: min Σ γᵢⱼ‖xᵢ − yⱼ‖ over plans γ whose rows add up to p and whose columns add up to q. Its dual is the best critic of slope 1, max Σ D(x)(p − q). Both are solved here; that they have one value proves both optimal.")}</p>\n"
        + $"<div class=\"figures\">\n{string.Concat(transport.Plans.Select(Plan))}{string.Concat(TransportCharts.Lines(transport).Select(ChartSvg.Figure))}</div>\n"
        + $"<p>{Html.Text($"Two modes at ±1.5 are {Tables.Number(transport.Distance)} from one at 0.5, by sorted samples. What a critic says of them after {TrainedCritic.Steps} steps, by what limits its slope:")}</p>\n"
        + Tables.Of(["limit", "objective", "mean of D, real less fake", "its steepest slope", "for a slope of 1", "of the true distance"],
            [.. transport.Critics.Select(critic => new[] { critic.Limit, critic.Objective, Tables.Number(critic.Estimate), Tables.Number(critic.Slope), Tables.Number(critic.Normalised), (critic.Normalised / transport.Distance).ToString("0%", CultureInfo.InvariantCulture) })]);

    // Rows from above, as a matrix is written.
    private static string Plan(DiscretePlan plan)
    {
        var most = plan.Plan.Max(static row => row.Max());
        var rows = plan.Plan.Select((row, i) => $"<tr><th scope=\"row\">{Share(plan.P[i])}</th>{string.Concat(row.Select(share => $"<td class=\"g{(share <= 0 ? 0 : 1 + (int)(4 * share / most))}\">{Share(share)}</td>"))}</tr>\n");
        return $"<figure class=\"chart\"><figcaption>{Html.Text(plan.Name)}</figcaption><div class=\"scroll\" tabindex=\"0\"><table class=\"gamma\"><thead><tr><td></td>{string.Concat(plan.Q.Select(static share => $"<th scope=\"col\">{Share(share)}</th>"))}</tr></thead><tbody>\n{string.Concat(rows)}</tbody></table></div>"
            + $"<p class=\"hover\">{Html.Text($"cost {Tables.Number(plan.Cost)}, dual {Tables.Number(plan.Dual)}{(plan.Sorted is { } sorted ? $", by distribution functions {Tables.Number(sorted)}" : "")}")}</p></figure>\n";
    }

    private static string Share(double share) => share <= 0 ? "" : share.ToString("0.###", CultureInfo.InvariantCulture);
}
