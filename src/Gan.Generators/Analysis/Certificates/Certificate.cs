using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis.Certificates;

/// <summary>
/// What was proved and how, as data that a checker can follow without the analysis. Its text is written as formulas are. The set of cases is closed.
/// </summary>
internal abstract record Certificate
{
    /// <summary>Each of several facts.</summary>
    internal sealed record All(EquatableArray<Certificate> Facts) : Certificate
    {
        public override string ToString() => $"all({string.Join(", ", Facts)})";
    }

    /// <summary>A formula is convex over a range.</summary>
    internal sealed record Convex(string Formula, Interval Range, ConvexityProof Proof) : Certificate
    {
        public override string ToString() => $"convex({Formula}, {RangeText(Range)}, {Proof})";
    }

    /// <summary>A formula is ≥ 0 over a range.</summary>
    internal sealed record Sign(string Formula, Interval Range, SignProof Proof) : Certificate
    {
        public override string ToString() => $"notnegative({Formula}, {RangeText(Range)}, {Proof})";
    }

    /// <summary>Every slope of a formula within a range has a sign: 1 or −1.</summary>
    internal sealed record Slope(string Formula, int Direction, Interval Range) : Certificate
    {
        public override string ToString() => $"{(Direction > 0 ? "rises" : "falls")}({Formula}, {RangeText(Range)})";
    }

    /// <summary>The slopes of the two losses of D cancel at a number in a range.</summary>
    internal sealed record Balanced(string Real, string Fake, Interval At) : Certificate
    {
        public override string ToString() => $"balanced({Real}, {Fake}, {RangeText(At)})";
    }

    /// <summary>The players of the Dirac-GAN are drawn to their equilibrium: the penalty's strength is positive, and the product of the slopes of their losses there is negative.</summary>
    internal sealed record Converges(string Strength, string Fake, string Generator, Interval At) : Certificate
    {
        public override string ToString() => $"converges({Strength}, {Fake}, {Generator}, {RangeText(At)})";
    }

    /// <summary>A formula is bounded below over a range: towards the ends of the line that it goes to, and elsewhere because it has a value everywhere.</summary>
    internal sealed record Bounded(string Formula, Interval Range, EquatableArray<AtTail> Tails, EquatableArray<Interval> Kinks) : Certificate
    {
        public override string ToString() => $"bounded({Formula}, {RangeText(Range)}{Rest(Tails, Kinks)})";
    }

    /// <summary>u·Real + Fake is bounded below over a range for every u &gt; 0.</summary>
    internal sealed record Minimum(string Real, string Fake, Interval Range, EquatableArray<AtTail> Tails, EquatableArray<Interval> Kinks) : Certificate
    {
        public override string ToString() => $"minimum({Real}, {Fake}, {RangeText(Range)}{Rest(Tails, Kinks)})";
    }

    /// <summary>Formulas are bounded below towards one end of the line, from some number on.</summary>
    /// <param name="Tail">Which end.</param>
    /// <param name="From">The distance of that number from 0.</param>
    /// <param name="How">Why each of them is: its values have bounds, it never falls towards the end, or it is positive; or why their sum is: one outgrows the other.</param>
    internal sealed record AtTail(Tail Tail, double From, EquatableArray<string> How) : Certificate
    {
        public const string Enclosed = "enclosed", Rises = "rises", Positive = "positive", Outgrown = "outgrown";

        /// <summary>The same of this formula and of another one.</summary>
        public AtTail And(AtTail other) => new(Tail, Math.Max(From, other.From), new(How.Concat(other.How)));

        public override string ToString() => $"{Tail.ToString().ToLowerInvariant()}({Numbers.Text(From)}, {string.Join(", ", How)})";
    }

    /// <summary>The slope of a formula tends to 0 at one end of the line.</summary>
    internal sealed record Vanishes(string Formula, Tail Tail, double From) : Certificate
    {
        public override string ToString() => $"vanishes({Formula}, {Tail.ToString().ToLowerInvariant()}({Numbers.Text(From)}))";
    }

    /// <summary>The slope of a formula is 0 at a number, where the values of t begin.</summary>
    internal sealed record Flat(string Formula, double At) : Certificate
    {
        public override string ToString() => $"flat({Formula}, {Numbers.Text(At)})";
    }

    /// <summary>−Fake′/Real′ is eᵗ, and Real falls.</summary>
    internal sealed record Logarithm(string Real, string Fake) : Certificate
    {
        public override string ToString() => $"logarithm({Real}, {Fake})";
    }

    public static string RangeText(Interval range) => $"range({Ends(range)})";

    public static string KinkText(Interval kink) => $"kink({Ends(kink)})";

    /// <summary>An end of zero that no value attains is the smallest number there could be.</summary>
    public static string Ends(Interval range) => $"{(range is { Low: 0, LowOpen: true } ? "tiny" : Number(range.Low))}, {(range is { High: 0, HighOpen: true } ? "-tiny" : Number(range.High))}";

    private static string Rest(EquatableArray<AtTail> tails, EquatableArray<Interval> kinks) => string.Concat(tails.Select(static t => $", {t}").Concat(kinks.Select(static k => ", " + KinkText(k))));

    private static string Number(double value) => double.IsInfinity(value) ? (value > 0 ? "infinity" : "-infinity") : Numbers.Text(value);
}

/// <summary>What certificates call the losses of an objective, and what its penalties add to them that are functions of the logits.</summary>
internal static class LossNames
{
    public const string Real = "real", Fake = "fake", Generator = "generator", RealPenalty = "realPenalty", FakePenalty = "fakePenalty", SlopePenalty = "gradientPenalty";
}
