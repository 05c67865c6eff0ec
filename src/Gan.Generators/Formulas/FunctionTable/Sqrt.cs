using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The square root.</summary>
internal sealed class Sqrt : Function
{
    public override string Name => "sqrt";

    public override string MathName => "Sqrt";

    public override double Value(ReadOnlySpan<double> x) => Math.Sqrt(x[0]);

    public override Interval Enclosure(ReadOnlySpan<Interval> x) => IntervalMath.Sqrt(x[0]);

    public override Ball? Exact(BallMath math, Ball[] x) => BallMath.Sqrt(x[0]);

    public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => dx[0] / (2 * Of(x[0]));

    public override bool StaysFinite => false;

    public override Bend BendOver(ReadOnlySpan<Interval> x) => Bend.RisingConcave;

    public override Expr Singularity(IReadOnlyList<Expr> x) => x[0];

    public override Expr Definition(IReadOnlyList<Expr> x) => Functions.Pow.Of(x[0], 0.5);

    public override string Tensor => "{0}.sqrt()";

    public override (string Text, int Level) Latex(ILatexArguments x) => ($@"\sqrt{{{x[0]}}}", LatexLevel.Primary);
}
