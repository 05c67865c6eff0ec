namespace Gan.Experiments.Atlas.Charts;

/// <summary>A plot, before it is drawn for a page or a file.</summary>
/// <param name="Id">Its name among the plots of an objective, and in the names of its files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="XLabel">What is along the horizontal axis.</param>
/// <param name="YLabel">What is along the vertical axis.</param>
/// <param name="Lines">The lines, in the order of their colours.</param>
internal sealed record Chart(string Id, string Title, string XLabel, string YLabel, IReadOnlyList<ChartLine> Lines)
{
    /// <summary>The horizontal axis.</summary>
    public required ChartRange X { get; init; }

    /// <summary>The vertical axis; what lies outside is cut off.</summary>
    public required ChartRange Y { get; init; }

    /// <summary>Shaded parts of the horizontal axis.</summary>
    public IReadOnlyList<ChartRange> Bands { get; init; } = [];

    /// <summary>What the shade means.</summary>
    public string BandName { get; init; } = "";

    /// <summary>Arrows from a point, in the units of the axes.</summary>
    public IReadOnlyList<ChartArrow> Arrows { get; init; } = [];

    /// <summary>Marked points.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>Whether the lines lie in a plane, whose units are as long on both axes.</summary>
    public bool IsPlane { get; init; }

    /// <summary>How many steps lie between two points of a path; 0 where the lines are none.</summary>
    public int StepsApart { get; init; }
}

/// <summary>A line of a plot; what is not finite is not drawn.</summary>
internal sealed record ChartLine(string Name, double[] X, double[] Y, ChartLineStyle Style = ChartLineStyle.Solid);

/// <summary>How a line is drawn.</summary>
internal enum ChartLineStyle
{
    Solid,
    Dashed,
    Points,
}

/// <summary>An arrow from a point by a vector.</summary>
internal readonly record struct ChartArrow(double X, double Y, double Dx, double Dy)
{
    private const double Longest = 0.3;

    /// <summary>An arrow of a field: long ones are drawn shorter, since the direction is what counts; null where there is none.</summary>
    public static ChartArrow? Shown(double x, double y, double dx, double dy)
    {
        var length = double.Hypot(dx, dy);
        return length is > 0 and < double.PositiveInfinity ? new(x, y, dx * Longest * Math.Tanh(length) / length, dy * Longest * Math.Tanh(length) / length) : null;
    }
}

/// <summary>A point with what it is.</summary>
internal readonly record struct ChartMark(double X, double Y, string Text);

/// <summary>A part of an axis.</summary>
internal readonly record struct ChartRange(double From, double To)
{
    private static readonly double[] s_steps = [1, 2, 5, 10];

    /// <summary>Around all that is finite and not beyond a limit, with a little room.</summary>
    public static ChartRange Around(IEnumerable<double> values, double most = double.PositiveInfinity)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(value => double.IsFinite(value) && Math.Abs(value) <= most))
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high)
            return new(-1, 1);
        var room = Math.Max(0.05 * (high - low), 1e-3 * Math.Max(1, Math.Abs(high)));
        return new(low - room, high + room);
    }

    /// <summary>Round numbers within it, about so many.</summary>
    public IReadOnlyList<double> Ticks(int about)
    {
        var (from, to) = this;
        var rough = (to - from) / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * s_steps.First(s => s * power >= rough * 0.999);
        var first = (long)Math.Ceiling(from / step);
        return [.. Enumerable.Range(0, (int)((long)Math.Floor(to / step) - first) + 1).Select(i => (first + i) * step)];
    }
}
