using Gan.Experiments.Atlas.Batches;
using Gan.Experiments.Atlas.Curves;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Optimum;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>The plots of one objective.</summary>
internal static class ObjectiveCharts
{
    private const double Highest = 12, Radius = 3;

    public static IReadOnlyList<Chart> Of(ObjectiveResult objective) =>
        [Losses(objective), Slopes(objective.Curves), .. objective.Optimum is { } optimum ? new[] { Optimum(optimum), optimum.Way is { } way ? Way(optimum, way) : Divergence(optimum) } : [], .. SupportCharts.Of(objective.Supports), Dirac(objective.Dirac)];

    private static Chart Losses(ObjectiveResult objective)
    {
        var curves = objective.Curves;
        var isDifference = objective is { IsCoupled: true, IsOfBatches: false };
        var (real, fake, generator) = objective.IsOfBatches ? ("L_D, of a real logit", "L_D, of a fake logit", "L_G, of a fake logit") : ("φ_real, D's loss of a real logit", "φ_fake, D's loss of a fake logit", "ψ, G's loss of a fake logit");
        ChartLine[] lines = isDifference
            ? [new("D's loss of a pair", curves.Logits, curves.Fake), new("ψ, G's loss", curves.Logits, curves.Generator, ChartLineStyle.Dashed)]
            : [new(real, curves.Logits, curves.Real), new(fake, curves.Logits, curves.Fake), new(generator, curves.Logits, curves.Generator, ChartLineStyle.Dashed)];
        return new("losses", objective.IsOfBatches ? "One logit of a batch: what it changes" : "The losses of one logit", isDifference ? "difference of logits, fake less real" : "logit t", "loss", lines)
        {
            X = new(curves.Logits[0], curves.Logits[^1]),
            Y = ChartRange.Around(lines.SelectMany(static line => line.Y), Highest),
            Bands = Bands(curves),
            BandName = "ψ′ vanishes",
            Marks = [.. curves.Kinks.Where(kink => !isDifference || kink.Loss != "real").Select(kink => new ChartMark(kink.Logit, At(curves.Logits, kink.Loss switch { "real" => curves.Real, "fake" => curves.Fake, _ => curves.Generator }, kink.Logit), $"kink of the {kink.Loss} loss"))],
        };
    }

    private static Chart Slopes(CurveSection curves)
    {
        ChartLine[] lines = [new("φ_real′", curves.Logits, curves.RealSlope), new("φ_fake′", curves.Logits, curves.FakeSlope), new("ψ′", curves.Logits, curves.GeneratorSlope, ChartLineStyle.Dashed)];
        return new("slopes", "Their slopes: what the players learn from a logit", "logit t", "slope", lines)
        {
            X = new(curves.Logits[0], curves.Logits[^1]),
            Y = ChartRange.Around(lines.SelectMany(static line => line.Y), Highest),
            Bands = Bands(curves),
            BandName = "ψ′ vanishes",
        };
    }

    private static Chart Optimum(OptimumSection optimum)
    {
        double[] logarithms = [.. optimum.Ratios.Select(static u => Math.Log(u))];
        ChartLine[] lines = [new("D*, by minimisation", logarithms, optimum.Logits), .. optimum.ClosedLogits is { } closed ? new[] { new ChartLine(optimum.ClosedForm!.EndsWith(BatchOptimum.Numerically, StringComparison.Ordinal) ? optimum.ClosedForm : $"the compiler's {optimum.ClosedForm}", logarithms, closed, ChartLineStyle.Points) } : []];
        return new("optimum", "What the best D returns", "log(p/q)", "logit", lines) { X = new(logarithms[0], logarithms[^1]), Y = ChartRange.Around(lines.SelectMany(static line => line.Y), 100) };
    }

    private static Chart Divergence(OptimumSection optimum)
    {
        double[] near = [.. optimum.Ratios.Where(static u => u <= 5)], values = [.. optimum.Divergence!.Take(near.Length)];
        return new("divergence", $"f(u), whose mean over q is what D measures{(optimum.Measures is { } name ? $": {name}" : "")}", "u = p/q", "f(u)", [new("f(u)", near, values)]) { X = new(0, 5), Y = ChartRange.Around(values, Highest) };
    }

    private static Chart Way(OptimumSection optimum, DivergenceWay way)
    {
        ChartLine[] lines = [new("by how much L_D falls", way.Shares, way.Measured), .. way.References.Select(reference => new ChartLine(reference.Name, way.Shares, reference.Values, optimum.Measures is null ? ChartLineStyle.Dashed : ChartLineStyle.Points))];
        return new("divergence", $"What D measures as q moves away from p{(optimum.Measures is { } name ? $": {name}" : "")}", "from q = p (0) to the mirror image of p (1)", "what D measures", lines)
        {
            X = new(0, 1),
            Y = ChartRange.Around(lines.SelectMany(static line => line.Y), 100),
        };
    }

    private static Chart Dirac(DiracSection dirac) => new("dirac", $"The Dirac-GAN from (1, 1): it {Word(dirac.Verdict)}", "θ, where G puts its sample", "ψ, the slope of D",
        [Path("simultaneous steps", dirac.SimultaneousPath), Path("alternating steps", dirac.AlternatingPath)])
    {
        X = new(-Radius, Radius),
        Y = new(-Radius, Radius),
        IsPlane = true,
        StepsApart = 2,
        Arrows = [.. dirac.Field.Select(static arrow => ChartArrow.Shown(arrow.At.Theta, arrow.At.Psi, arrow.Pull.Theta, arrow.Pull.Psi)).OfType<ChartArrow>()],
        Marks = [new(1, 1, "start"), new(0, 0, "equilibrium")],
    };

    private static ChartLine Path(string name, IReadOnlyList<DiracPoint> path) => new(name, [.. path.Select(static point => point.Theta)], [.. path.Select(static point => point.Psi)]);

    /// <summary>What the players do, as a verb.</summary>
    public static string Word(DiracVerdict verdict) => verdict switch
    {
        DiracVerdict.Converges => "converges",
        DiracVerdict.Circles => "circles",
        DiracVerdict.Stalls => "stalls",
        _ => "diverges",
    };

    private static IReadOnlyList<ChartRange> Bands(CurveSection curves) => [.. curves.Vanishing.Select(static region => new ChartRange(region.From, region.To))];

    private static double At(double[] logits, double[] values, double logit) => values[Math.Clamp((int)Math.Round((logit - logits[0]) / (logits[1] - logits[0])), 0, logits.Length - 1)];
}
