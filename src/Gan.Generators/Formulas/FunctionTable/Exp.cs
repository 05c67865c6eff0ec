using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>eᵗ.</summary>
internal sealed class Exp : Function
{
    public override string Name => "exp";

    public override string MathName => "Exp";

    public override double Value(ReadOnlySpan<double> x) => Math.Exp(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Exp(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Exp(x[0]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Of(x[0]) * dx[0];

    public override bool StaysFinite => false;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingConvex;

    public override string Tensor => "{0}.exp()";

    public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x) => code.Exponential(x[0]);

    public override (string Text, int Level) Latex(ILatexArguments x) => ($"e^{{{x[0]}}}", LatexLevel.Power);
}
