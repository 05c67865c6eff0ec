using Gan.Experiments.Atlas.Batches;
using Gan.Experiments.Atlas.Curves;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Optimum;
using Gan.Experiments.Atlas.Supports;
using Gan.Experiments.Atlas.Verdicts;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Measures;

/// <summary>An objective whose losses are of whole batches: everything is measured of a batch.</summary>
internal sealed class BatchMeasure : IObjectiveMeasure
{
    private readonly IGanObjective _objective;
    private readonly double _balanced;
    private readonly CurveSection _curves;
    private readonly OptimumSection _optimum;
    private readonly SupportsSection _supports;
    private readonly BatchVerdicts _verdicts;

    public BatchMeasure(IGanObjective objective)
    {
        _objective = objective;
        using var levels = new BatchLevels(objective);
        _balanced = levels.Balanced;
        var outcomes = levels.Outcomes();
        using var curves = new BatchCurves(objective, _balanced);
        _curves = curves.Section(outcomes);
        _optimum = BatchOptimum.Section(objective, _balanced);
        _supports = BatchSupports.Of(levels, outcomes);
        _verdicts = BatchVerdicts.Of(objective, levels, _optimum);
    }

    public ObjectiveResult Result()
    {
        var info = _objective.Info;
        // One sample of each kind, as in the paper.
        using var one = new BatchLevels(_objective, samples: 1);
        var dirac = DiracSection.Of(
            _objective, one.Balanced, logits => Array.ConvertAll(logits, t => one.Discriminator(one.Balanced, t).Fake[1]), logits => Array.ConvertAll(logits, t => one.GeneratorSlope(one.Balanced, t)));
        return new(
            info.Name, info.IsCoupled, info.DiscriminatorLoss, info.GeneratorLoss, [.. info.Penalties, .. info.GeneratorPenalties], info.Sources, _curves, _optimum, _supports, dirac, null,
            VerdictComparison.Of(_objective, verdict => _verdicts.Measure(verdict.Property, dirac.Measured)))
        {
            IsOfBatches = true,
            Notes = [.. BatchNotes.Of(_optimum, _balanced), .. dirac.Notes],
        };
    }
}
