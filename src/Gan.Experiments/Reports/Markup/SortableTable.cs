using System.Globalization;
using Gan.Experiments.Experiments;

namespace Gan.Experiments.Reports.Markup;

/// <summary>A table whose columns a reader can sort by. The page's script makes it so; without it the table reads as it is.</summary>
internal sealed class SortableTable
{
    private readonly List<string> _titles = [];
    private readonly List<Cell?[]> _columns = [];

    /// <summary>A cell: its text, the number it sorts by where it is one, and whether it is the best of its column.</summary>
    public sealed record Cell(string Text, double? Number = null, bool IsBest = false)
    {
        public static Cell Of(double value) => new(Html.Number(value), value);

        public static Cell OfSetting(double value) => new(SettingTexts.Number(value), value);

        public static Cell OfWhole(long value) => new(value.ToString(CultureInfo.InvariantCulture), value);
    }

    /// <summary>Adds a column; a missing cell is a dash.</summary>
    public void Add(string title, IEnumerable<Cell?> cells)
    {
        _titles.Add(title);
        _columns.Add([.. cells]);
    }

    public string Write(string caption)
    {
        var titles = string.Concat(_titles.Select(title => $"<th scope=\"col\" aria-sort=\"none\"><button type=\"button\">{Html.Text(title)}</button></th>"));
        var rows = Enumerable.Range(0, _columns[0].Length).Select(row => $"<tr>{string.Concat(_columns.Select((column, i) => Write(column[row], i == 0)))}</tr>\n");
        return $"<div class=\"scroll\" tabindex=\"0\"><table class=\"sortable\"><caption>{Html.Text(caption)}</caption>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n{string.Concat(rows)}</tbody></table></div>";
    }

    private static string Write(Cell? cell, bool isFirst)
    {
        if (cell is null) return "<td data-sort=\"\">–</td>";
        // What is not a number sorts last, as what is missing does.
        var sort = cell.Number is not { } number ? "" : $" data-sort=\"{(double.IsNaN(number) ? "" : number.ToString("R", CultureInfo.InvariantCulture))}\"";
        var text = Html.Text(cell.Text);
        if (isFirst) return $"<th scope=\"row\">{text}</th>";
        return cell.IsBest ? $"<td class=\"best\"{sort}><strong>{text}</strong> <small>best</small></td>" : $"<td{sort}>{text}</td>";
    }
}
