using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>Slope·t + Offset, with exact numbers.</summary>
internal readonly record struct Line(Dyadic Slope, Dyadic Offset)
{
    /// <summary>The line a canonical formula is; null where it is none.</summary>
    public static Line? Of(Expr expression)
    {
        switch (expression)
        {
            case Constant c:
                return double.IsNaN(c.Value) || double.IsInfinity(c.Value) ? null : new(default, Dyadic.Of(c.Value));
            case Logit:
                return new(Dyadic.One, default);
            case Sum sum:
                var total = new Line(default, default);
                foreach (var term in sum.Terms)
                {
                    if (Of(term) is not { } line) return null;
                    total = new(total.Slope + line.Slope, total.Offset + line.Offset);
                }

                return total;
            case Product { Factors: { Count: 2 } factors } when factors[0] is Constant && Of(factors[0]) is { } scale && Of(factors[1]) is { } scaled:
                return new(scale.Offset * scaled.Slope, scale.Offset * scaled.Offset);
            default:
                return null;
        }
    }
}
