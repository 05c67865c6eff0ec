namespace Gan.Experiments.Atlas.Charts;

/// <summary>A plot's title in lines that fit above it.</summary>
internal static class ChartTitle
{
    private const int PixelsOfLetter = 8;

    /// <param name="chart">The plot.</param>
    /// <param name="heading">What the title begins with.</param>
    public static IReadOnlyList<string> Lines(Chart chart, string heading)
    {
        var most = (ChartDrawing.Size(chart).Width + ChartDrawing.Left) / PixelsOfLetter;
        var lines = new List<string> { "" };
        foreach (var word in $"{heading}: {chart.Title}".Split(' '))
        {
            if (lines[^1].Length + word.Length >= most)
                lines.Add(word);
            else
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }

        return lines;
    }
}
