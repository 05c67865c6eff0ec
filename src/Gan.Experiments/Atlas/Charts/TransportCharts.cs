using Gan.Experiments.Atlas.Transport;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>The plots of moving one distribution to another.</summary>
internal static class TransportCharts
{
    public static IReadOnlyList<Chart> Lines(TransportSection transport)
    {
        ChartLine[] lines = [.. transport.Critics.Select(static critic => new ChartLine(critic.Limit, critic.Places, critic.Values))];
        return
        [
            new("critics", "Three trained critics, each divided by its steepest slope: where a line is flat G learns nothing", "x", "D(x)", lines)
            {
                X = new(lines[0].X[0], lines[0].X[^1]),
                Y = ChartRange.Around(lines.SelectMany(static line => line.Y)),
            },
        ];
    }
}
