using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The cosine.</summary>
internal sealed class Cos : Function
{
    public override string Name => "cos";

    public override string MathName => "Cos";

    public override double Value(ReadOnlySpan<double> x) => Math.Cos(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Cos(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Cos(x[0]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => -(Functions.Sin.Of(x[0]) * dx[0]);

    public override bool StaysFinite => true;

    public override int Parity => 1;

    public override string Tensor => "{0}.cos()";

    protected override string LatexName => @"\cos";
}
