using Gan.Experiments.Atlas.Optimum;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Batches;

/// <summary>The best D of distributions over a few outcomes, by descending what the batch of their samples loses, and by how much its L_D is below that of a D that cannot tell.</summary>
internal static class BatchOptimum
{
    /// <summary>What follows a name that numbers alone have told.</summary>
    public const string Numerically = "(recognised numerically)";

    // As the compiler says it.
    private const string UpToConstant = " + c, with any constant c";

    // How far apart numbers may be that count as the same.
    private const double Same = 1e-9, SameLogit = 1e-6;

    private static readonly string[] s_answers = ["log(p/q)", "log(p/(p + q))", "(p - q)/(p + q)", "p/(p + q)"];
    private static readonly KnownDivergence[] s_references = [KnownDivergence.Forward, KnownDivergence.Reverse, KnownDivergence.JensenShannon];

    private static readonly (string Name, Func<CountedPair, double> Of)[] s_divergences =
    [
        .. KnownDivergence.All.Select(static known => (known.Name, new Func<CountedPair, double>(pair => pair.Of(known)))),
        ("KL(p ‖ (p + q)/2)", static pair => pair.ToTheMiddle),
        ("Bhattacharyya distance", static pair => pair.Bhattacharyya),
    ];

    /// <param name="objective">The objective.</param>
    /// <param name="blind">What a D that cannot tell answers.</param>
    public static OptimumSection Section(IGanObjective objective, double blind)
    {
        var best = BatchBest.Of(objective, CountedPair.Mirrored, blind);
        double[] ratios = [.. CountedPair.Mirrored.P.Zip(CountedPair.Mirrored.Q, static (p, q) => p / q).Reverse()], logits = [.. best.Logits.Reverse()];
        if (best.IsUpToConstant)
            logits = Centred(logits);
        var analysis = objective.Info.Analysis;
        var closed = ClosedOf(analysis.OptimalLogit, ratios, logits, best.IsUpToConstant);
        double[] drops = [.. CountedPair.Random.Select(pair => BatchBest.Of(objective, pair, blind).Drop)];
        var measured = Said(analysis.Divergence, drops) ?? Recognised(drops);
        return new(ratios, logits, closed?.Values, closed?.Text, null, measured?.Name, analysis.GeneratorDivergence, closed?.Error, measured?.Error, null)
        {
            IsUpToConstant = best.IsUpToConstant,
            HasStoppedGradients = best.HasStoppedGradients,
            Way = new(
                [.. CountedPair.Way.Select(static (_, step) => (double)step / (CountedPair.Way.Count - 1))], [.. CountedPair.Way.Select(pair => BatchBest.Of(objective, pair, blind).Drop)],
                measured is { } known ? [Along(known.Name, known.Of)] : [.. s_references.Select(static reference => Along(reference.Name, pair => pair.Of(reference)))]),
        };
    }

    private static NamedDivergence Along(string name, Func<CountedPair, double> of) => new(name, [.. CountedPair.Way.Select(of)]);

    // What the compiler says, or what the answers turn out to be.
    private static (string Text, double[] Values, double Error)? ClosedOf(string? said, double[] ratios, double[] logits, bool isUpToConstant)
    {
        foreach (var text in said is null ? s_answers : [said.Replace(UpToConstant, "", StringComparison.Ordinal)])
        {
            if (ClosedForm.Of(text) is not { } answer)
                continue;
            var answers = Array.ConvertAll(ratios, u => answer(u, 1));
            var values = isUpToConstant ? Centred(answers) : answers;
            var error = values.Zip(logits, static (a, b) => Math.Abs(a - b)).Max();
            if (said is not null || error < SameLogit)
                return (said ?? $"{text}{(isUpToConstant ? " + c" : "")} {Numerically}", values, error);
        }

        return null;
    }

    // Of answers that are as good with any constant added, those that are 0 where both are as likely.
    private static double[] Centred(double[] answers) => Array.ConvertAll(answers, t => t - answers[answers.Length / 2]);

    private static (string Name, Func<CountedPair, double> Of, double Error)? Said(string? said, double[] measured)
    {
        var terms = KnownDivergence.Read(said);
        return terms.Count == 0 ? null : (said!, Of, CountedPair.Random.Zip(measured, (pair, drop) => Math.Abs(Of(pair) - drop)).Max());

        double Of(CountedPair pair) => terms.Sum(term => term.Factor * pair.Of(term.Divergence));
    }

    // A divergence that what is measured is a multiple of, for all pairs.
    private static (string Name, Func<CountedPair, double> Of, double Error)? Recognised(double[] measured)
    {
        foreach (var (name, of) in s_divergences)
        {
            double[] values = [.. CountedPair.Random.Select(of)];
            var factor = measured.Sum() / values.Sum();
            var error = measured.Zip(values, (a, b) => Math.Abs(a - (factor * b))).Max();
            if (factor > Same && error < Same)
                return ($"{(Math.Abs(factor - 1) < Same ? name : FormattableString.Invariant($"{factor:G6} {name}"))} {Numerically}", pair => factor * of(pair), error);
        }

        return null;
    }
}
