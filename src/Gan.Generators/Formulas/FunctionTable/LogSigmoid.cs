using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>log σ(t) = −log(1 + e⁻ᵗ).</summary>
internal sealed class LogSigmoid : Function
{
    public override string Name => "logsigmoid";

    public override string[] Aliases => ["log_sigmoid"];

    public override double Value(ReadOnlySpan<double> x) => -RealMath.Softplus(-x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => -IntervalMath.Softplus(-x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => -math.Log1p(math.Exp(-x[0]));

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Functions.Sigmoid.Of(-x[0]) * dx[0];

    public override bool StaysFinite => true;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingConcave;

    public override Expr Definition(IReadOnlyList<Expr> x) => -Functions.Softplus.Of(-x[0]);

    public override Expr? Towards(int end, Expr x) => end < 0 ? x + Of(ScalarMultiple.Negated(x)) : null;

    public override string Tensor => "{0}.log_sigmoid()";

    public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x) => code.Negate(code.Lower(Functions.Softplus.Of(ScalarMultiple.Negated(x[0]))));

    protected override string LatexName => @"\log\sigma";
}
