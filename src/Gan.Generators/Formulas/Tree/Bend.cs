using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Formulas.Tree;

/// <summary>Which way a formula bends. A line bends both ways.</summary>
[Flags]
internal enum Curvature
{
    Unknown = 0,
    Convex = 1,
    Concave = 2,
    Line = Convex | Concave,
}

/// <summary>How a function bends over a range.</summary>
/// <param name="Direction">Whether it rises (1), falls (−1) or neither (0) there.</param>
internal readonly record struct Bend(Curvature Shape, int Direction)
{
    public static readonly Bend Unknown = new(Curvature.Unknown, 0);

    public static readonly Bend RisingConvex = new(Curvature.Convex, 1);

    public static readonly Bend RisingConcave = new(Curvature.Concave, 1);

    /// <summary>Convex, with its least value at zero.</summary>
    public static Bend ConvexAroundZero(Interval x) => new(Curvature.Convex, x.IsNotNegative ? 1 : x.IsNotPositive ? -1 : 0);

    /// <summary>Rising, convex below zero and concave above.</summary>
    public static Bend RisingThroughZero(Interval x) => new(x.IsNotPositive ? Curvature.Convex : x.IsNotNegative ? Curvature.Concave : Curvature.Unknown, 1);

    /// <summary>Slope 1 above zero, and a slope within [0, 1] below.</summary>
    public static Bend RisingWithSlope(Interval slope) => new(slope.Low >= 0 && slope.High <= 1 && !slope.IsPartial ? Curvature.Convex : Curvature.Unknown, 1);
}
