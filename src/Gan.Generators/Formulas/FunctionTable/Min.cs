using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The lesser of two, with the slopes of <see cref="Max"/>.</summary>
internal sealed class Min : SwitchFunction
{
    public override string Name => "min";

    public override string[] Aliases => ["minimum"];

    public override string MathName => "Min";

    public override int Arity => 2;

    public override bool IsSymmetric => true;

    public override double Value(ReadOnlySpan<double> x) => Math.Min(x[0], x[1]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Min(x[0], x[1]);

    public override Ball? Exact(BallMath math, Ball[] x) => -math.Greater(-x[0], -x[1]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Max.SlopeOfExtreme(Comparison.Less, x, dx);

    public override Expr Decider(IReadOnlyList<Expr> x) => x[0] - x[1];

    public override Expr Side(IReadOnlyList<Expr> x, int sign) => x[sign > 0 ? 1 : 0];

    public override bool StaysFinite => true;

    public override Curvature JointCurvature => Curvature.Concave;

    public override string Tensor => "{0}.minimum({1})";

    public override bool TakesTensors => true;

    public override Expr AgainstNumber(Expr x, Expr number) => -Functions.Max.Of(-x, -number);

    protected override string LatexName => @"\min";
}
