using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Optimum;

/// <summary>What the best D returns, and what it measures, beside what the compiler says. Of a relativistic average, whose D compares a sample with all others, there is nothing to say outcome by outcome.</summary>
/// <param name="Ratios">u = p/q, the ratio of the densities of real and of generated samples.</param>
/// <param name="Logits">D*, the best logit for each ratio, by minimisation. Infinite where the loss has no minimum.</param>
/// <param name="ClosedLogits">The compiler's closed form of it; null where it has none.</param>
/// <param name="ClosedForm">Its text.</param>
/// <param name="Divergence">f(u) = −min over t of u·Real(t) + Fake(t): what the best D measures is the mean of f(p/q) over q. Null of losses of batches, which have no such f.</param>
/// <param name="Measures">The compiler's name of what the best D measures; null where it knows none.</param>
/// <param name="Minimises">The same of what G minimises.</param>
/// <param name="ClosedFormError">The greatest difference of the two D*, where the best D is one.</param>
/// <param name="DivergenceError">The greatest difference, over random distributions, of what the best D measures and of the divergence of that name; null where there is none.</param>
/// <param name="GradientError">The same of G's gradient, and of the gradient of what it is said to minimise.</param>
internal sealed record OptimumSection(
    double[] Ratios, double[] Logits, double[]? ClosedLogits, string? ClosedForm, double[]? Divergence, string? Measures, string? Minimises, double? ClosedFormError, double? DivergenceError, double? GradientError)
{
    /// <summary>Of losses of batches: what the best D measures while the generated samples move away from the real ones.</summary>
    public DivergenceWay? Way { get; init; }

    /// <summary>Whether a constant added to all answers of D changes nothing.</summary>
    public bool IsUpToConstant { get; init; }

    /// <summary>Whether gradients are stopped on purpose, so that the best D is the one where they are 0.</summary>
    public bool HasStoppedGradients { get; init; }

    private const int Intervals = 60;
    private const double Reach = 6;

    public static OptimumSection? Of(EmittedLosses losses, BestLogits best)
    {
        if (losses.Info.IsCoupled)
            return null;
        var ratios = LogitGrid.Even(-Reach, Reach, Intervals).Select(Math.Exp).ToArray();
        // Ratios as densities that add up to 1, so that none is so large that the other is lost beside it.
        var (p, q) = (ratios.Select(static u => u / (1 + u)).ToArray(), ratios.Select(static u => 1 / (1 + u)).ToArray());
        var (logits, cost) = best.Of(p, q);
        var isBest = logits.Select(static t => Math.Abs(t) < LogitGrid.Farthest).ToArray();
        var analysis = losses.Info.Analysis;
        var closed = Optimum.ClosedForm.Of(analysis.OptimalLogit) is { } form ? ratios.Select((_, i) => form(p[i], q[i])).ToArray() : null;
        return new(
            ratios, [.. logits.Select((t, i) => isBest[i] ? t : double.CopySign(double.PositiveInfinity, t))], closed, analysis.OptimalLogit,
            [.. cost.Select((c, i) => isBest[i] ? -c / q[i] : double.PositiveInfinity)], analysis.Divergence, analysis.GeneratorDivergence,
            // Where both are as likely a yes or a no are equally good.
            closed is null ? null : closed.Zip(logits).Where((_, i) => isBest[i] && ratios[i] != 1).Select(static pair => Math.Abs(pair.First - pair.Second)).DefaultIfEmpty().Max(),
            DivergenceErrorOf(best, KnownDivergence.Read(analysis.Divergence)),
            GradientErrorOf(losses, best, KnownDivergence.Read(analysis.GeneratorDivergence)));
    }

    // Up to a constant, which equal distributions show.
    private static double? DivergenceErrorOf(BestLogits best, IReadOnlyList<(double Factor, KnownDivergence Divergence)> terms)
    {
        if (terms.Count == 0)
            return null;
        var (p, q) = (RandomDistributions.P, RandomDistributions.Q);
        var measured = RandomDistributions.Sums(best.Of(p, p).Losses.Zip(best.Of(p, q).Losses, static (equal, other) => equal - other));
        return measured.Select((value, pair) => Math.Abs(value - terms.Sum(term => term.Factor * term.Divergence.OfRandom[pair]))).Max();
    }

    // A change of q adds up to nothing: of a gradient only the differences between outcomes count.
    private static double? GradientErrorOf(EmittedLosses losses, BestLogits best, IReadOnlyList<(double Factor, KnownDivergence Divergence)> terms)
    {
        if (terms.Count == 0)
            return null;
        var (p, q) = (RandomDistributions.P, RandomDistributions.Q);
        var ofLoss = Centred(losses.Generator(best.Of(p, q).Logits));
        var ofDivergence = Centred([.. p.Zip(q, (a, b) => terms.Sum(term => term.Factor * term.Divergence.Slope(a, b)))]);
        return ofLoss.Zip(ofDivergence, static (a, b) => Math.Abs(a - b)).Max();
    }

    private static IEnumerable<double> Centred(double[] values) => values.Chunk(RandomDistributions.Outcomes).SelectMany(static pair =>
    {
        var mean = pair.Average();
        return pair.Select(value => value - mean);
    });
}

/// <summary>What the best D measures along a way from equal distributions to one and its mirror image.</summary>
/// <param name="Shares">How much of the way is done, from 0 to 1.</param>
/// <param name="Measured">By how much L_D of the best D is below that of a D that cannot tell.</param>
/// <param name="References">The divergence that it is, or some to compare it with, by their textbook's formulas.</param>
internal sealed record DivergenceWay(double[] Shares, double[] Measured, IReadOnlyList<NamedDivergence> References);

/// <summary>A divergence along a way.</summary>
internal sealed record NamedDivergence(string Name, double[] Values);
