using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>max(0, t), with slope 0 at 0.</summary>
internal sealed class Relu : SwitchFunction
{
    public override string Name => "relu";

    public override double Value(ReadOnlySpan<double> x) => Math.Max(x[0], 0);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Relu(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Greater(x[0], math.Whole(0));

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Expr.If(Comparison.Greater, x[0], 0, dx[0], 0);

    public override Expr Side(IReadOnlyList<Expr> x, int sign) => sign > 0 ? x[0] : 0;

    public override bool StaysFinite => true;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingConvex;

    public override string Tensor => "{0}.relu()";

    public override string Scalar => "global::System.Math.Max({0}, 0.0)";

    public override (string Text, int Level) Latex(ILatexArguments x) => (@"\max" + x.Parenthesised($"0, {x[0]}"), LatexLevel.Primary);
}
