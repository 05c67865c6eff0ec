using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The sine.</summary>
internal sealed class Sin : Function
{
    public override string Name => "sin";

    public override string MathName => "Sin";

    public override double Value(ReadOnlySpan<double> x) => Math.Sin(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Sin(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Sin(x[0]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Functions.Cos.Of(x[0]) * dx[0];

    public override bool StaysFinite => true;

    public override int Parity => -1;

    public override string Tensor => "{0}.sin()";

    protected override string LatexName => @"\sin";
}
