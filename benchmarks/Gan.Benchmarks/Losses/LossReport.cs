namespace Gan.Benchmarks;

/// <summary>The table of losses: for every distinct loss, size and player the time by hand, and how many times faster the library is, all measured in turn.</summary>
internal static class LossReport
{
    public static void Print(IReadOnlyList<LossCase> losses, IReadOnlyList<LogitSize> sizes, int rounds)
    {
        foreach (var size in sizes)
        {
            Console.WriteLine($"### {size.Name}");
            Console.WriteLine();
            Markdown.Head(["objectives", "loss", .. LossBodies.Names]);
            foreach (var loss in losses)
            {
                var objectives = string.Join(", ", loss.Objectives.Select(static objective => objective.Info.Name));
                Markdown.Row([objectives, "D", .. Cells(loss, Player.Discriminator, size, rounds)]);
                Markdown.Row([objectives, "G", .. Cells(loss, Player.Generator, size, rounds)]);
            }

            Console.WriteLine();
        }
    }

    private static IEnumerable<string> Cells(LossCase loss, Player player, LogitSize size, int rounds)
    {
        using var bodies = new LossBodies(loss, player, size.Shape);
        var medians = Alternating.Medians([.. LossBodies.Names.Select(name => new Measured(bodies.Named(name)))], rounds);
        return [Markdown.Time(medians[0]), .. medians.Skip(1).Select(median => Markdown.Ratio(medians[0] / median))];
    }
}
