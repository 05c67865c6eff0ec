using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The hyperbolic tangent.</summary>
internal sealed class Tanh : Function
{
    public override string Name => "tanh";

    public override string MathName => "Tanh";

    public override double Value(ReadOnlySpan<double> x) => Math.Tanh(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Tanh(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => Ball.Divide(math.Expm1(x[0] + x[0]), math.Expm1(x[0] + x[0]) + math.Whole(2));

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => (1 - Functions.Square.Of(Of(x[0]))) * dx[0];

    public override bool StaysFinite => true;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingThroughZero(x[0]);

    public override int Parity => -1;

    public override Expr Definition(IReadOnlyList<Expr> x) => (2 * Functions.Sigmoid.Of(2 * x[0])) - 1;

    public override string Tensor => "{0}.tanh()";

    protected override string LatexName => @"\tanh";
}
