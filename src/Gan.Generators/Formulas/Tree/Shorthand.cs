using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Formulas.Tree;

/// <summary>A function that is replaced by its definition while parsing, so that nothing else has to know it.</summary>
internal abstract class Shorthand : Function
{
    public abstract override Expr Definition(IReadOnlyList<Expr> x);

    public sealed override Expr Of(params Expr[] x) => Definition(x);

    public sealed override double Value(ReadOnlySpan<double> x) => throw Replaced();

    public sealed override Interval Enclosure(ReadOnlySpan<Interval> x) => throw Replaced();

    public sealed override Ball? Exact(BallMath math, Ball[] x) => throw Replaced();

    public sealed override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => throw Replaced();

    public sealed override bool StaysFinite => throw Replaced();

    public sealed override string Tensor => throw Replaced();

    private InvalidOperationException Replaced() => new($"The shorthand {Name} is in no formula.");
}
