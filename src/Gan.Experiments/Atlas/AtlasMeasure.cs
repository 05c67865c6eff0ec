using System.Runtime.ExceptionServices;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Measures;
using Gan.Experiments.Atlas.Mixtures;
using Gan.Experiments.Atlas.Optimum;
using Gan.Experiments.Atlas.Transport;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Training;
using Gan.Runtime;

namespace Gan.Experiments.Atlas;

/// <summary>Measures objectives, a few at a time.</summary>
internal static class AtlasMeasure
{
    /// <param name="objectives">The objectives.</param>
    /// <param name="withMixtures">Whether each is trained on mixtures too, which takes about a minute each.</param>
    /// <param name="progress">Is told what is done.</param>
    /// <param name="stop">Ends it between two objectives.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AtlasResult Of(IReadOnlyList<IGanObjective> objectives, bool withMixtures = false, Action<string>? progress = null, CancellationToken stop = default)
    {
        using var threads = new KeptThreads(1);
        using var random = new KeptRandom();
        TransportSection? transport = null;
        IReadOnlyList<Identity> identities = [];
        IReadOnlyList<DiracRow> dirac = [];
        var (measures, results) = (new IObjectiveMeasure[objectives.Count], new ObjectiveResult[objectives.Count]);
        using var critics = TransportSection.Untrained();
        // Some train with torch's random numbers, which nothing else draws meanwhile: so they are the same each time.
        Together(stop, critics.TrainDrawing, () => identities = Identities.Measure(), () => Each(objectives.Count, i => measures[i] = IObjectiveMeasure.Of(objectives[i]), stop));
        // On the Dirac-GAN penalties draw too, but the gradients of a line do not depend on where they are taken.
        Together(stop, () => dirac = DiracTable.Measure(), () => transport = TransportSection.Of(critics), () => Each(objectives.Count, i => results[i] = measures[i].Result(), stop));
        for (var i = 0; withMixtures && i < results.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            var mixtures = MixtureSection.Of(objectives[i]);
            var saturates = results[i].Verdicts.FirstOrDefault(static verdict => verdict.Property == ObjectiveProperty.GeneratorSaturates)?.Measured;
            results[i] = results[i] with { Mixtures = mixtures, MixtureReasons = MixtureReasons.Of(objectives[i], results[i].Curves, saturates, mixtures) };
            progress?.Invoke($"{results[i].Name}: {string.Join(", ", results[i].Mixtures!.Select(static mixture => FormattableString.Invariant($"{mixture.MeanModes:0.0} of {mixture.Most} modes, {mixture.MeanHighQuality:0.0%} good points")))}");
        }

        return new(CodeVersion.NameAndVersion(typeof(AtlasMeasure).Assembly), results, identities, transport!, dirac);
    }

    private static void Each(int count, Action<int> measure, CancellationToken stop) => Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, measure);

    // Whatever fails, nothing runs any more afterwards.
    private static void Together(CancellationToken stop, params Action[] parts)
    {
        try
        {
            Parallel.Invoke(new ParallelOptions { CancellationToken = stop }, parts);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.Flatten().InnerExceptions[0]);
        }
    }
}
