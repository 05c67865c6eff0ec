using Gan.Runtime.Proofs.Arithmetic;

namespace Gan.Runtime.Proofs;

/// <summary>
/// Checks what the compiler says it has proved, from the losses' text and its certificate alone: with 128-bit bounds, derivatives by recurrence
/// and exact sums of exponentials, none of which the compiler's own analysis uses.
/// </summary>
internal static class Certificate
{
    private static readonly Formula s_t = Formula.Of("t");

    /// <summary>Whether the certificate shows what it says, in <see cref="CheckingSteps.Limit"/> steps.</summary>
    public static bool Holds(string certificate, IReadOnlyDictionary<string, Formula> losses)
    {
        var steps = CheckingSteps.Limit;
        return Holds(certificate, losses, ref steps) == true;
    }

    /// <summary>Whether the certificate shows what it says; null where that takes more steps than are left.</summary>
    /// <param name="certificate">The claim and how it is shown.</param>
    /// <param name="losses">real, fake and generator, and the hyperparameters' values, by their names in formulas.</param>
    /// <param name="steps">How many steps are left.</param>
    public static bool? Holds(string certificate, IReadOnlyDictionary<string, Formula> losses, ref long steps) => CheckingSteps.Within(ref steps, () => Holds(Formula.Read(certificate, losses)));

    private static bool Holds(Formula claim) => claim.Parts is var p && claim.Name switch
    {
        "all" => p.All(Holds),
        "convex" => Curvatures.IsConvex(p[0], RangeOf(p[1]), p[2]),
        "notnegative" => new Signs(p[0], p[2].Name == "slopes" ? RangeOf(p[1]).Middle : null).Hold(0, 1, RangeOf(p[1]), p[2]),
        "falls" or "rises" => Signs.Boxes(RangeOf(p[1]), 16).All(box => SlopeOf(p[0], box).Has(claim.Name == "rises" ? 1 : -1, true)),
        "balanced" => IsBalanced(p[0], p[1], RangeOf(p[2])),
        "converges" => Evaluation.Over(RangeOf(p[3]), 0, false).Of(p[0])[0].Has(1, true) && (SlopeOf(p[1], RangeOf(p[3])) * SlopeOf(p[2], RangeOf(p[3]))).Has(-1, true),
        "bounded" => IsBoundedBelow(p[0], RangeOf(p[1]), p[2..], tail => BoundedFrom(p[0], tail)),
        "minimum" => IsBoundedBelow(p[0] + p[1], RangeOf(p[2]), p[3..], tail => OutgrownFrom(p[0], p[1], tail)),
        "flat" => Evaluation.Over(Interval.Point(p[1].Number), 1, true, p[1].Number + new BigFloat(1, -48)).Of(p[0])[1] is var slope && slope.Has(1, false) && slope.Has(-1, false),
        "vanishes" => Tails(p[0], p[1], 1).Any(static tail => tail.Values[1].Form is { } slope && slope.Vanishes(tail.Range)),
        "logarithm" => IsLogarithm(p[0], p[1]),
        _ => throw new FormatException($"{claim.Name} is no claim"),
    };

    private static Interval RangeOf(Formula f) => f is { Name: "range", Parts: [{ Name: "number", Number: var low }, { Name: "number", Number: var high }] } && !(low > high) ? new(low, high)
        : throw new FormatException($"{f.Name} is no range");

    private static Interval SlopeOf(Formula f, Interval range) => Evaluation.Over(range, 1, isExact: false).Of(f)[1].Range;

    /// <summary>Whether the slopes cancel within the range: their sum changes its sign, or may be zero and is nearly so but at a kink.</summary>
    private static bool IsBalanced(Formula real, Formula fake, Interval range)
    {
        var (low, high) = (SlopeOf(real + fake, Interval.Point(range.Low)), SlopeOf(real + fake, Interval.Point(range.High)));
        if (range.Low < range.High) return (low.Has(-1, false) && high.Has(1, false)) || (low.Has(1, false) && high.Has(-1, false));
        var (slope, slack) = (SlopeOf(fake, range), new BigFloat(1, -48));
        return (real + fake).Has("max", "abs", "if", "sign", "elu") ? !low.Has(1, true) && !low.Has(-1, true)
            : new[] { low.High, -low.Low }.All(size => size < (slope.High.Sign > 0 ? slope.High : -slope.Low) * slack);
    }

    /// <summary>f and its derivatives from some number on to one end of the line, which is turned to be ∞: from the number given, or from further out.</summary>
    private static IEnumerable<(Interval Range, Value[] Values)> Tails(Formula f, Formula tail, int order)
    {
        foreach (var (factor, isExact) in new[] { (1, false), (1, true), (16, true), (256, true) }.Where(t => t.Item2 || order == 0))
        {
            var range = new Interval(tail.Parts[0].Number * new BigFloat(factor, 0), BigFloat.Infinity);
            if (Try(() => Evaluation.Over(range, order, isExact).Of(tail.Name == "left" ? f.At(-s_t) : f)) is { } values) yield return (range, values);
        }
    }

    private static Value[]? Try(Func<Value[]> values)
    {
        try { return values(); }
        catch (ArithmeticException) { return null; }
    }

    /// <summary>A distance from 0 beyond which f is bounded below: its values have a bound, it is positive, or it does not fall.</summary>
    private static BigFloat? BoundedFrom(Formula f, Formula tail) => Tails(f, tail, 0).Where(static t => !t.Values[0].Range.Low.IsInfinite || t.Values[0].Has(1, false) || t.Values[0].Form is { IsBoundedBelow: true })
        .Concat(Tails(f, tail, 1).Where(static t => t.Values[1].Has(1, false))).Select(static t => (BigFloat?)t.Range.Low).FirstOrDefault();

    /// <summary>The same of u·real + fake for every u > 0: of each of the two, or since the slope of what falls vanishes beside the slope of what rises.</summary>
    private static BigFloat? OutgrownFrom(Formula real, Formula fake, Formula tail)
    {
        if (BoundedFrom(real, tail) is { } r && BoundedFrom(fake, tail) is { } f) return r > f ? r : f;
        return Tails(real, tail, 1).Join(Tails(fake, tail, 1), static t => t.Range, static t => t.Range, static (a, b) => (a.Range, A: a.Values[1], B: b.Values[1]))
            .Where(static t => Outgrows(t.A, t.B, t.Range) || Outgrows(t.B, t.A, t.Range)).Select(static t => (BigFloat?)t.Range.Low).FirstOrDefault();

        static bool Outgrows(Value rising, Value falling, Interval tail) => rising.Has(1, true) && falling.Form is { } f && rising.Form is { } r && f.Vanishes(tail, r);
    }

    /// <summary>Bounded below on the tails that the range has, and elsewhere since it has a value everywhere.</summary>
    private static bool IsBoundedBelow(Formula f, Interval range, Formula[] parts, Func<Formula, BigFloat?> from)
    {
        return (range.Low.IsInfinite ? -Start("left") : range.Low) is { } low && (range.High.IsInfinite ? Start("right") : range.High) is { } high
            && Signs.Boxes(new(low, high), parts.Where(static part => part.Name == "kink").SelectMany(static kink => kink.Parts).Select(static end => end.Number)).All(box => Curvatures.IsDefined(f, box));

        BigFloat? Start(string tail) => parts.FirstOrDefault(part => part.Name == tail) is { } found ? from(found) : null;
    }

    /// <summary>Whether p·real + q·fake is least at log(p/q): its slope is real′·(p − q·eᵗ), up to the rounding of numbers, and real falls.</summary>
    private static bool IsLogarithm(Formula real, Formula fake)
    {
        var (r, f) = (Evaluation.Over(Interval.All, 1, true).Of(real)[1], Evaluation.Over(Interval.All, 1, true).Of(fake)[1]);
        return r.Has(-1, true) && f.Form is { } form && (r * Evaluation.Over(Interval.All, 0, true).Of(Formula.Of("exp", s_t))[0]).Form is { } other && form.Cancels(other);
    }
}
