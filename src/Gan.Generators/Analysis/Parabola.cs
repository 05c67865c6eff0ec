namespace Gan.Generators.Analysis;

/// <summary>Square·t² + Slope·t and a constant.</summary>
internal readonly record struct Parabola(double Square, Dyadic Slope)
{
    /// <summary>The parabola that a curve is, a line where Square is 0; null where it is none.</summary>
    public static Parabola? Of(Curve curve) => curve.Pieces.Count == 1 && Polynomial.LineOf(curve.Slope) is { } slope ? new(slope.Slope.ToDouble() / 2, slope.Offset) : null;
}
