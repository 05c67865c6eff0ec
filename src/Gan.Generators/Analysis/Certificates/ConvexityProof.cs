using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis.Certificates;

/// <summary>How it is shown that a formula is convex. The set of cases is closed.</summary>
internal abstract record ConvexityProof
{
    /// <summary>By the rules of composition: sums, multiples and the greater of convex functions, and functions of convex ones.</summary>
    /// <param name="Steps">What the functions within have to be for that.</param>
    internal sealed record Composition(EquatableArray<Step> Steps) : ConvexityProof
    {
        public override string ToString() => Steps.Count == 0 ? "composition" : $"composition({string.Join(", ", Steps)})";
    }

    /// <summary>It is smooth between its kinks with a second derivative ≥ 0, and its slope does not fall at them.</summary>
    /// <param name="Kinks">The kinks, in rising order; each a number, or the two doubles around it.</param>
    /// <param name="Pieces">How the second derivative is ≥ 0 on each piece.</param>
    internal sealed record ByPieces(EquatableArray<Interval> Kinks, EquatableArray<SignProof> Pieces) : ConvexityProof
    {
        public override string ToString() => $"pieces({string.Join(", ", Kinks.Select(Certificate.KinkText).Concat(Pieces.Select(static p => p.ToString())))})";
    }
}

/// <summary>A function that bends one way over the values its argument takes, and rises or falls there if that matters.</summary>
/// <param name="Shape">Convex or concave.</param>
/// <param name="Direction">Whether it has to rise (1), to fall (−1), or may do either (0): its argument is a line.</param>
/// <param name="Function">The function of t.</param>
/// <param name="Values">The values of its argument.</param>
internal sealed record Step(Curvature Shape, int Direction, Expr Function, Interval Values)
{
    public override string ToString() =>
        $"{(Shape == Curvature.Convex ? "convex" : "concave")}({(Direction == 0 ? "any" : Direction > 0 ? "rising" : "falling")}, {Function}, {Certificate.Ends(Values)})";
}
