using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Batches;

/// <summary>The best D of a batch whose samples lie at a few outcomes, found by descending what the compiler wrote.</summary>
/// <param name="Logits">What it answers to each outcome; infinite where the loss falls for ever.</param>
/// <param name="Loss">L_D of it.</param>
/// <param name="Drop">By how much L_D has fallen from a D that cannot tell.</param>
/// <param name="IsUpToConstant">Whether a constant added to all answers changes nothing.</param>
/// <param name="HasStoppedGradients">Whether the gradients are not those of the loss, as after <c>detach</c>: then the fall is what the gradients add up to along the way.</param>
internal sealed record BatchBest(double[] Logits, double Loss, double Drop, bool IsUpToConstant, bool HasStoppedGradients)
{
    private const double Step = 1e-5, Apart = 1e-5, Nothing = 1e-12;
    private const int Parts = 8;

    // Gauss and Legendre: of eight places in a part, the four on one side of its middle, and their weights.
    private static readonly (double Place, double Weight)[] s_rule =
        [(0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873), (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763)];

    /// <param name="objective">The objective.</param>
    /// <param name="pair">The samples.</param>
    /// <param name="blind">What a D that cannot tell answers.</param>
    public static BatchBest Of(IGanObjective objective, CountedPair pair, double blind)
    {
        using var losses = new OutcomeLosses(objective, pair.Real, pair.Fake);
        double[] start = [.. pair.Real.Select(_ => blind)];
        var best = Descent.Of(answers => losses.Discriminator(answers).Whole, start);
        var somewhere = start.Select((t, i) => Math.Max(t + (0.4 * Math.Cos(2.3 * i)), losses.Lowest + 0.1)).ToArray();
        var isUpToConstant = Math.Abs(losses.Discriminator(somewhere).Whole.Sum()) < Nothing;
        var isStopped = IsStopped(losses, somewhere);
        if (Array.Exists(best, static t => Math.Abs(t) >= Descent.Farthest))
            return new([.. best.Select(static t => Math.Abs(t) < Descent.Farthest / 100 ? t : double.CopySign(double.PositiveInfinity, t))], double.NegativeInfinity, double.PositiveInfinity, isUpToConstant, isStopped);
        var loss = losses.Discriminator(best).Loss;
        return new(best, loss, isStopped ? -Along(losses, start, best) : losses.Discriminator(start).Loss - loss, isUpToConstant, isStopped);
    }

    private static bool IsStopped(OutcomeLosses losses, double[] at)
    {
        var slopes = losses.Discriminator(at).Whole;
        return slopes.Select((slope, i) => Math.Abs(slope - ((Moved(i, Step) - Moved(i, -Step)) / (2 * Step)))).Max() > Apart * Math.Max(1, slopes.Max(Math.Abs));

        double Moved(int outcome, double by) => losses.Discriminator([.. at.Select((t, i) => i == outcome ? t + by : t)]).Loss;
    }

    private static double Along(OutcomeLosses losses, double[] from, double[] to)
    {
        var sum = 0.0;
        for (var part = 0; part < Parts; part++)
        {
            foreach (var (place, weight) in s_rule)
                sum += weight * (At((part + ((1 - place) / 2)) / Parts) + At((part + ((1 + place) / 2)) / Parts)) / (2 * Parts);
        }

        return sum;

        double At(double share) => losses.Discriminator([.. from.Zip(to, (a, b) => a + (share * (b - a)))]).Whole.Select((slope, i) => slope * (to[i] - from[i])).Sum();
    }
}
