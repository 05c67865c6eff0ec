using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Verdicts;

/// <summary>A statement that the compiler decided, beside what was measured.</summary>
/// <param name="Property">What the statement is about; null of one that is none of the compiler's.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Compiler">What the compiler found.</param>
/// <param name="Reason">Why, as the compiler says it.</param>
/// <param name="Measured">Whether it holds by the numbers; null where they do not tell.</param>
internal sealed record VerdictComparison(ObjectiveProperty? Property, string Statement, VerdictKind Compiler, string Reason, bool? Measured)
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
        Of(objective, verdict => Measure(verdict, objective, losses, best, landmarks, eigenvalues));

    /// <summary>Every statement about an objective, and what is measured of it.</summary>
    public static IReadOnlyList<VerdictComparison> Of(IGanObjective objective, Func<VerdictInfo, bool?> measure) =>
        [.. objective.Info.Analysis.Verdicts.Select(verdict => new VerdictComparison(verdict.Property, verdict.Statement, verdict.Verdict, verdict.Reason, measure(verdict)))];

    /// <summary>Whether the Dirac-GAN converges by its eigenvalues; null where they do not tell.</summary>
    public static bool? Converges(DiracEigenvalues? eigenvalues) => eigenvalues switch
    {
        null => null,
        { Converges: true } => true,
        { First: { Real: <= DiracEigenvalues.Tolerance, Imaginary: 0 } } => null,
        _ => false,
    };

    private static bool? Measure(VerdictInfo verdict, IGanObjective objective, EmittedLosses losses, BestLogits best, Landmarks landmarks, DiracEigenvalues? eigenvalues) => verdict.Property switch
    {
        ObjectiveProperty.DiscriminatorSeparates => landmarks.HasBalanced ? MeasuredDirections.OfDiscriminator(losses, landmarks.Balanced) : null,
        ObjectiveProperty.GeneratorFollows => landmarks.HasBalanced ? MeasuredDirections.OfGenerator(losses, landmarks.Balanced) : null,
        ObjectiveProperty.RealLossIsConvex => MeasuredConvexity.Of(losses.Real, losses.Lowest, verdict.Witness),
        ObjectiveProperty.FakeLossIsConvex => MeasuredConvexity.Of(losses.Fake, losses.Lowest, verdict.Witness),
        ObjectiveProperty.IsBoundedForEqualDistributions => MeasuredBounds.WhenEqual(losses),
        ObjectiveProperty.IsBoundedForAnyDistributions => MeasuredBounds.ForEveryRatio(objective, losses),
        ObjectiveProperty.GeneratorSaturates => MeasuredTails.Vanishes(losses),
        ObjectiveProperty.OptimumIsLogRatio => MeasuredOptimum.IsLogarithm(best),
        ObjectiveProperty.ConvergesOnDiracGan => Converges(eigenvalues),
        _ => null,
    };
}
