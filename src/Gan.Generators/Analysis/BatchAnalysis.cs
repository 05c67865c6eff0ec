using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;
using Gan.Generators.Penalties;

namespace Gan.Generators.Analysis;

/// <summary>
/// The theory of losses with statistics of a batch. That of single logits does not hold, since each loss depends on all logits. What is decided is the direction of both players
/// where D cannot tell samples apart: all real logits are one number and all fake ones another, so that each statistic is a function of one logit again.
/// </summary>
internal static class BatchAnalysis
{
    /// <summary>How many samples a batch has: any number of them.</summary>
    private static readonly Parameter s_count = new("the batch size");

    private static readonly Dictionary<string, Interval> s_counts = new() { [s_count.Name] = Interval.AtLeast(1) };

    private static readonly Verdict.Unknown s_coupled = new("a batch function makes each loss depend on all logits of a batch");

    /// <param name="losses">The losses, with numbers for the hyperparameters.</param>
    /// <param name="output">What is declared of D's output.</param>
    /// <param name="penalties">The penalties.</param>
    /// <param name="defaults">The hyperparameters' values as text.</param>
    public static AnalysisResult Of(LossFormulas losses, DiscriminatorOutput output, EquatableArray<Penalty> penalties, string defaults)
    {
        var directions = Question.Find(() => DirectionsOf(losses, output.Declared)) ?? new(output.Declared ?? Orientation.Logit, s_coupled, s_coupled);
        var (optimum, divergence, ofGenerator) = Question.Find(() => new Variational(losses)) is { Measured: { } known } variational
            ? (new OptimalLogit(null, "log(p/q) + c, with any constant c", s_coupled), known, variational.OfGenerator!)
            : (new OptimalLogit(null, null, s_coupled), InducedDivergence.None, GeneratorDivergence.None);
        return new(defaults, directions, s_coupled, s_coupled, s_coupled, s_coupled, s_coupled, s_coupled, optimum, divergence, ofGenerator, new(DiracGan.StrengthOf(penalties), null, s_coupled));
    }

    /// <summary>Only a wrong direction is certain: a right one has no certificate that can be checked.</summary>
    private static Directions? DirectionsOf(LossFormulas losses, Orientation? declared)
    {
        var (real, fake) = (new Parameter("the real logits"), new Parameter("the fake logits"));
        var discriminator = OfEqual(losses.Real, real) + OfEqual(losses.Fake, fake);
        var (ofReal, ofFake) = (Derivative.Of(In(real, discriminator)), Derivative.Of(In(fake, discriminator)));
        // Moving all logits together must change nothing, else D's balanced logit is another than 0.
        if (Simplifier.Simplify(ofReal.ReplaceParameters(AtT()) + ofFake.ReplaceParameters(AtT())) is not Constant { Value: 0 }) return null;

        var (r, f, g) = (AtZero(ofReal), AtZero(ofFake), AtZero(Derivative.Of(In(fake, OfEqual(losses.Generator, fake)))));
        var isReversed = r.IsPositive && f.IsNegative;
        var isRight = r.IsNegative && f.IsPositive;
        var orientation = declared ?? (isReversed && g.IsPositive ? Orientation.Energy : Orientation.Logit);
        var (wrong, consequence) = orientation == Orientation.Energy ? (isRight, "an energy is low for real samples") : (isReversed, "D learns to call real samples fake");
        var (moves, away) = orientation == Orientation.Energy ? (g.IsNegative, "raises") : (g.IsPositive, "lowers");
        return new(
            orientation,
            wrong
                ? new Verdict.Refuted(0, $"where all logits are equal, D's loss {(isReversed ? "rises with the real logits and falls with the fake ones" : "falls with the real logits and rises with the fake ones")}: {consequence}")
                : s_coupled,
            !wrong && moves && (isRight || isReversed) ? new Verdict.Refuted(0, $"where all logits are equal, G's loss falls if it {away} its own logits: G moves its samples away from the logits that D gives real samples") : s_coupled);

        Expr OfEqual(Expr formula, Expr logit) => formula.ReplaceLogit(logit).ReplaceStatistics(statistic => statistic.Function.OfEqual(OfEqual(statistic.Element, statistic.Side == BatchSide.Real ? real : fake), s_count));

        Dictionary<string, Expr> AtT() => new() { [real.Name] = Expr.T, [fake.Name] = Expr.T };

        Interval AtZero(Expr slope) => IntervalEvaluator.Evaluate(Simplifier.Simplify(slope.ReplaceParameters(AtT())), Interval.Point(0), s_counts) is { IsPartial: false } value ? value : Interval.All;
    }

    /// <summary>The formula with t in the place of one parameter.</summary>
    private static Expr In(Parameter parameter, Expr formula) => Simplifier.Simplify(formula.ReplaceParameters(new Dictionary<string, Expr> { [parameter.Name] = Expr.T }));

    /// <summary>
    /// Donsker and Varadhan's bound: E_p[T] − log E_q[exp(T)] is KL(p ‖ q) for the best T = log(p/q) + c (Donsker and Varadhan 1983; Belghazi et al. 2018, arXiv 1801.04062).
    /// </summary>
    private sealed class Variational
    {
        public Variational(LossFormulas losses)
        {
            if (FactorOf(losses.Real, IsLogit) is not { } real || FactorOf(losses.Fake, IsLogMeanExp) is not { } fake || !(fake > 0) || real != -fake) return;
            // −E_q[log(p/q)] is KL(q ‖ p), and −log E_q[p/q] has the gradient of KL(p ‖ q): see GeneratorDivergence.
            var (factor, name) = FactorOf(losses.Generator, IsLogit) is < 0 and var critic ? (critic, "KL(q ‖ p)") : FactorOf(losses.Generator, IsLogMeanExp) is < 0 and var minimax ? (minimax, "KL(p ‖ q)") : (0, "");
            if (factor == 0) return;
            Measured = new("KL(p ‖ q)", fake, true);
            OfGenerator = new(new([new(-factor, name)]), true);
        }

        public InducedDivergence? Measured { get; }

        public GeneratorDivergence? OfGenerator { get; }

        private static bool IsLogit(Expr formula) => formula is Logit;

        private static bool IsLogMeanExp(Expr formula) => formula is Statistic { Function.Name: "logmeanexp", Side: BatchSide.Fake, Element: Logit };

        private static double? FactorOf(Expr formula, Func<Expr, bool> isKnown) => ScalarMultiple.Of(formula) is var (factor, rest) && isKnown(rest) ? factor : null;
    }
}
