using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>What the columns of a CSV file of grey images are: the pixels row by row, and a column of labels among, before or after them.</summary>
/// <param name="Height">The images' height, at least 1.</param>
/// <param name="Width">The images' width, at least 1.</param>
/// <exception cref="ArgumentException">A value is out of its range.</exception>
public sealed record CsvFormat(int Height, int Width)
{
    /// <summary>The images' height.</summary>
    public int Height { get; } = Ranges.AtLeastOne(Height);

    /// <summary>The images' width.</summary>
    public int Width { get; } = Width <= Array.MaxLength / Ranges.AtLeastOne(Height)
        ? Ranges.AtLeastOne(Width)
        : throw new ArgumentOutOfRangeException(nameof(Width), Width, $"An image has at most {Array.MaxLength} pixels.");

    /// <summary>The value of white: pixels are from 0 to it. Finite and positive; 255 is the default.</summary>
    public double Maximum
    {
        get;
        init => field = Ranges.Positive(value);
    } = 255;

    /// <summary>The column of labels, counted from the first (0) or from behind (^1, the default: the last); null: there are none.</summary>
    public Index? LabelColumn
    {
        get;
        init => field = value is not { } column || (uint)column.GetOffset(Columns(true)) < (uint)Columns(true)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LabelColumn), value, $"LabelColumn must be one of the {Columns(true)} columns.");
    } = ^1;

    /// <summary>Whether the first line names the columns. It is not read then.</summary>
    public bool HasHeader { get; init; }

    /// <summary>What stands between two columns: a comma is the default.</summary>
    public char Separator
    {
        get;
        init => field = !char.IsLetterOrDigit(value) && value is not ('.' or '+' or '-' or '\n' or '\r')
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Separator), value, "Separator must not be part of a number or a line break.");
    } = ',';

    /// <summary>The number of columns.</summary>
    internal int Columns() => Columns(LabelColumn is not null);

    private int Columns(bool labels) => (Height * Width) + (labels ? 1 : 0);
}
