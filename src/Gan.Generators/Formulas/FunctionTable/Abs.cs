using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>|t|, with slope 0 at 0.</summary>
internal sealed class Abs : SwitchFunction
{
    public override string Name => "abs";

    public override string MathName => "Abs";

    public override double Value(ReadOnlySpan<double> x) => Math.Abs(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Abs(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Greater(x[0], -x[0]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Functions.Sign.Of(x[0]) * dx[0];

    public override Expr Side(IReadOnlyList<Expr> x, int sign) => sign > 0 ? x[0] : -x[0];

    public override bool StaysFinite => true;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.ConvexAroundZero(x[0]);

    public override int Parity => 1;

    public override string Tensor => "{0}.abs()";

    public override (string Text, int Level) Latex(ILatexArguments x) => ($@"\left|{x[0]}\right|", LatexLevel.Primary);
}
