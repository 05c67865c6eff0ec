using Gan.Generators.Expressions;

namespace Gan.Generators.Analysis;

/// <summary>What a high value of D's output means.</summary>
internal enum Orientation
{
    /// <summary>Real, as everywhere in this library.</summary>
    Logit,

    /// <summary>Fake: the three losses agree to take D's output for an energy (EBGAN).</summary>
    Energy,
}

/// <summary>Which way each player pushes D's output.</summary>
/// <param name="Discriminator">D raises the logits of real samples and lowers those of fakes.</param>
/// <param name="Generator">G moves its samples to where D puts the real ones.</param>
internal sealed record Directions(Orientation Orientation, Verdict Discriminator, Verdict Generator)
{
    /// <param name="balanced">Where D cannot tell, or bounds around it.</param>
    /// <param name="isPair">FD and FG were given, whose convention says that a high logit means real.</param>
    public static Directions Of(Curve real, Curve fake, Curve generator, Interval? balanced, bool isPair)
    {
        if (balanced is not { } t)
        {
            var unknown = new Verdict.Unknown("Real′ + Fake′ has no zero that could be found");
            return new(Orientation.Logit, unknown, unknown);
        }

        if (IsLargest(real, fake, t))
        {
            var unstable = new Verdict.Unknown($"at the balanced logit {Text(t)} Real + Fake is largest: D does not stay there");
            return new(Orientation.Logit, unstable, unstable);
        }

        var (ofReal, ofFake, ofGenerator) = (real.SlopesAt(t), fake.SlopesAt(t), generator.SlopesAt(t));
        var isReversed = ofReal.IsPositive && ofFake.IsNegative;
        var isEnergy = !isPair && isReversed && ofGenerator.IsPositive;
        var discriminator = OfDiscriminator(ofReal, ofFake, t, isEnergy);
        return isEnergy
            ? new(Orientation.Energy, discriminator, OfGenerator(generator.Mirrored(), -t, Orientation.Energy))
            : new(Orientation.Logit, discriminator, OfGenerator(generator, t, Orientation.Logit));
    }

    /// <summary>Whether D's loss is certainly not least there: a sum that bends down.</summary>
    private static bool IsLargest(Curve real, Curve fake, Interval t)
        => real.IsUnderstood && fake.IsUnderstood
            && IntervalEvaluator.Evaluate(Derivative.Of(Simplifier.Simplify(real.Slope + fake.Slope)), t) is { IsPartial: false, IsNegative: true };

    private static Verdict OfDiscriminator(Interval real, Interval fake, Interval t, bool isEnergy)
    {
        var at = Text(t);
        if (isEnergy) return new Verdict.Proved($"at the balanced logit {at} D lowers real samples and raises fakes: its output is an energy");
        if (real.IsNegative && fake.IsPositive) return new Verdict.Proved($"at the balanced logit {at} Real falls and Fake rises");
        if (real.IsPositive && fake.IsNegative) return new Verdict.Refuted(BalancedLogit.Value(t), $"at the balanced logit {at} Real rises and Fake falls: D learns to call real samples fake");
        return new Verdict.Unknown($"at the balanced logit {at} a slope is zero or not understood");
    }

    private static Verdict OfGenerator(Curve generator, Interval t, Orientation orientation)
    {
        var (at, real) = (Text(t), orientation == Orientation.Energy ? "low" : "high");
        var slopes = generator.SlopesAt(t);
        if (slopes.IsNegative) return new Verdict.Proved($"G moves its samples to {real} values, where D puts the real ones");
        if (slopes.IsPositive) return new Verdict.Refuted(BalancedLogit.Value(t), $"at the balanced logit {at} G moves its samples away from where D puts the real ones");

        // A target in the middle: what matters is where D puts the fakes, below.
        var below = Interval.Of(t.Low - 1, t.Low, highOpen: true);
        var isPulled = generator.IsUnderstood && generator.SlopesAt(below).IsNegative;
        return isPulled
            ? new Verdict.Proved($"G's loss is least at the balanced logit {at}, and it raises samples that D puts below")
            : new Verdict.Unknown($"at the balanced logit {at} the slope of G's loss is zero or not understood");
    }

    private static string Text(Interval t) => Numbers.Text(t.IsPoint ? t.Low : Witness.Rounded(t.Middle));
}
