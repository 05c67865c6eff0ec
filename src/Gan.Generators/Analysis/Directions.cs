using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;

namespace Gan.Generators.Analysis;

/// <summary>Which way each player pushes D's output.</summary>
/// <param name="Orientation">What a high value means: as declared, else as the three losses agree; null where neither tells.</param>
/// <param name="Discriminator">D raises the logits of real samples and lowers those of fakes.</param>
/// <param name="Generator">G moves its samples to where D puts the real ones.</param>
internal sealed record Directions(Orientation? Orientation, Verdict Discriminator, Verdict Generator)
{
    // A target's own slope is zero: the certificate speaks of samples below it by this much.
    private const double Gap = 1.0 / 1024;

    /// <param name="balanced">Where D cannot tell, or bounds around it.</param>
    /// <param name="declared">What a high value is declared to mean.</param>
    public static Directions Of(Curve real, Curve fake, Curve generator, Interval? balanced, Orientation? declared)
    {
        if (balanced is not { } t)
        {
            var unknown = new Verdict.Unknown("no zero of Real′ + Fake′ was found");
            return new(declared, unknown, unknown);
        }

        if (IsLargest(real, fake, t))
        {
            var unstable = new Verdict.Unknown($"Real + Fake has a maximum at the balanced logit {Text(t)}, so D does not stay there");
            return new(declared, unstable, unstable);
        }

        var (ofReal, ofFake) = (real.SlopesAt(t), fake.SlopesAt(t));
        var orientation = declared ?? Agreed(ofReal, ofFake, generator, t);
        var sign = ofReal.IsPositive ? 1 : -1;
        var facts = new Certificate.All(new([
            new Certificate.Balanced(real.Name, fake.Name, t), new Certificate.Slope(real.Name, sign, t), new Certificate.Slope(fake.Name, -sign, t)]));
        return new(orientation, OfDiscriminator(ofReal, ofFake, t, orientation, facts), orientation is { } known ? OfGenerator(generator, t, known) : new Verdict.Unknown("it is not known which values D gives real samples"));
    }

    /// <summary>Three losses that are all reversed are those of an energy. Where one is not, a sign is wrong.</summary>
    private static Orientation? Agreed(Interval real, Interval fake, Curve generator, Interval t) => (real.IsPositive, fake.IsNegative) switch
    {
        (true, true) => OfGenerator(generator, t, Analysis.Orientation.Energy).IsProved ? Analysis.Orientation.Energy : Analysis.Orientation.Logit,
        _ => real.IsNegative && fake.IsPositive ? Analysis.Orientation.Logit : null,
    };

    /// <summary>Whether D's loss is certainly not least there: a sum that bends down.</summary>
    private static bool IsLargest(Curve real, Curve fake, Interval t)
        => IntervalEvaluator.Evaluate(Derivative.Of(Simplifier.Simplify(real.Slope + fake.Slope)), t) is { IsPartial: false, IsNegative: true };

    private static Verdict OfDiscriminator(Interval real, Interval fake, Interval t, Orientation? orientation, Certificate.All facts)
    {
        var at = Text(t);
        var (falls, rises) = (real.IsNegative && fake.IsPositive, real.IsPositive && fake.IsNegative);
        return (orientation, falls, rises) switch
        {
            (Analysis.Orientation.Energy, false, true) => new Verdict.Proved($"at the balanced logit {at}, Real rises and Fake falls: D's output is an energy, low for real samples", facts),
            (Analysis.Orientation.Energy, true, false) => new Verdict.Refuted(BalancedLogit.Value(t), $"at the balanced logit {at}, Real falls and Fake rises, but an energy is low for real samples: D learns to call real samples fake"),
            (_, true, false) => new Verdict.Proved($"at the balanced logit {at}, Real falls and Fake rises", facts),
            (_, false, true) => new Verdict.Refuted(BalancedLogit.Value(t), $"at the balanced logit {at}, Real rises and Fake falls: D learns to call real samples fake"),
            _ => new Verdict.Unknown($"at the balanced logit {at}, a slope is zero or not known"),
        };
    }

    private static Verdict OfGenerator(Curve generator, Interval balanced, Orientation orientation)
    {
        var isEnergy = orientation == Analysis.Orientation.Energy;
        // An energy's generator does at −t what a logit's does at t.
        var (curve, t) = isEnergy ? (generator.Mirrored(), -balanced) : (generator, balanced);
        var (at, real, fake) = isEnergy ? (Text(balanced), "low", "above") : (Text(balanced), "high", "below");
        var slopes = curve.SlopesAt(t);
        if (slopes.IsNegative) return new Verdict.Proved($"G moves its samples towards {real} logits, which D gives real samples", Falls(t));
        if (slopes.IsPositive) return new Verdict.Refuted(BalancedLogit.Value(balanced), $"at the balanced logit {at}, G moves its samples away from the logits that D gives real samples");

        // A target in the middle: what matters is where D puts the fakes.
        var beyond = Interval.Of(t.Low - 1, t.Low, highOpen: true);
        return curve.IsUnderstood && curve.SlopesAt(beyond).IsNegative
            ? new Verdict.Proved($"G's loss has its minimum at the balanced logit {at}, and G moves samples with logits {fake} it towards it", Falls(Interval.Of(beyond.Low, beyond.High - Gap)))
            : new Verdict.Unknown($"at the balanced logit {at}, the slope of G's loss is zero or not known");

        // What is asked of an energy is asked of its mirror image.
        Certificate.Slope Falls(Interval range) => isEnergy ? new(generator.Name, 1, -range) : new(generator.Name, -1, range);
    }

    private static string Text(Interval t) => Numbers.Prose(t.IsPoint ? t.Low : Witness.Rounded(t.Middle));
}
