using System.Globalization;

namespace Gan.Experiments.Data.Files;

/// <summary>Reads one row of a CSV file of images.</summary>
internal sealed class CsvRow(CsvFormat format, int labelLimit)
{
    private readonly int columns = format.Columns();
    private readonly int labelColumn = format.LabelColumn is { } column ? column.GetOffset(format.Columns()) : -1;

    /// <summary>The pixels of the row that was read last, scaled to [-1, 1].</summary>
    public float[] Pixels { get; } = new float[format.Height * format.Width];

    /// <summary>Its label.</summary>
    public int Label { get; private set; }

    /// <summary>Reads a row.</summary>
    /// <returns>What is wrong with it; null: nothing.</returns>
    public string? Read(ReadOnlySpan<char> line)
    {
        if (line.IsWhiteSpace())
            return "is empty";
        var (column, pixel) = (0, 0);
        foreach (var range in line.Split(format.Separator))
        {
            var text = line[range];
            if (column == columns)
                return $"has {line.Count(format.Separator) + 1} columns, not {columns}";
            if (column == labelColumn)
            {
                if (!int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var label) || label > labelLimit)
                    return $"has the label '{Shortened(text)}' in column {column + 1}, which is not a whole number from 0 to {labelLimit}";
                Label = label;
            }
            else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 && value <= format.Maximum)
            {
                Pixels[pixel++] = (float)((2 * value / format.Maximum) - 1);
            }
            else
            {
                return string.Create(CultureInfo.InvariantCulture, $"has the pixel '{Shortened(text)}' in column {column + 1}, which is not a number from 0 to {format.Maximum}");
            }
            column++;
        }
        return column == columns ? null : $"has {column} columns, not {columns}";
    }

    private static string Shortened(ReadOnlySpan<char> text) => text.Length <= 20 ? text.ToString() : $"{text[..20]}…";
}
