namespace Gan.Generators.Analysis;

/// <summary>
/// min over t of u·Real(t) + Fake(t) for losses made of straight pieces and bounded below: it lies at a kink, or where D's values end.
/// This is the case of two such numbers, where it is the lesser of two lines in u, which cross once.
/// </summary>
/// <param name="ForFake">The best t for small u.</param>
/// <param name="ForReal">The best t for large u.</param>
/// <param name="Ratio">The u at which the lines cross.</param>
/// <param name="Bend">By how much the minimum's slope changes there.</param>
internal sealed record StepwiseMinimum(double ForFake, double ForReal, double Ratio, double Bend)
{
    public static StepwiseMinimum? Of(Curve real, Curve fake)
    {
        if (!IsStraight(real) || !IsStraight(fake)) return null;
        var corners = Corners(real).Concat(Corners(fake)).Distinct().OrderBy(static t => t).ToArray();
        if (corners.Length != 2) return null;
        var lines = corners.Select(t => (At: t, Slope: Exact(real, t), Offset: Exact(fake, t))).ToArray();
        // The best t for large u is where Real is less.
        var (small, large) = lines[0].Slope > lines[1].Slope ? (lines[0], lines[1]) : (lines[1], lines[0]);
        var bend = small.Slope - large.Slope;
        return bend > 0 ? new(small.At, large.At, (large.Offset - small.Offset) / bend, bend) : null;
    }

    /// <summary>The value of a curve of straight pieces where it is a double, else NaN, which fails every comparison.</summary>
    public static double Exact(Curve curve, double t)
    {
        if (curve.Pieces.FirstOrDefault(p => p.Range.Contains(t)) is not { } piece || Polynomial.LineOf(piece.Formula) is not { } line) return double.NaN;
        var value = (line.Slope * Dyadic.Of(t)) + line.Offset;
        return Dyadic.Of(value.ToDouble()).Equals(value) ? value.ToDouble() : double.NaN;
    }

    private static bool IsStraight(Curve curve) => curve.IsUnderstood && curve.Pieces.All(static p => Polynomial.LineOf(p.Formula) is not null);

    private static IEnumerable<double> Corners(Curve curve) =>
        curve.Pieces.Skip(1).Select(static p => p.Range.Low).Concat(new[] { curve.Range.Low, curve.Range.High }.Where(static end => !double.IsInfinity(end)));
}
