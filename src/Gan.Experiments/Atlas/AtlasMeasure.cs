using System.Runtime.ExceptionServices;
using Gan.Experiments.Atlas.Curves;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Losses;
using Gan.Experiments.Atlas.Mixtures;
using Gan.Experiments.Atlas.Optimum;
using Gan.Experiments.Atlas.Supports;
using Gan.Experiments.Atlas.Transport;
using Gan.Experiments.Atlas.Verdicts;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Training;
using Gan.Runtime;

namespace Gan.Experiments.Atlas;

/// <summary>Measures objectives, a few at a time.</summary>
internal static class AtlasMeasure
{
    /// <param name="objectives">The objectives.</param>
    /// <param name="withMixtures">Whether each is trained on mixtures too, which takes most of a minute each.</param>
    /// <param name="progress">Is told what is done.</param>
    /// <param name="stop">Ends it between two objectives.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AtlasResult Of(IReadOnlyList<IGanObjective> objectives, bool withMixtures = false, Action<string>? progress = null, CancellationToken stop = default)
    {
        using var threads = new KeptThreads(1);
        using var random = new KeptRandom();
        // What draws random numbers trains alone, so that it draws the same ones each time.
        var transport = TransportSection.Measure();
        var theory = Task.Run(static () => (Identities: Optimum.Identities.Measure(), Dirac: DiracTable.Measure()), stop);
        var results = new ObjectiveResult[objectives.Count];
        try
        {
            Parallel.For(0, objectives.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, i => results[i] = Of(objectives[i]));
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        var (identities, dirac) = theory.GetAwaiter().GetResult();
        for (var i = 0; withMixtures && i < results.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            results[i] = results[i] with { Mixtures = MixtureSection.Of(objectives[i]) };
            progress?.Invoke($"{results[i].Name}: {string.Join(", ", results[i].Mixtures!.Select(static mixture => FormattableString.Invariant($"{mixture.MeanModes:0.0} of {mixture.Most} modes, {mixture.MeanHighQuality:0.0%} good points")))}");
        }

        return new(CodeVersion.NameAndVersion(typeof(AtlasMeasure).Assembly), results, identities, transport, dirac);
    }

    internal static ObjectiveResult Of(IGanObjective objective)
    {
        var (info, losses) = (objective.Info, new EmittedLosses(objective));
        var best = new BestLogits(losses);
        var landmarks = new Landmarks(losses, best);
        var dirac = DiracSection.Of(objective, losses, landmarks);
        return new(
            info.Name, info.IsCoupled, info.DiscriminatorLoss, info.GeneratorLoss, [.. info.Penalties, .. info.GeneratorPenalties], info.Sources,
            CurveSection.Of(losses, landmarks),
            OptimumSection.Of(losses, best),
            SupportsSection.Of(losses, best, landmarks),
            dirac,
            null,
            VerdictComparison.Of(objective, losses, best, landmarks, dirac.Measured));
    }
}
