using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>log(1 + eᵗ).</summary>
internal sealed class Softplus : Function
{
    public override string Name => "softplus";

    public override double Value(ReadOnlySpan<double> x) => RealMath.Softplus(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Softplus(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Log1p(math.Exp(x[0]));

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Functions.Sigmoid.Of(x[0]) * dx[0];

    public override bool StaysFinite => true;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingConvex;

    public override Expr Definition(IReadOnlyList<Expr> x) => Functions.Log.Of(1 + Functions.Exp.Of(x[0]));

    public override Expr? Towards(int end, Expr x) => end > 0 ? x + Of(ScalarMultiple.Negated(x)) : null;

    public override Expr WithoutLogarithm(Expr x) => Functions.Relu.Of(x);

    // Above its threshold ATen returns the argument itself: the default of 20 is inexact in double precision, 40 is not.
    public override string Tensor => "{0}.softplus(1, 40)";

    public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x) => code.Add(code.Lanes("Relu", x[0]), code.Lanes("Log1pOfUnit", code.Decay(x[0])));
}
