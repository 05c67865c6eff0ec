using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>A formula as a graph over a range of t: smooth pieces, left to right.</summary>
internal sealed class Curve
{
    private const int MaxPieces = 16;

    private readonly Lazy<Expr> _slope;
    private readonly Lazy<IReadOnlyList<Piece>> _pieces;
    private readonly Lazy<Piece?> _last;
    private readonly Lazy<Curve> _mirrored;

    private readonly string? _name;

    /// <param name="formula">The formula.</param>
    /// <param name="range">Where.</param>
    /// <param name="name">What certificates call it; null for its text.</param>
    public Curve(Expr formula, Interval range, string? name = null)
    {
        _name = name;
        Formula = Simplifier.Simplify(formula);
        Range = range;
        _slope = new(() => Derivative.Of(Formula));
        _pieces = new(() => Split(Formula, range));
        // Far out more is decided of what changes from one side to another.
        _last = new(() => Understood(Pieces[^1]) ?? Understood(Split(Formula, Interval.AtLeast(TailForm.Far))[^1]));
        _mirrored = new(() => new(Formula.ReplaceLogit(-Expr.T), -Range));

        static Piece? Understood(Piece piece) => piece.IsSmooth && piece.IsDefined ? piece : null;
    }

    public static Curve OnLine(Expr formula, string? name = null) => new(formula, Interval.All, name);

    /// <summary>What certificates call it.</summary>
    public string Name => _name ?? Formula.ToString();

    public Expr Formula { get; }

    public Interval Range { get; }

    /// <summary>The derivative in one formula, with autograd's value at each kink.</summary>
    public Expr Slope => _slope.Value;

    public IReadOnlyList<Piece> Pieces => _pieces.Value;

    /// <summary>The piece that reaches to ∞, or what it is far out; null where neither is understood.</summary>
    public Piece? Last => _last.Value;

    /// <summary>The numbers between the pieces, or the two doubles around each.</summary>
    public IEnumerable<Interval> Breakpoints => Pieces.Skip(1).Zip(Pieces, static (right, left) => left.Range.Intersect(right.Range));

    /// <summary>Whether it has a value everywhere: each piece, and the formula where a piece is less than it, as between pieces, where 1/sign(t) has none, or of 0·log(−1).</summary>
    public bool IsDefined => Pieces.All(p => p.IsDefined && !IntervalEvaluator.Evaluate(Formula, p.Range).IsPartial);

    /// <summary>The numbers at which the range ends, if it contains them.</summary>
    public IEnumerable<Interval> Ends => new[] { Range.Low, Range.High }.Where(Range.Contains).Select(Interval.Point);

    /// <summary>Whether every piece is smooth and has a value everywhere: what else is asked of a curve needs this. Two breaks within two doubles leave a piece without width.</summary>
    public bool IsUnderstood => Pieces.All(static p => p.IsSmooth && p.IsDefined && p.Range.Width > 0);

    /// <summary>The one-sided slopes there may be at t.</summary>
    public Interval SlopesAt(Interval t)
    {
        if (!IsUnderstood) return Interval.All.Partial();
        return Pieces
            .Where(p => !p.Range.Intersect(t).IsEmpty)
            .Aggregate(Interval.Empty, (slopes, piece) => slopes.Union(IntervalEvaluator.Evaluate(piece.Slope, piece.Range.Intersect(t))));
    }

    /// <summary>The curve of the same formula at −t.</summary>
    public Curve Mirrored() => _mirrored.Value;

    /// <summary>The curve of another formula over the same range.</summary>
    public Curve With(Expr formula, string name) => new(formula, Range, name);

    /// <summary>The ends of the line that the range goes to.</summary>
    public IEnumerable<Tail> Tails
    {
        get
        {
            if (double.IsInfinity(Range.Low)) yield return Tail.Left;
            if (double.IsInfinity(Range.High)) yield return Tail.Right;
        }
    }

    private static List<Piece> Split(Expr formula, Interval range)
    {
        var pieces = new List<Piece>();
        Split(formula, range, Bound(range.Low), Bound(range.High), pieces);
        return pieces;

        static Breakpoint? Bound(double end) => double.IsInfinity(end) ? null : Breakpoint.At(end);
    }

    private static void Split(Expr formula, Interval range, Breakpoint? low, Breakpoint? high, List<Piece> pieces)
    {
        // The innermost first: what it becomes may make the next one's decider a line.
        foreach (var part in formula.Nodes().Where(static n => Kinks.IsSwitch(n) && !n.Children.Any(Kinks.AreIn)))
        {
            var decider = Simplifier.Simplify(Kinks.Decider(part));
            // √(max(t², 0)) would be |t|: a kink that the formula itself does not show.
            if (Kinks.Count(With(part, 1)) >= Kinks.Count(formula) || Kinks.Count(With(part, -1)) >= Kinks.Count(formula)) break;
            if (Polynomial.LineOf(decider) is not { } line)
            {
                // Where the decider is zero the two sides agree, unless the part may jump.
                var sign = PolynomialSigns.SignOf(IntervalEvaluator.Evaluate(decider, range), strictly: Kinks.MayJump(part));
                if (sign == 0) continue;
                Split(With(part, sign), range, low, high, pieces);
            }
            else if (line.Slope.IsZero)
            {
                Split(With(part, line.Offset.Sign), range, low, high, pieces);
            }
            else
            {
                var (zero, rise) = (Breakpoint.ZeroOf(line), line.Slope.Sign);
                if (low is { } l && zero.CompareTo(l) <= 0)
                {
                    Split(With(part, rise), range, low, high, pieces);
                }
                else if (high is { } h && zero.CompareTo(h) >= 0)
                {
                    Split(With(part, -rise), range, low, high, pieces);
                }
                else if (pieces.Count < MaxPieces)
                {
                    var at = zero.Enclosure;
                    Split(With(part, -rise), range.Intersect(Interval.AtMost(at.High)), low, zero, pieces);
                    Split(With(part, rise), range.Intersect(Interval.AtLeast(at.Low)), zero, high, pieces);
                }
                else
                {
                    break;
                }
            }

            return;
        }

        pieces.Add(new(range, formula));

        Expr With(Expr part, int sign) => Simplifier.Simplify(Kinks.Replace(formula, part, Kinks.Side(part, sign)));
    }
}
