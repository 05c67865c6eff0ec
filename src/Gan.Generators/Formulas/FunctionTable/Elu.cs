using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>elu(t, alpha = 1): t above 0, alpha·(eᵗ − 1) below.</summary>
internal sealed class Elu : SwitchFunction
{
    public override string Name => "elu";

    public override int Arity => 2;

    public override double[] Defaults { get; } = [1];

    public override double Value(ReadOnlySpan<double> x) => x[0] > 0 ? x[0] : x[1] * RealMath.Expm1(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Elu(x[0], x[1]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.SideOf(x[0]) is { } side ? side > 0 ? x[0] : x[1] * math.Expm1(x[0]) : Ball.Unknown;

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Expr.If(Comparison.Greater, x[0], 0, dx[0], (x[1] * Functions.Exp.Of(x[0]) * dx[0]) + (dx[1] * Functions.Expm1.Of(x[0])));

    public override Expr Side(IReadOnlyList<Expr> x, int sign) => sign > 0 ? x[0] : x[1] * Functions.Expm1.Of(x[0]);

    public override bool StaysFinite => true;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingWithSlope(x[1]);

    public override string Tensor => "{0}.elu({1})";

    public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x) => code.Lower(Definition(x));

    public override bool KeepsNaN(IReadOnlyList<Expr> x, Func<Expr, bool> keeps) => keeps(Definition(x));
}
