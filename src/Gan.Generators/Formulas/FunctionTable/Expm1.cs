using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>eᵗ − 1 without cancellation.</summary>
internal sealed class Expm1 : Function
{
    public override string Name => "expm1";

    public override double Value(ReadOnlySpan<double> x) => RealMath.Expm1(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Expm1(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Expm1(x[0]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Functions.Exp.Of(x[0]) * dx[0];

    public override bool StaysFinite => false;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingConvex;

    public override Expr Definition(IReadOnlyList<Expr> x) => Functions.Exp.Of(x[0]) - 1;

    public override string Tensor => "{0}.expm1()";

    public override (string Text, int Level) Latex(ILatexArguments x) => ($"e^{{{x[0]}}} - 1", LatexLevel.Sum);
}
