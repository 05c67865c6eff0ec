namespace Gan.Benchmarks;

/// <summary>
/// What a logit costs, as there are more of them: from the cache's size to what only the memory holds, beside the pure pass. Where the cost a logit stays the same, the work is linear.
/// </summary>
internal static class KernelReport
{
    /// <summary>Softplus, hinge, squares, identity.</summary>
    public static IReadOnlyList<string> Losses { get; } = ["NonSaturating", "Hinge", "LeastSquares", "Wasserstein"];

    /// <summary>Real logits, and as many fake ones.</summary>
    public static IReadOnlyList<int> Counts { get; } = [14_400, 100_000, 1_000_000, 10_000_000, 1 << 24];

    public static void Print(int rounds)
    {
        Markdown.Head(["loss", "logits on each side", "plain pass, per logit", .. LossBodies.Names]);
        foreach (var loss in Losses)
        {
            foreach (var count in Counts)
            {
                using var pass = new PurePass(count);
                using var bodies = new LossBodies(LossCase.Of(loss), Player.Discriminator, count);
                var medians = Alternating.Medians([new Measured(pass.Run), .. LossBodies.Names.Select(name => new Measured(bodies.Named(name)))], rounds);
                var ofALogit = Array.ConvertAll(medians, nanoseconds => nanoseconds / (2.0 * count));
                Markdown.Row([loss, $"{count:N0}", $"{ofALogit[0]:0.000} ns", .. ofALogit.Skip(1).Select(cost => $"{cost:0.000} ns, {Markdown.Ratio(cost / ofALogit[0])}")]);
            }
        }
    }
}
