using Gan.Generators.Expressions;

namespace Gan.Generators.Analysis;

/// <summary>f(u) = −min over t of [u·Real(t) + Fake(t)] at some u, in rounded arithmetic: for plots, not for proofs.</summary>
internal static class DivergenceSampler
{
    private const double Reach = 40;
    private const int Steps = 60;

    private static readonly double[] s_ratios = [1.0 / 16, 0.25, 0.5, 1, 2, 4, 16];

    /// <summary>The points; empty where D has no best answer for some ratio.</summary>
    public static EquatableArray<DivergencePoint> Sample(Curve real, Curve fake)
    {
        var points = new List<DivergencePoint>();
        foreach (var u in s_ratios)
        {
            if (Minimum(real.Slope, fake.Slope, u) is not { } t) return default;
            var value = -((u * real.Formula.Evaluate(t)) + fake.Formula.Evaluate(t));
            if (double.IsNaN(value) || double.IsInfinity(value)) return default;
            points.Add(new(u, t, value));
        }

        return points.ToEquatableArray();
    }

    /// <summary>Where the sum's slope turns from falling to rising.</summary>
    private static double? Minimum(Expr real, Expr fake, double u)
    {
        double Slope(double t) => (u * real.Evaluate(t)) + fake.Evaluate(t);
        var (low, high) = (-Reach, Reach);
        if (!(Slope(low) < 0) || !(Slope(high) > 0)) return null;
        for (var i = 0; i < Steps && high - low > 1e-12; i++)
        {
            var middle = (low + high) / 2;
            if (Slope(middle) < 0) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
