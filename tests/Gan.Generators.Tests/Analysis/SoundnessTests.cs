using CsCheck;
using Gan.Generators.Analysis;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Formulas;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Analysis;

/// <summary>Hunts for false proofs: random formulas, whose values in big floats must never contradict a verdict.</summary>
public class SoundnessTests
{
    // Far below the numbers a false proof would show, above what numbers that are folded in double precision are off.
    private const int Noise = -60;

    private static readonly double[] Grid = [.. Enumerable.Range(-60, 121).Select(i => i / 8.0), -40, -20.5, 20.5, 40];

    internal static readonly Gen<Expr> Formulas = Gen.OneOf(RandomFormula.Everywhere, RandomFormula.Any, Shifted())
        .Select(f => f.ReplaceParameters(RandomFormula.Values.ToDictionary(v => v.Key, v => (Expr)v.Value)));

    [Fact, Trait("Category", "Property")]
    public void A_sign_that_is_proved_or_refuted_is_so() => Gen.Select(Formulas, Gen.Double[-3, 3]).Holds(400, atLeast: 200, static sample =>
    {
        var (formula, offset) = sample;
        formula += Math.Round(offset, 1);
        var verdict = SignProver.NotNegative(formula, Interval.All);
        if (verdict is Verdict.Refuted refuted)
        {
            // No value means that it is beyond the reach of big floats.
            if (Value(formula, refuted.Witness) is { } v)
                Assert.True(v.Sign < 0, $"{formula} is not negative at {refuted.Witness}");
        }

        if (verdict.IsProved) Assert.All(Grid, t => Assert.False(IsNegative(Value(formula, t)), $"{formula} is negative at {t}"));
        return !verdict.IsUnknown;
    });

    [Fact, Trait("Category", "Property")]
    public void Convexity_that_is_proved_or_refuted_is_so() => Gen.Select(Formulas, Gen.Int[-128, 128], Gen.Int[1, 512]).Holds(400, atLeast: 150, static sample =>
    {
        var (formula, sixteenths, parts) = sample;
        var (centre, reach) = (sixteenths / 16.0, parts / 64.0);
        var verdict = Convexity.OnLine(formula);
        if (verdict is Verdict.Refuted refuted && !IsFlat(formula, refuted.Witness) && !IsSlightKink(formula, refuted))
            Assert.Contains(Enumerable.Range(2, 40), k => BendsDownNear(formula, refuted.Witness, Math.Pow(2, -k)));
        if (verdict.IsProved)
        {
            Assert.False(IsNegative(Bend(formula, centre, reach)), $"{formula} is not convex around {centre}");
            Assert.All(Grid, t => Assert.False(IsNegative(Bend(formula, t, 0.125)), $"{formula} is not convex around {t}"));
        }

        return !verdict.IsUnknown;
    });

    [Fact, Trait("Category", "Property")]
    public void Bounds_that_are_proved_or_refuted_are_so() => Gen.Select(Formulas, Formulas).Holds(300, atLeast: 100, static sample =>
    {
        var (real, fake) = sample;
        var (r, f) = (Curve.OnLine(real), Curve.OnLine(fake));
        if (Boundedness.WhenEqual(r, f) is Verdict.Refuted refuted && Value(real + fake, 1e6 * refuted.Witness) is not null)
            Assert.True(Falls(real + fake, refuted.Witness), $"{real + fake} does not fall from {refuted.Witness} on");
        if (Boundedness.WhenEqual(r, f).IsProved) Assert.False(Falls(real + fake, 1e9) || Falls(real + fake, -1e9), $"{real + fake} is unbounded");
        if (!Boundedness.ForEveryRatio(r, f).IsProved) return !Boundedness.WhenEqual(r, f).IsUnknown;
        foreach (var u in new[] { 0.01, 1, 50.0 }) Assert.False(Falls((u * real) + fake, 1e9) || Falls((u * real) + fake, -1e9), $"{u}: {real}, {fake}");
        return true;
    });

    /// <summary>The same of outputs that are never negative: what is proved holds from 0 on, and what is refuted fails there.</summary>
    [Fact, Trait("Category", "Property")]
    public void Verdicts_from_0_on_are_so() => Gen.Select(Formulas, Formulas).Holds(300, atLeast: 100, static sample =>
    {
        var range = Interval.AtLeast(0);
        var (r, f) = (new Curve(sample.Item1, range), new Curve(sample.Item2, range));
        var (convex, bounded) = (Convexity.Of(r), Boundedness.WhenEqual(r, f));
        if (convex.IsProved) Assert.All(Grid.Where(static t => t >= 0.125), t => Assert.False(IsNegative(Bend(sample.Item1, t, 0.125)), $"{sample.Item1} is not convex around {t}"));
        if (convex is Verdict.Refuted { Witness: var witness }) Assert.True(witness >= 0, $"{sample.Item1} at {witness}");
        if (bounded.IsProved) Assert.False(Falls(sample.Item1 + sample.Item2, 1e9), $"{sample.Item1 + sample.Item2} is unbounded");
        if (bounded is Verdict.Refuted refuted) Assert.True(refuted.Witness > 0, $"{sample.Item1 + sample.Item2} at {refuted.Witness}");
        return !convex.IsUnknown || !bounded.IsUnknown;
    });

    [Fact, Trait("Category", "Property")]
    public void A_slope_that_vanishes_does() => Formulas.Holds(1000, atLeast: 100, static formula =>
    {
        var curve = Curve.OnLine(formula);
        var verdict = Saturation.Of(curve, Orientation.Logit);
        if (verdict.IsUnknown || Value(curve.Slope, -1e3) is not { } near || Value(curve.Slope, -1e9) is not { } far || Value(curve.Slope, -1e15) is not { } furthest) return false;
        if (verdict.IsProved) Assert.True(Math.Abs(far.ToDouble()) <= Math.Max(1e-6, Math.Abs(near.ToDouble()) / 2), $"{curve.Slope}");
        else Assert.True(Math.Abs(furthest.ToDouble()) > Math.Abs(far.ToDouble()) / 100, $"{curve.Slope}");
        return true;
    });

    /// <summary>Formulas near what is hard: they touch zero, or nearly.</summary>
    internal static Gen<Expr> Shifted() => Gen.Select(RandomFormula.Smooth, Gen.Int[0, 3]).Select((f, kind) => kind switch
    {
        0 => Functions.Square.Of(f),
        1 => f - f.Evaluate(0, RandomFormula.Values),
        2 => Functions.Exp.Of(f) - f - 1,
        _ => (f * f) - (2 * f) + 1,
    });

    private static BigReal? Value(Expr formula, double t) => BigEvaluator.Evaluate(formula, t, RandomFormula.Values);

    private static BigReal Big(double value) => BigReal.Of(value, 128);

    private static bool IsNegative(BigReal? value) => value is { Sign: < 0 } v && v.Magnitude > Noise;

    /// <summary>f(t − h) + f(t + h) − 2 f(t), which no convex function has below zero.</summary>
    private static BigReal? Bend(Expr formula, double t, double h)
    {
        // Rounded, the middle would not be the middle.
        var (low, high) = (t - h, t + h);
        if ((Big(high) + Big(low) - Big(t) - Big(t)).Sign != 0) return null;
        return Value(formula, low) is not { } a || Value(formula, high) is not { } b || Value(formula, t) is not { } c ? null : a + b - c - c;
    }

    /// <summary>A jump is seen from one of its sides only, a single low value, as of sign(|t|), from beside it only.</summary>
    private static bool BendsDownNear(Expr formula, double t, double h) =>
        new[] { t, t - (h / 2), t + (h / 2), t - h, t + h }.Any(middle => Bend(formula, middle, h) is not { } bend || IsNegative(bend));

    /// <summary>Whether it differs by less than is told, as exp(−5000) does from 0.</summary>
    private static bool IsFlat(Expr formula, double t) =>
        Value(formula, t) is { } a && Value(formula, t + 0.25) is { } b && Value(formula, t - 0.25) is { } c && Math.Max((a - b).Magnitude, (a - c).Magnitude) < Noise;

    /// <summary>Whether a slope falls by less than a double apart shows, as e⁻¹⁰⁰ does.</summary>
    private static bool IsSlightKink(Expr formula, Verdict.Refuted refuted) =>
        refuted.Reason.Contains("kink", StringComparison.Ordinal) && Bend(formula, refuted.Witness, Math.Pow(2, -40)) is { } bend && bend.Magnitude < -70;

    /// <summary>Whether it is already low there and still falls further out.</summary>
    private static bool Falls(Expr formula, double t) =>
        Value(formula, t) is { } near && Value(formula, 1e6 * t) is { } far && near < -50 && far < near * 2;
}
