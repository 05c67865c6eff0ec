using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>Whether a formula is convex: by composition, else by its second derivative on each smooth piece and its slopes at the kinks between.</summary>
internal static class Convexity
{
    private static readonly Interval s_positives = Interval.Of(0, double.PositiveInfinity, lowOpen: true);

    /// <summary>Convex in t over the whole line.</summary>
    public static Verdict OnLine(Expr formula) => Of(Curve.OnLine(formula));

    /// <summary>Convex in u &gt; 0, the formula's variable standing for u: what makes f an f-divergence.</summary>
    public static Verdict OnPositives(Expr f) => Of(new Curve(f, s_positives));

    public static Verdict Of(Curve curve)
    {
        if (!curve.IsDefined)
            return new Verdict.Unknown($"{curve.Formula} may be undefined or jump somewhere");
        if (Kinks.MayJump(curve.Formula) && Jump(curve) is { } jump) return jump;

        // Rules of composition take a formula to be one thing; a conditional is two.
        var steps = new List<Step>();
        var curvature = Curvatures.Of(curve.Formula, curve.Range, steps);
        if (curvature.HasFlag(Curvature.Convex))
        {
            var why = curvature == Curvature.Line ? $"{curve.Formula} is linear" : $"{curve.Formula} is convex by composition of convex functions";
            return Proved(why, new ConvexityProof.Composition(new(steps.Distinct())));
        }

        if (!curve.IsUnderstood) return new Verdict.Unknown($"the kinks of {curve.Formula} are not known");

        Verdict? open = null;
        var proofs = new List<SignProof>();
        foreach (var verdict in AtKinks(curve).Concat(curve.Pieces.Select(p => OfPiece(p, curve.Range))))
        {
            if (verdict.IsRefuted) return verdict;
            if (verdict is Verdict.Proved { Certificate: Certificate.Sign sign }) proofs.Add(sign.Proof);
            else open = verdict;
        }

        return open ?? Proved($"the slope of {curve.Formula} never decreases", new ConvexityProof.ByPieces(new(curve.Breakpoints), new(proofs)));

        Verdict Proved(string reason, ConvexityProof proof) => new Verdict.Proved(reason, new Certificate.Convex(curve.Name, curve.Range, proof));
    }

    private static Verdict OfPiece(Piece piece, Interval range)
    {
        var second = Derivative.Of(piece.Slope);
        var verdict = SignProver.NotNegative(second, piece.Range);
        if (verdict is Verdict.Refuted refuted) return new Verdict.Refuted(refuted.Witness, $"the second derivative {refuted.Reason}");
        if (verdict.IsProved || range != s_positives || piece.Range.Low < 0) return verdict;

        // u = eᵛ turns powers of u into exponentials, and 0 into −∞.
        var logarithm = SignProver.NotNegative(Simplifier.Simplify(second.ReplaceLogit(Functions.Exp.Of(Expr.T))), IntervalMath.Log(piece.Range).Partial(false));
        return logarithm is Verdict.Proved { Certificate: Certificate.Sign sign } proved
            ? proved with { Certificate = sign with { Proof = new SignProof.InLogarithm(sign.Proof) } }
            : verdict;
    }

    private static IEnumerable<Verdict> AtKinks(Curve curve)
    {
        for (var i = 1; i < curve.Pieces.Count; i++)
        {
            var (left, right) = (curve.Pieces[i - 1], curve.Pieces[i]);
            var at = left.Range.Intersect(right.Range);
            var bend = IntervalEvaluator.Evaluate(Simplifier.Simplify(right.Slope - left.Slope), at);
            if (bend.IsNegative && !bend.IsPartial) yield return new Verdict.Refuted(at.Low, $"the slope decreases at the kink t = {Numbers.Prose(at.Low)}");
            else if (!bend.IsNotNegative || bend.IsPartial) yield return new Verdict.Unknown($"the slopes at the kink near t = {Numbers.Prose(at.Low)} are too close to tell");
        }
    }

    /// <summary>A convex function has no jumps.</summary>
    private static Verdict? Jump(Curve curve)
    {
        for (var i = 1; i < curve.Pieces.Count; i++)
        {
            var (left, right) = (curve.Pieces[i - 1], curve.Pieces[i]);
            var at = left.Range.Intersect(right.Range);
            var height = IntervalEvaluator.Evaluate(Simplifier.Simplify(right.Formula - left.Formula), at);
            var where = $"at t = {Numbers.Prose(at.Low)}";
            if (height.IsPositive || height.IsNegative) return new Verdict.Refuted(at.Low, $"{curve.Formula} jumps {where}");
            if (height is not { IsPoint: true, Low: 0 }) return new Verdict.Unknown($"{curve.Formula} may jump {where}");
        }

        // Between pieces and at an end of the range the formula may have a value that neither side has.
        foreach (var at in curve.Breakpoints.Concat(curve.Ends))
        {
            var where = $"at t = {Numbers.Prose(at.Low)}";
            if (ValueAt(curve.Formula, at) is not { } value) return new Verdict.Unknown($"the value of {curve.Formula} {where} is not known");
            var sides = curve.Pieces.Where(piece => piece.Range.Contains(at.Low)).Select(piece => ValueAt(piece.Formula, at)!).ToList();
            if (sides.Contains(value)) continue;
            var gap = IntervalEvaluator.Evaluate(Simplifier.Simplify(value - sides[0]), at);
            if (sides.Count > 1 && (gap.IsPositive || gap.IsNegative)) return new Verdict.Refuted(at.Low, $"{curve.Formula} has an isolated value {where}");
            return new Verdict.Unknown($"{curve.Formula} may have an isolated value {where}");
        }

        return null;
    }

    // Both sides of sign(t)² meet at 1, but its value between them is 0.
    private static Expr? ValueAt(Expr formula, Interval at) => at.IsPoint ? Simplifier.Simplify(formula.ReplaceLogit(at.Low)) : null;
}
