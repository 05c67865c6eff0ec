using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>Whether G's gradient vanishes exactly when D wins: the slope of its loss tends to 0 where D is sure that its samples are fake.</summary>
internal static class Saturation
{
    private const double Near = 1.0 / (1L << 48);

    /// <param name="generator">G's loss.</param>
    /// <param name="orientation">Whether D is sure of a fake at its lowest or at its highest values; null where that is not known.</param>
    public static Verdict Of(Curve generator, Orientation? orientation)
    {
        if (orientation is null) return new Verdict.Unknown("it is not known which values D gives fake samples");
        var tail = orientation == Orientation.Energy ? Tail.Right : Tail.Left;
        var slope = generator.Slope;
        if (slope is Constant { Value: 0 }) return new Verdict.Unknown("G's loss has no slope at all");
        if (!generator.Tails.Contains(tail)) return AtEnd(generator, tail == Tail.Left ? generator.Range.Low : generator.Range.High);
        if (IntervalEvaluator.Evaluate(generator.Formula, tail.From(TailForm.Far)).IsPartial) return new Verdict.Unknown($"G's loss may be undefined as t → {tail.Text()}");
        var beyond = IntervalEvaluator.Evaluate(slope, tail.From(TailForm.Far));
        if (!beyond.IsPartial && (beyond.High < 0 || beyond.Low > 0))
            return new Verdict.Refuted((int)tail * TailForm.Far, $"the slope of G's loss stays away from 0 as t → {tail.Text()}");

        if (Tails.VanishingFrom(generator, tail) is { } from) return new Verdict.Proved($"the slope of G's loss, {slope}, tends to 0 as t → {tail.Text()}", new Certificate.Vanishes(generator.Name, tail, from));
        return Tails.StaysSteep(generator, tail) ? Refute(slope, tail) : NotUnderstood($"the limit of the slope of G's loss, {slope}, as t → {tail.Text()}");
    }

    /// <summary>Where D's values end, the slope itself tells, if the loss has a value there: t·(1/t) has none at 0.</summary>
    private static Verdict AtEnd(Curve generator, double end) => generator.SlopesAt(Interval.Point(end)) switch
    {
        _ when IntervalEvaluator.Evaluate(generator.Formula, Interval.Of(end - Near, end + Near).Intersect(generator.Range)).IsPartial => new Verdict.Unknown($"G's loss may be undefined at t = {Numbers.Prose(end)}"),
        { IsPoint: true, Low: 0, IsPartial: false } => new Verdict.Proved($"the slope of G's loss is 0 at t = {Numbers.Prose(end)}", new Certificate.Flat(generator.Name, end)),
        { IsPartial: false } slopes when slopes.IsPositive || slopes.IsNegative => new Verdict.Refuted(end, $"the slope of G's loss is not 0 at t = {Numbers.Prose(end)}"),
        _ => NotUnderstood($"the slope of G's loss at t = {Numbers.Prose(end)}"),
    };

    private static Verdict Refute(Expr slope, Tail tail)
    {
        for (var distance = TailForm.Far; distance < 1e9; distance *= 2)
        {
            var t = (int)tail * distance;
            var value = IntervalEvaluator.Evaluate(slope, Interval.Point(t));
            if (value is { IsPartial: false } && (value.IsPositive || value.IsNegative))
                return new Verdict.Refuted(t, $"the slope of G's loss does not tend to 0 as t → {tail.Text()}");
        }

        return NotUnderstood($"the slope of G's loss as t → {tail.Text()}");
    }

    private static Verdict.Unknown NotUnderstood(string what) => new($"{what} is not known");
}
