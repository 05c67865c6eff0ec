using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>leaky_relu(t, slope = 0.01): t above 0, slope·t below, as in torch.nn.functional; the slope at 0 is the lower one.</summary>
internal sealed class LeakyRelu : SwitchFunction
{
    public override string Name => "leaky_relu";

    public override string[] Aliases => ["leakyrelu"];

    public override int Arity => 2;

    public override double[] Defaults { get; } = [0.01];

    public override double Value(ReadOnlySpan<double> x) => x[0] > 0 ? x[0] : x[1] * x[0];

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.LeakyRelu(x[0], x[1]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.SideOf(x[0]) is { } side ? side > 0 ? x[0] : x[1] * x[0] : Ball.Unknown;

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Expr.If(Comparison.Greater, x[0], 0, dx[0], (x[1] * dx[0]) + (dx[1] * x[0]));

    public override Expr Side(IReadOnlyList<Expr> x, int sign) => sign > 0 ? x[0] : x[1] * x[0];

    public override bool StaysFinite => true;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingWithSlope(x[1]);

    public override string Tensor => "{0}.leaky_relu({1})";

    public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x) => code.Lower(Definition(x));

    public override bool KeepsNaN(IReadOnlyList<Expr> x, Func<Expr, bool> keeps) => keeps(Definition(x));

    protected override string LatexName => @"\operatorname{leakyrelu}";
}
