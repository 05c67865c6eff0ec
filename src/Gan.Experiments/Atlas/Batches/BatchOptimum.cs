using Gan.Experiments.Atlas.Optimum;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Batches;

/// <summary>The best D of distributions over a few outcomes, by descending what the batch of their samples loses, and by how much its L_D is below that of a D that cannot tell.</summary>
internal static class BatchOptimum
{
    private const string Numerically = "(recognised numerically)";

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
        var closed = s_answers.Select(text => (Text: text, Values: Answers(text, ratios, best.IsUpToConstant))).Select(answer => (answer.Text, answer.Values, Error: answer.Values.Zip(logits, static (a, b) => Math.Abs(a - b)).Max()))
            .Where(static answer => answer.Error < SameLogit).Cast<(string Text, double[] Values, double Error)?>().FirstOrDefault();
        var measured = Recognised([.. CountedPair.Random.Select(pair => BatchBest.Of(objective, pair, blind).Drop)]);
        return new(
            ratios, logits, closed?.Values, closed is null ? null : $"{closed.Value.Text}{(best.IsUpToConstant ? " + c" : "")} {Numerically}", null,
            measured is null ? null : $"{measured.Value.Name} {Numerically}", null, closed?.Error, measured?.Error, null)
        {
            IsUpToConstant = best.IsUpToConstant,
            HasStoppedGradients = best.HasStoppedGradients,
            Way = new(
                [.. CountedPair.Way.Select(static (_, step) => (double)step / (CountedPair.Way.Count - 1))], [.. CountedPair.Way.Select(pair => BatchBest.Of(objective, pair, blind).Drop)],
                measured is { } known ? [Along(known.Name, pair => known.Factor * known.Of(pair))] : [.. s_references.Select(static reference => Along(reference.Name, pair => pair.Of(reference)))]),
        };
    }

    private static NamedDivergence Along(string name, Func<CountedPair, double> of) => new(name, [.. CountedPair.Way.Select(of)]);

    private static double[] Answers(string text, double[] ratios, bool isUpToConstant)
    {
        var answer = ClosedForm.Of(text)!;
        var answers = Array.ConvertAll(ratios, u => answer(u, 1));
        return isUpToConstant ? Centred(answers) : answers;
    }

    // Of answers that are as good with any constant added, those that are 0 where both are as likely.
    private static double[] Centred(double[] answers) => Array.ConvertAll(answers, t => t - answers[answers.Length / 2]);

    // A divergence that what is measured is a multiple of, for all pairs.
    private static (string Name, double Factor, Func<CountedPair, double> Of, double Error)? Recognised(double[] measured)
    {
        foreach (var (name, of) in s_divergences)
        {
            double[] values = [.. CountedPair.Random.Select(of)];
            var factor = measured.Sum() / values.Sum();
            var error = measured.Zip(values, (a, b) => Math.Abs(a - (factor * b))).Max();
            if (factor > Same && error < Same)
                return (Math.Abs(factor - 1) < Same ? name : FormattableString.Invariant($"{factor:G6} {name}"), factor, of, error);
        }

        return null;
    }
}
