namespace Gan.Benchmarks;

/// <summary>Tables as they stand in README.md.</summary>
internal static class Markdown
{
    public static void Head(params IReadOnlyCollection<string> cells)
    {
        Row(cells);
        Row([.. cells.Select(static _ => "---")]);
    }

    public static void Row(params IReadOnlyCollection<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    public static string Time(double nanoseconds) => Math.Abs(nanoseconds) switch
    {
        < 1e3 => $"{nanoseconds:0} ns",
        < 1e6 => $"{nanoseconds / 1e3:G3} µs",
        _ => $"{nanoseconds / 1e6:G3} ms",
    };

    public static string Ratio(double ratio) => ratio < 10 ? $"{ratio:0.00}×" : $"{ratio:0}×";
}
