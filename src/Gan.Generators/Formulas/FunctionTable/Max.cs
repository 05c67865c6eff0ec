using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The greater of two. Where they are equal the slope is their mean, as of torch.maximum; against a value without t it is 0, as of relu.</summary>
internal sealed class Max : SwitchFunction
{
    public override string Name => "max";

    public override string[] Aliases => ["maximum"];

    public override string MathName => "Max";

    public override int Arity => 2;

    public override bool IsSymmetric => true;

    public override double Value(ReadOnlySpan<double> x) => Math.Max(x[0], x[1]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Max(x[0], x[1]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Greater(x[0], x[1]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => SlopeOfExtreme(Comparison.Greater, x, dx);

    public override Expr Decider(IReadOnlyList<Expr> x) => x[0] - x[1];

    public override Expr Side(IReadOnlyList<Expr> x, int sign) => x[sign > 0 ? 0 : 1];

    public override bool StaysFinite => true;

    public override Curvature JointCurvature => Curvature.Convex;

    public override string Tensor => "{0}.maximum({1})";

    public override bool TakesTensors => true;

    /// <summary>threshold has relu's slope of 0 where both are equal; clamp would give 1 there.</summary>
    public override string TensorAgainstNumber => "{0}.threshold({1}, {1})";

    protected override string LatexName => @"\max";

    /// <summary>That of the greater or of the lesser of two.</summary>
    /// <param name="wins">How the one compares to the other that is taken.</param>
    public static Expr SlopeOfExtreme(Comparison wins, IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx)
    {
        if (!x[0].HasLogit) return Expr.If(wins, x[1], x[0], dx[1], dx[0]);
        if (!x[1].HasLogit) return Expr.If(wins, x[0], x[1], dx[0], dx[1]);
        return Expr.If(wins, x[0], x[1], dx[0], Expr.If(wins, x[1], x[0], dx[1], (dx[0] + dx[1]) / 2));
    }
}
