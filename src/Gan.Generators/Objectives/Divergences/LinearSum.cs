using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Objectives.Divergences;

/// <summary>a u + b with two numbers.</summary>
internal sealed record LinearSum(double Slope, double Offset)
{
    public bool IsPositive => Slope > 0 && Offset > 0;

    public static LinearSum? Of(Expr expression)
    {
        var terms = expression is Sum sum ? sum.Terms.Select(PowerSum.Of).SelectMany(static s => s.Terms).ToArray() : [];
        if (terms.Length != 2 || terms.FirstOrDefault(static t => t.IsConstant) is not { } offset || terms.FirstOrDefault(static t => !t.IsConstant) is not { } slope)
            return null;
        return slope.Powers.Count == 1 && slope.ExponentOf(Expr.T) == 1 ? new(slope.Coefficient, offset.Coefficient) : null;
    }
}
