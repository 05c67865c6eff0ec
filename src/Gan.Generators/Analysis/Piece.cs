using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>A formula between two of its breakpoints, where none of its kinks is left unless <see cref="IsSmooth"/> says otherwise.</summary>
/// <param name="Range">Closed at the breaks, and rounded outwards where a break is no double.</param>
internal sealed record Piece(Interval Range, Expr Formula)
{
    private readonly Lazy<Expr> _slope = new(() => Derivative.Of(Formula));
    private readonly Dictionary<int, Fraction?> _slopesOnTail = [];

    public Expr Slope => _slope.Value;

    public bool IsSmooth { get; } = !Kinks.AreIn(Formula);

    /// <summary>Whether the formula has a value everywhere on the piece, its ends included, so that it is continuous and bounded where the piece is.</summary>
    public bool IsDefined => !IntervalEvaluator.Evaluate(Formula, Range).IsPartial && !Kinks.MayJump(Formula);

    /// <summary>The slope of the last piece in the form for tails, far out; null where there is none.</summary>
    /// <param name="degree">Of which polynomials an exponential is opened.</param>
    public Fraction? SlopeOnTail(int degree)
    {
        if (!_slopesOnTail.TryGetValue(degree, out var slope)) _slopesOnTail.Add(degree, slope = TailForm.Of(Slope, TailForm.Far, degree));
        return slope;
    }
}
