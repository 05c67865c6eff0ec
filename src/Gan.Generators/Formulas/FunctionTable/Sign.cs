using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>−1, 0 or 1.</summary>
internal sealed class Sign : SwitchFunction
{
    public override string Name => "sign";

    public override string MathName => "Sign";

    public override bool Jumps => true;

    public override double Value(ReadOnlySpan<double> x) => RealMath.Sign(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Sign(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.SideOf(x[0]) is { } side ? math.Whole(side) : Ball.Unknown;

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => 0;

    public override Expr Definition(IReadOnlyList<Expr> x) => Expr.If(Comparison.Greater, x[0], 0, 1, Expr.If(Comparison.Less, x[0], 0, -1, 0));

    public override Expr Side(IReadOnlyList<Expr> x, int sign) => sign;

    public override bool StaysFinite => true;

    public override int Parity => -1;

    public override string Tensor => "{0}.sign()";

    // Math.Sign is an int, and throws for NaN.
    public override string? Scalar => null;
}
