using Gan.Experiments.Atlas.Losses;
using Gan.Experiments.Atlas.Supports;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>The plots of what G learns where real and generated samples lie apart.</summary>
internal static class SupportCharts
{
    private const double Reach = 3, Least = 1e-9;

    public static IEnumerable<Chart> Of(SupportsSection supports) => [Distance(supports), Pull(supports), .. supports.Circles is null ? [] : new[] { Circles(supports) }];

    private static Chart Distance(SupportsSection supports) => OverDistance("distance", $"{(supports.Circles is null ? "Two points" : "Two points, or two circles,")} at the distance d: how far L_D of the best D is below that of a blind one", "what D measures", supports, static curve => curve.Divergence);

    private static Chart Pull(SupportsSection supports) => OverDistance("pull", "How strongly G is pulled to the real samples", "pull", supports, static curve => curve.Pull);

    private static Chart OverDistance(string id, string title, string label, SupportsSection supports, Func<SupportCurve, double[]> values)
    {
        SupportCurve[] curves = [supports.Limited, .. supports.Unlimited is { } unlimited ? new[] { unlimited } : [], .. supports.Noise, .. supports.Circles is { } circles ? new[] { circles } : []];
        var most = Math.Max(2, 2 * values(supports.Limited).Max());
        return new(id, title, "distance d", label, [.. curves.Select(curve => new ChartLine(curve.Name, curve.Distances, values(curve), ReferenceEquals(curve, supports.Circles) ? ChartLineStyle.Points : curve.Sigma > 0 ? ChartLineStyle.Dashed : ChartLineStyle.Solid))])
        {
            X = new(0, 4),
            Y = ChartRange.Around(curves.SelectMany(values).Append(0), Math.Min(most, 1e3)),
        };
    }

    // Two thin manifolds and what pulls a generated sample at each place around them.
    private static Chart Circles(SupportsSection supports) => new("circles", FormattableString.Invariant($"Two circles, noise σ\u00a0=\u00a0{SupportsSection.CirclesNoise}: {(supports.CirclesForce.All(static force => Math.Abs(force.Force) < Least) ? "G pulls no sample here" : "where G pulls a sample")}"), "x", "y",
        [Circle("real samples", NoisyCircles.Radius), Circle("generated samples", NoisyCircles.Radius + SupportsSection.CirclesDistance)])
    {
        X = new(-Reach, Reach),
        Y = new(-Reach, Reach),
        IsPlane = true,
        Arrows = [.. supports.CirclesForce.SelectMany(static force => Directions(force.Radius).Select(at => ChartArrow.Shown(at.X * force.Radius, at.Y * force.Radius, at.X * force.Force, at.Y * force.Force))).OfType<ChartArrow>()],
    };

    private static ChartLine Circle(string name, double radius)
    {
        double[] angles = LogitGrid.Even(0, 2 * Math.PI, 96);
        return new(name, [.. angles.Select(angle => radius * Math.Cos(angle))], [.. angles.Select(angle => radius * Math.Sin(angle))]);
    }

    // As many as there is room for.
    private static IEnumerable<(double X, double Y)> Directions(double radius)
    {
        var count = Math.Max(6, (int)(12 * radius));
        return Enumerable.Range(0, count).Select(k => (Math.Cos(2 * Math.PI * k / count), Math.Sin(2 * Math.PI * k / count)));
    }
}
