using Gan.Runtime.Proofs.Arithmetic;

namespace Gan.Runtime.Proofs;

/// <summary>Checks that a formula is convex over a range.</summary>
internal static class Curvatures
{
    private const int Convex = 1, Concave = -1;

    private static readonly Formula s_whole = Formula.Of("whole");

    public static bool IsConvex(Formula f, Interval range, Formula proof) => proof switch
    {
        { Name: "composition", Parts: var steps } => steps.All(IsStep) && IsDefined(f, range) && Bends(f, range, Convex),
        { Name: "pieces", Parts: var parts } => ByPieces(f, range, [.. parts.Where(IsKink).Select(static k => new Interval(k.Parts[0].Number, k.Parts[1].Number))], [.. parts.Where(static p => !IsKink(p))], Convex),
        _ => false,
    };

    private static bool IsKink(Formula part) => part.Name == "kink";

    /// <summary>One function of a composition, with the values at which it has to bend and rise as it is said to.</summary>
    private static bool IsStep(Formula step) => step.Parts is [var direction, var function, { Number: var low }, { Number: var high }]
        && IsShape(function, new(low, high), step.Name == "convex" ? Convex : Concave)
        && (direction.Name == "any" || new Signs(function).Hold(1, direction.Name == "rising" ? 1 : -1, new(low, high), s_whole));

    private static bool IsShape(Formula function, Interval range, int wanted) => function.Has("elu", "max", "abs") && range.Low.Sign < 0 && range.High.Sign > 0
        ? ByPieces(function, range, [default], [s_whole, s_whole], wanted)
        : new Signs(function).Hold(2, wanted, function.Name == "pow" && range.Low.Sign == 0 ? range with { Low = BigFloat.Tiny } : range, s_whole);

    /// <summary>A rising convex function of a convex one is convex, and so on.</summary>
    private static bool Bends(Formula f, Interval range, int wanted)
    {
        if (!f.Moves || f.Name == "t") return true;
        var x = f.Parts[0];
        switch (f.Name)
        {
            case "+":
                return Bends(x, range, wanted) && Bends(f.Parts[1], range, wanted);
            case "*" when !x.Moves || !f.Parts[1].Moves:
                var (scale, rest) = x.Moves ? (f.Parts[1], x) : (x, f.Parts[1]);
                return ValuesOf(scale, range) is var factor && (factor == default || (factor.Sign(false) is var sign and not 0 && Bends(rest, range, wanted * sign)));
            case "/" when !f.Parts[1].Moves:
                return ValuesOf(f.Parts[1], range).Sign(true) is var below and not 0 && Bends(x, range, wanted * below);
            case "max":
                return ValuesOf(x + -f.Parts[1], range).Sign(false) is var greater and not 0 ? Bends(f.Parts[greater > 0 ? 0 : 1], range, wanted)
                    : wanted == Convex && Bends(x, range, Convex) && Bends(f.Parts[1], range, Convex);
            case "*" or "/" or "if" or "sign":
                return false;
        }

        var (function, values) = (f with { Parts = [Formula.Of("t"), .. f.Parts[1..]] }, ValuesOf(x, range));
        return !f.Parts[1..].Any(static p => p.Moves) && IsShape(function, values, wanted)
            && ((Bends(x, range, Convex) && Bends(x, range, Concave))
                || (Bends(x, range, wanted) && new Signs(function).Hold(1, 1, values, s_whole))
                || (Bends(x, range, -wanted) && new Signs(function).Hold(1, -1, values, s_whole)));
    }

    private static Interval ValuesOf(Formula f, Interval range) => Evaluation.Over(range, 0, isExact: false).Of(f)[0].Range;

    /// <summary>Whether it has a value everywhere, so that it is continuous but for jumps that are made on purpose.</summary>
    public static bool IsDefined(Formula f, Interval range, bool isExact = false, int refinements = 6)
    {
        try
        {
            return Evaluation.Over(range, 0, isExact).Of(f).Length > 0;
        }
        catch (ArithmeticException)
        {
            return !isExact ? IsDefined(f, range, true, refinements) || IsDefinedBetween(f, range) : refinements > 0 && range.Low < range.High
                && IsDefined(f, range with { High = range.Middle }, false, refinements - 1) && IsDefined(f, range with { Low = range.Middle }, false, refinements - 1);
        }
    }

    /// <summary>Whether it has a value at both ends, and between them, where it may be another formula.</summary>
    private static bool IsDefinedBetween(Formula f, Interval range) => range.IsBounded && range.Low < range.High && Signs.Shows(() =>
        new[] { Interval.Point(range.Low), Interval.Point(range.High) }.All(end => Evaluation.Over(end, 0, true).Of(f).Length > 0) && Evaluation.Over(range, 0, true, SideOf(range)).Of(f).Length > 0);

    /// <summary>Smooth and bending one way between kinks, with slopes that change the same way at them; where they are, numbers in formulas may have been rounded.</summary>
    private static bool ByPieces(Formula f, Interval range, Interval[] kinks, Formula[] proofs, int wanted) => IsPieced(f, range, kinks, proofs, wanted)
        || (kinks.Length > 0 && IsPieced(f, range, [.. kinks.Select(static k => k * new Interval(BigFloat.One + new BigFloat(-1, -50), BigFloat.One + new BigFloat(1, -50)))], proofs, wanted));

    /// <summary>The same where the kinks are.</summary>
    private static bool IsPieced(Formula f, Interval range, Interval[] kinks, Formula[] proofs, int wanted)
    {
        var pieces = proofs.Select((_, i) => new Interval(i == 0 ? range.Low : kinks[i - 1].High, i == kinks.Length ? range.High : kinks[i].Low)).ToArray();
        return proofs.Length == kinks.Length + 1 && pieces.All(static p => p.Low < p.High)
            // Where a kink is not where it is said to be it shows at once.
            && pieces.All(p => new[] { p.Low, p.High }.All(end => end.IsInfinite || end.Magnitude < -4096 || Signs.Shows(() => Evaluation.Over(Interval.Point(end), 1, true, SideOf(p)).Of(f).Length > 0)))
            && pieces.Zip(proofs).All(p => HasShape(f, p.First, p.Second, wanted))
            && new[] { (At: range.Low, Piece: pieces[0]), (At: range.High, Piece: pieces[^1]) }.All(end => Keeps(f, end.At, SideOf(end.Piece)))
            && kinks.Select((kink, i) => (kink, Before: SideOf(pieces[i]), After: SideOf(pieces[i + 1]))).All(k => Turns(f, k.kink, k.Before, k.After, wanted));
    }

    private static bool HasShape(Formula f, Interval piece, Formula proof, int wanted)
    {
        // At an end a second derivative may be infinite.
        var open = new Interval(piece.Low.Sign == 0 ? BigFloat.Tiny : piece.Low, piece.High.Sign == 0 ? -BigFloat.Tiny : piece.High);
        return new Signs(f, SideOf(piece)).Hold(2, wanted, piece, proof) || (open != piece && IsDefined(f, piece) && new Signs(f, SideOf(piece)).Hold(2, wanted, open, proof));
    }

    /// <summary>Whether the value at an end is that beside it.</summary>
    private static bool Keeps(Formula f, BigFloat end, BigFloat side) => !f.Has("if", "sign") || end.IsInfinite || (end.Sign != 0 && end.Magnitude < -4096)
        || Evaluation.Over(Interval.Point(end), 0, true).Of(f)[0].Range == Evaluation.Over(Interval.Point(end), 0, true, side, true).Of(f)[0].Range;

    /// <summary>A number inside, but not in the middle, where symmetric formulas touch zero.</summary>
    private static BigFloat SideOf(Interval piece) => (piece with { Low = piece.Middle }).Middle;

    private static bool Turns(Formula f, Interval kink, BigFloat before, BigFloat after, int wanted) => Signs.Shows(() =>
    {
        var (left, right) = (Evaluation.Over(kink, 2, true, before, true), Evaluation.Over(kink, 2, true, after, true));
        var (l, r) = (left.Of(f), right.Of(f));
        if (!(r[1] + -l[1]).Has(wanted, false)) return false;
        if (f.Has("if", "sign") && !((r[0] + -l[0]) is { Form.IsZero: true } or { Range: { Low.Sign: 0, High.Sign: 0 } } && Evaluation.Over(kink, 0, true).Of(f)[0].Range == l[0].Range)) return false;
        // Within a range of some width both sides hold, up to the one number where one takes over from the other.
        return kink.Low == kink.High || (l[2].Has(wanted, false) && r[2].Has(wanted, false)
            && left.Undecided.Select(d => Evaluation.Over(kink, 1, true, before, true).Of(d)).Concat(right.Undecided.Select(d => Evaluation.Over(kink, 1, true, after, true).Of(d))).ToList() is [[{ Form: { } first }, ..], ..] deciders
            && deciders.All(d => d[1].Sign(true) != 0 && d[0].Form is { } form && form.IsMultipleOf(first)));
    });
}
