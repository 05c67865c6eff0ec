using Gan.Experiments.Atlas.Curves;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Losses;
using Gan.Experiments.Atlas.Optimum;
using Gan.Experiments.Atlas.Supports;
using Gan.Experiments.Atlas.Verdicts;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Measures;

/// <summary>An objective whose losses are functions of one logit, or of a difference of two.</summary>
internal sealed class LogitMeasure : IObjectiveMeasure
{
    private const string Coupled =
        "Its losses compare a real logit with a generated one. So the curves are of their difference, and the pictures that need a best answer place by place are left out: what D returns, f(u), and what noise does.";

    private readonly IGanObjective _objective;
    private readonly EmittedLosses _losses;
    private readonly BestLogits _best;
    private readonly Landmarks _landmarks;
    private readonly CurveSection _curves;
    private readonly OptimumSection? _optimum;
    private readonly SupportsSection _supports;

    public LogitMeasure(IGanObjective objective)
    {
        _objective = objective;
        _losses = new(objective);
        _best = new(_losses);
        _landmarks = new(_losses, _best);
        _curves = CurveSection.Of(_losses, _landmarks);
        _optimum = OptimumSection.Of(_losses, _best);
        _supports = SupportsSection.Of(_losses, _best, _landmarks);
    }

    public ObjectiveResult Result()
    {
        var info = _objective.Info;
        var dirac = DiracSection.Of(_objective, _landmarks.Balanced, _losses.FakeSlope, _losses.GeneratorSlope);
        return new(
            info.Name, info.IsCoupled, info.DiscriminatorLoss, info.GeneratorLoss, [.. info.Penalties, .. info.GeneratorPenalties], info.Sources, _curves, _optimum, _supports, dirac, null,
            VerdictComparison.Of(_objective, _losses, _best, _landmarks, dirac.Measured))
        {
            Notes = [.. info.IsCoupled ? [Coupled] : Array.Empty<string>(), .. dirac.Notes],
        };
    }
}
