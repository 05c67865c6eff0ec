using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>log(1 + t) without cancellation.</summary>
internal sealed class Log1p : Function
{
    public override string Name => "log1p";

    public override double Value(ReadOnlySpan<double> x) => RealMath.Log1p(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Log1p(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Log1p(x[0]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => dx[0] / (1 + x[0]);

    public override bool StaysFinite => false;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingConcave;

    public override Expr Singularity(IReadOnlyList<Expr> x) => 1 + x[0];

    public override Expr Definition(IReadOnlyList<Expr> x) => Functions.Log.Of(x[0] + 1);

    public override string Tensor => "{0}.log1p()";

    public override (string Text, int Level) Latex(ILatexArguments x) => (@"\log" + x.Parenthesised("1 + " + x.At(0, LatexLevel.Product)), LatexLevel.Primary);
}
