using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>1 / (1 + e⁻ᵗ).</summary>
internal sealed class Sigmoid : Function
{
    public override string Name => "sigmoid";

    public override double Value(ReadOnlySpan<double> x) => RealMath.Sigmoid(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Sigmoid(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => Ball.Divide(math.Whole(1), math.Whole(1) + math.Exp(-x[0]));

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Of(x[0]) * Of(-x[0]) * dx[0];

    public override bool StaysFinite => true;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingThroughZero(x[0]);

    public override Expr Definition(IReadOnlyList<Expr> x) => Functions.Exp.Of(x[0]) / (Functions.Exp.Of(x[0]) + 1);

    public override Expr? Towards(int end, Expr x) => end > 0 ? 1 / (Functions.Exp.Of(-x) + 1) : null;

    public override string Tensor => "{0}.sigmoid()";

    /// <summary>By the exponential that does not overflow; NaN is not below 0.</summary>
    public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x)
    {
        var (one, decay) = (code.All(1), code.Decay(x[0]));
        return code.Multiply(code.Lanes("IfLess", code.Lower(x[0]), code.All(0), decay, one), code.Reciprocal(code.Add(one, decay)));
    }

    protected override string LatexName => @"\sigma";
}
