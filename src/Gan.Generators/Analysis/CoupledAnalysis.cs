using Gan.Dsl;
using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Objectives;
using Gan.Generators.Penalties;

namespace Gan.Generators.Analysis;

/// <summary>
/// The theory of a loss of relativistic logits. It is that of the pair wherever only the slopes at 0 and the ends of the line count,
/// since both differences are 0 where D cannot tell. It differs in what D may do: it can move all differences to one side at once.
/// </summary>
internal static class CoupledAnalysis
{
    /// <param name="ofPair">What is known of the same formulas, uncoupled.</param>
    /// <param name="coupling">Which of the two.</param>
    /// <param name="losses">The losses of one relativistic logit, with the hyperparameters' values in.</param>
    /// <param name="penalties">The penalties, for local convergence.</param>
    public static AnalysisResult Of(AnalysisResult ofPair, Coupling coupling, LossFormulas losses, EquatableArray<Penalty> penalties)
    {
        var (fake, generator) = (Curve.OnLine(losses.Fake, LossNames.Fake), Curve.OnLine(losses.Generator, LossNames.Generator));
        var bounded = Bounded(fake);
        return ofPair with
        {
            IsBoundedForEveryRatio = bounded,
            IsBoundedWithPenalties = bounded.IsRefuted && LogitPenalties.AreIn(penalties) ? new Verdict.Unknown("a penalty on the logits may hold what the loss does not") : bounded,
            Optimum = OptimumOf(ofPair.Optimum, coupling),
            // A relativistic loss compares samples.
            Divergence = InducedDivergence.None,
            GeneratorDivergence = GeneratorDivergence.None,
            LocalConvergence = DiracGan.Of(null, Scaled(fake), Scaled(generator), Interval.Point(0), penalties),
        };

        // On the Dirac-GAN both differences are ψθ: the average has two means of it, each player's loss twice that of the pair.
        Curve Scaled(Curve curve) => coupling == Coupling.RelativisticAverage ? Curve.OnLine(2 * curve.Formula, $"2 * {curve.Name}") : curve;
    }

    /// <summary>Where the samples of p and q do not meet, D can give every pair the same difference: inf f_D is all that holds the loss.</summary>
    private static Verdict Bounded(Curve fake)
        => Boundedness.WhenEqual(Curve.OnLine(0), fake) switch
        {
            Verdict.Proved proved => proved with { Reason = "f_D is bounded below" },
            Verdict.Refuted refuted => new Verdict.Refuted(refuted.Witness, refuted.Reason.Replace("Real + Fake", "f_D")),
            var unknown => unknown,
        };

    /// <summary>
    /// The pair's loss E f_D(D(y) - D(x)) is a minimum, pair by pair, where D(x) - D(y) is the best answer to p(x)q(y)/(p(y)q(x)):
    /// if that answer is the logarithm, a difference of logarithms of p/q. The average has no such form.
    /// </summary>
    private static OptimalLogit OptimumOf(OptimalLogit ofPair, Coupling coupling)
        => coupling == Coupling.Relativistic && ofPair.IsLogRatio is Verdict.Proved proved
            ? new(null, "log(p/q) + c, with any constant c", proved with { Reason = "the optimal logit difference of a pair is log(p(x)q(y)/(p(y)q(x))), the difference of log(p/q) at x and at y" })
            : new(null, null, new Verdict.Unknown("the loss depends only on differences of logits"));
}
