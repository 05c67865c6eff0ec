using System.Text.RegularExpressions;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>A plot's title in lines that fit above it.</summary>
internal static partial class ChartTitle
{
    private const int PixelsOfLetter = 8;

    /// <param name="chart">The plot.</param>
    /// <param name="heading">What the title begins with.</param>
    public static IReadOnlyList<string> Lines(Chart chart, string heading)
    {
        var most = (ChartDrawing.Size(chart).Width + ChartDrawing.Left) / PixelsOfLetter;
        var lines = new List<string> { "" };
        // What is in brackets stays together.
        foreach (var word in Brackets().Replace($"{heading}: {chart.Title}", static brackets => brackets.Value.Replace(' ', '\u00a0')).Split(' '))
        {
            if (lines[^1].Length + word.Length >= most)
                lines.Add(word);
            else
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }

        return lines;
    }

    [GeneratedRegex(@"\S*\([^()]*\)")]
    private static partial Regex Brackets();
}
