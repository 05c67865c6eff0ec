using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The natural logarithm.</summary>
internal sealed class Log : Function
{
    public override string Name => "log";

    public override string[] Aliases => ["ln"];

    public override string MathName => "Log";

    public override double Value(ReadOnlySpan<double> x) => Math.Log(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Log(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Log(x[0]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => dx[0] / x[0];

    public override bool StaysFinite => false;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingConcave;

    public override Expr Singularity(IReadOnlyList<Expr> x) => x[0];

    public override string Tensor => "{0}.log()";

    protected override string LatexName => @"\log";
}
