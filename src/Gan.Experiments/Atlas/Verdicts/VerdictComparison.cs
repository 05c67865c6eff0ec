using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Verdicts;

/// <summary>A statement that the compiler decided, beside what was measured.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Compiler">What the compiler found.</param>
/// <param name="Reason">Why, as the compiler says it.</param>
/// <param name="Measured">Whether it holds by the numbers; null where they do not tell.</param>
internal sealed record VerdictComparison(string Statement, VerdictKind Compiler, string Reason, bool? Measured)
{
    /// <summary>Whether one says yes and the other no.</summary>
    public bool IsDisagreement => (Compiler, Measured) is (VerdictKind.Proved, false) or (VerdictKind.Refuted, true);

    /// <summary>Every statement about an objective, its hyperparameters at their defaults.</summary>
    public static IReadOnlyList<VerdictComparison> Of(IGanObjective objective)
    {
        var losses = new EmittedLosses(objective);
        var best = new BestLogits(losses);
        var landmarks = new Landmarks(losses, best);
        using var game = new DiracGame(new(objective) { Offset = landmarks.Balanced });
        return Of(objective, losses, best, landmarks, DiracEigenvalues.Measured(game));
    }

    /// <summary>The same, of what is measured already.</summary>
    /// <param name="objective">The objective, its hyperparameters at their defaults.</param>
    /// <param name="losses">Its losses.</param>
    /// <param name="best">The best answers of D.</param>
    /// <param name="landmarks">Where D cannot tell.</param>
    /// <param name="eigenvalues">Those of the Dirac-GAN by finite differences; null where it has a kink.</param>
    public static IReadOnlyList<VerdictComparison> Of(IGanObjective objective, EmittedLosses losses, BestLogits best, Landmarks landmarks, DiracEigenvalues? eigenvalues) =>
        [.. objective.Info.Analysis.Verdicts.Select(verdict => new VerdictComparison(verdict.Statement, verdict.Verdict, verdict.Reason, Measure(verdict, objective, losses, best, landmarks, eigenvalues)))];

    private static bool? Measure(VerdictInfo verdict, IGanObjective objective, EmittedLosses losses, BestLogits best, Landmarks landmarks, DiracEigenvalues? eigenvalues) => verdict.Statement switch
    {
        "D learns to tell real samples from generated ones." => landmarks.HasBalanced ? MeasuredDirections.OfDiscriminator(losses, landmarks.Balanced) : null,
        "G moves its samples towards the logits that D gives real samples." => landmarks.HasBalanced ? MeasuredDirections.OfGenerator(losses, landmarks.Balanced) : null,
        "The loss of a real logit is convex." => MeasuredConvexity.Of(losses.Real, losses.Lowest, verdict.Witness),
        "The loss of a fake logit is convex." => MeasuredConvexity.Of(losses.Fake, losses.Lowest, verdict.Witness),
        "D's loss is bounded below when the distributions are equal." => MeasuredBounds.WhenEqual(losses),
        "D's loss is bounded below for any two distributions." => MeasuredBounds.ForEveryRatio(objective, losses),
        "G's gradient vanishes when D confidently rejects its samples." => MeasuredTails.Vanishes(losses),
        "The optimal D returns log(p/q)." => MeasuredOptimum.IsLogarithm(best),
        "Training converges locally on the Dirac-GAN." => eigenvalues switch
        {
            null => null,
            { Converges: true } => true,
            { First: { Real: <= DiracEigenvalues.Tolerance, Imaginary: 0 } } => null,
            _ => false,
        },
        _ => null,
    };
}
