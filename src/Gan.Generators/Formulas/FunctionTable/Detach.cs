using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>Its argument, which counts as a number when the loss is differentiated. It is in no table of functions of a logit: only the losses of an objective can stop a gradient.</summary>
internal sealed class Detach : Function
{
    public static readonly Detach Instance = new();

    public override string Name => "detach";

    public override double Value(ReadOnlySpan<double> x) => x[0];

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => x[0];

    public override Ball? Exact(BallMath math, Ball[] x) => x[0];

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => 0;

    public override bool StaysFinite => true;

    public override string Tensor => "{0}.detach()";

    public override string Scalar => "({0})";

    public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x) => code.Lower(x[0]);
}
