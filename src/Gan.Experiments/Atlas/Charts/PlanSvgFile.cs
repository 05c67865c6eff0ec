using System.Globalization;
using Gan.Experiments.Atlas.Transport;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>A plan γ as an SVG file of its own: a matrix with its shares, and beside it those of p and q.</summary>
internal static class PlanSvgFile
{
    private const int Cell = 48, Left = 84, Top = 80, Margin = 16;

    public static string Of(DiscretePlan plan)
    {
        var (columns, rows, most) = (plan.Q.Length, plan.P.Length, plan.Plan.Max(static row => row.Max()));
        var title = FormattableString.Invariant($"{plan.Name}: γ, cost {plan.Cost:0.####}");
        // The title is wider than a narrow matrix.
        var (width, height) = (Math.Max(Left + (columns * Cell) + Margin, (8 * title.Length) + Margin), Top + (rows * Cell) + Margin);
        var svg = ChartSvgFile.Start(width, height, title).Append(CultureInfo.InvariantCulture, $"<text class=\"title\" x=\"{Margin}\" y=\"24\">{Html.Text(title)}</text>\n");
        Text(Left + (columns * Cell / 2), Top - 34, "to");
        Text(20, Top + (rows * Cell / 2), "from");
        for (var j = 0; j < columns; j++)
            Text(Left + (j * Cell) + (Cell / 2), Top - 10, Share(plan.Q[j]));
        for (var i = 0; i < rows; i++)
        {
            var y = Top + (i * Cell);
            Text(Left - 20, y + (Cell / 2) + 4, Share(plan.P[i]));
            for (var j = 0; j < columns; j++)
            {
                var (x, share) = (Left + (j * Cell), plan.Plan[i][j]);
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"heat grid\" x=\"{x}\" y=\"{y}\" width=\"{Cell}\" height=\"{Cell}\" fill-opacity=\"{0.74 * share / most:0.##}\"/>");
                Text(x + (Cell / 2), y + (Cell / 2) + 4, share > 0 ? Share(share) : "");
            }
        }

        return svg.Append("</svg>\n").ToString();

        void Text(int x, int y, string text) => svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{text}</text>\n");
    }

    private static string Share(double share) => share.ToString("0.###", CultureInfo.InvariantCulture);
}
