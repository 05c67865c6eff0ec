using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Asymptotics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>Whether G's gradient vanishes exactly when D wins: the slope of its loss tends to 0 where D is sure that its samples are fake.</summary>
internal static class Saturation
{
    private const double Far = 32;

    private const double Near = 1.0 / (1L << 48);

    /// <param name="generator">G's loss.</param>
    /// <param name="orientation">Whether D is sure of a fake at its lowest or at its highest values; null where that is not known.</param>
    public static Verdict Of(Curve generator, Orientation? orientation)
    {
        if (orientation is null) return new Verdict.Unknown("which values D gives to fakes is not understood");
        var tail = orientation == Orientation.Energy ? Tail.Right : Tail.Left;
        var slope = generator.Slope;
        if (slope is Constant { Value: 0 }) return new Verdict.Unknown("G's loss has no slope at all");
        if (!generator.Tails.Contains(tail)) return AtEnd(generator, tail == Tail.Left ? generator.Range.Low : generator.Range.High);
        if (IntervalEvaluator.Evaluate(generator.Formula, tail.From(Far)).IsPartial) return new Verdict.Unknown($"G's loss may be undefined as t → {tail.Text()}");
        var beyond = IntervalEvaluator.Evaluate(slope, tail.From(Far));
        if (!beyond.IsPartial && (beyond.High < 0 || beyond.Low > 0))
            return new Verdict.Refuted((int)tail * Far, $"the slope of G's loss stays away from 0 as t → {tail.Text()}");

        var limit = Tails.LimitOf(slope, tail);
        return limit switch
        {
            { Kind: LimitKind.Finite, Enclosure: { IsPoint: true, Low: 0 } } => Tails.VanishingFrom(generator, tail) is { } from
                ? new Verdict.Proved($"the slope of G's loss, {slope}, tends to 0 as t → {tail.Text()}", new Certificate.Vanishes(generator.Name, tail, from))
                : new Verdict.Unknown($"the slope of G's loss, {slope}, seems to tend to 0 as t → {tail.Text()}"),
            { Kind: LimitKind.Unknown } => new Verdict.Unknown($"the limit of {slope} as t → {tail.Text()} is not understood"),
            { Kind: LimitKind.Finite, Enclosure: var c } when c.Contains(0) => new Verdict.Unknown($"the limit of {slope} as t → {tail.Text()} may be 0"),
            _ => Refute(slope, tail),
        };
    }

    /// <summary>Where D's values end, the slope itself tells, if the loss has a value there: t·(1/t) has none at 0.</summary>
    private static Verdict AtEnd(Curve generator, double end) => generator.SlopesAt(Interval.Point(end)) switch
    {
        _ when IntervalEvaluator.Evaluate(generator.Formula, Interval.Of(end - Near, end + Near).Intersect(generator.Range)).IsPartial => new Verdict.Unknown($"G's loss may be undefined at t = {Numbers.Prose(end)}"),
        { IsPoint: true, Low: 0, IsPartial: false } => new Verdict.Proved($"the slope of G's loss is 0 at t = {Numbers.Prose(end)}", new Certificate.Flat(generator.Name, end)),
        { IsPartial: false } slopes when slopes.IsPositive || slopes.IsNegative => new Verdict.Refuted(end, $"the slope of G's loss is not 0 at t = {Numbers.Prose(end)}"),
        _ => new Verdict.Unknown($"the slope of G's loss at t = {Numbers.Prose(end)} is not understood"),
    };

    private static Verdict Refute(Expr slope, Tail tail)
    {
        for (var distance = Far; distance < 1e9; distance *= 2)
        {
            var t = (int)tail * distance;
            var value = IntervalEvaluator.Evaluate(slope, Interval.Point(t));
            if (value is { IsPartial: false } && (value.IsPositive || value.IsNegative))
                return new Verdict.Refuted(t, $"the slope of G's loss does not tend to 0 as t → {tail.Text()}");
        }

        return new Verdict.Unknown($"the slope of G's loss as t → {tail.Text()} is not understood");
    }
}
