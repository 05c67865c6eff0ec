using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>t².</summary>
internal sealed class Square : Function
{
    public override string Name => "square";

    public override double Value(ReadOnlySpan<double> x) => x[0] * x[0];

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Square(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => x[0] * x[0];

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => 2 * x[0] * dx[0];

    public override bool StaysFinite => true;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.ConvexAroundZero(x[0]);

    public override int Parity => 1;

    public override Expr Definition(IReadOnlyList<Expr> x) => x[0] * x[0];

    public override (Expr X, Expr Y)? AsProduct(IReadOnlyList<Expr> x) => (x[0], x[0]);

    public override string Tensor => "{0}.square()";

    public override string Scalar => "global::System.Math.Pow({0}, 2.0)";

    public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x) => code.Multiply(code.Lower(x[0]), code.Lower(x[0]));

    public override (string Text, int Level) Latex(ILatexArguments x) => ($"{x.At(0, LatexLevel.Primary)}^{{2}}", LatexLevel.Power);
}
