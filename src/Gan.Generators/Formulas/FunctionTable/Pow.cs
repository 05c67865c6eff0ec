using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>pow(base, exponent), as Math.Pow.</summary>
internal sealed class Pow : Function
{
    /// <summary>The highest power that is multiplied out.</summary>
    private const int MaxPower = 8;

    public override string Name => "pow";

    public override string[] Aliases => ["power"];

    public override string MathName => "Pow";

    public override int Arity => 2;

    public override double Value(ReadOnlySpan<double> x) => Math.Pow(x[0], x[1]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Pow(x[0], x[1]);

    public override Ball? Exact(BallMath math, Ball[] x) => math.Pow(x[0], x[1]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx)
        => (x[1] * Of(x[0], x[1] - 1) * dx[0]) + (dx[1] is Constant { Value: 0 } ? 0.0 : Of(x[0], x[1]) * Functions.Log.Of(x[0]) * dx[1]);

    public override bool StaysFinite => false;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => !x[1].IsPoint ? Bend.Unknown : x[1].Low switch
    {
        >= 2 and var p when p % 2 == 0 => Bend.ConvexAroundZero(x[0]),
        >= 1 when x[0].IsNotNegative => Bend.RisingConvex,
        >= 0 when x[0].IsNotNegative => Bend.RisingConcave,
        < 0 when x[0].IsPositive => new(Curvature.Convex, -1),
        >= 3 and var p when p % 2 == 1 && x[0].IsNotPositive => Bend.RisingConcave,
        _ => Bend.Unknown,
    };

    public override Expr Singularity(IReadOnlyList<Expr> x) => x[0];

    public override string Tensor => "{0}.pow({1})";

    public override bool TakesTensors => true;

    /// <summary>A small whole power is multiplied out.</summary>
    public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x)
        => x[1] is Constant { Value: var power } && power == Math.Floor(power) && Math.Abs(power) is > 0 and <= MaxPower ? Raise(code, code.Lower(x[0]), (int)power) : base.Kernel(code, x);

    /// <summary>Everything to the power of 0 is 1, and so is 1 to every power.</summary>
    public override bool KeepsNaN(IReadOnlyList<Expr> x, Func<Expr, bool> keeps)
        => x[1] is Constant { Value: not 0 } ? keeps(x[0]) : x[0].HasLogit && x[1].HasLogit && x.All(keeps);

    public override (string Text, int Level) Latex(ILatexArguments x) => ($"{x.At(0, LatexLevel.Primary)}^{{{x[1]}}}", LatexLevel.Power);

    private static OperationNode Raise(IKernelCode code, OperationNode x, int power)
    {
        if (power < 0) return code.Reciprocal(Raise(code, x, -power));
        if (power == 1) return x;
        var root = Raise(code, x, power / 2);
        return power % 2 == 0 ? code.Multiply(root, root) : code.Multiply(code.Multiply(root, root), x);
    }
}
