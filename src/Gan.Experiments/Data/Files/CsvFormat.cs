using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>Describes the columns of a CSV file of grey images: the pixels of an image row by row, and an optional column of labels at any place.</summary>
/// <param name="Height">The height of the images, at least 1.</param>
/// <param name="Width">The width of the images, at least 1.</param>
/// <exception cref="ArgumentException">A value is out of its range.</exception>
public sealed record CsvFormat(int Height, int Width)
{
    /// <summary>Gets the height of the images.</summary>
    public int Height { get; } = Ranges.AtLeastOne(Height);

    /// <summary>Gets the width of the images.</summary>
    public int Width { get; } = Width <= Array.MaxLength / Ranges.AtLeastOne(Height)
        ? Ranges.AtLeastOne(Width)
        : throw new ArgumentOutOfRangeException(nameof(Width), Width, $"An image has at most {Array.MaxLength} pixels.");

    /// <summary>Gets or sets the value of a white pixel, finite and positive. Pixels have values from 0 to this maximum. The default is 255.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double Maximum
    {
        get;
        init => field = Ranges.Positive(value);
    } = 255;

    /// <summary>Gets or sets the column of the labels, or <see langword="null"/> if there are none. The default is ^1, the last column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public Index? LabelColumn
    {
        get;
        init => field = value is not { } column || (uint)column.GetOffset(Columns(true)) < (uint)Columns(true)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LabelColumn), value, $"LabelColumn must be one of the {Columns(true)} columns.");
    } = ^1;

    /// <summary>Gets or sets a value that indicates whether the first line is a header, which is skipped. The default is <see langword="false"/>.</summary>
    public bool HasHeader { get; init; }

    /// <summary>Gets or sets the character between two columns. The default is a comma.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The character can be part of a number, or ends a line.</exception>
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
