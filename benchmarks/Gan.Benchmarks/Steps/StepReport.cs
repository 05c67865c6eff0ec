namespace Gan.Benchmarks;

/// <summary>
/// The table of whole steps. The two loops run in two processes that are asked in turn, because <see cref="Runtime.MemoryAllocator.KeepLargeBlocks"/>, which
/// belongs to the library's loop, is a setting of the whole process.
/// </summary>
internal static class StepReport
{
    /// <summary>On a GPU, where the host's memory is no matter: both loops in this process.</summary>
    public static void PrintOnGpu(IReadOnlyList<StepSize> sizes, IReadOnlyList<string> penalties, int rounds)
    {
        Markdown.Head("size", "penalty", "time of a step, tutorial", "library");
        foreach (var size in sizes)
        {
            foreach (var penalty in penalties)
            {
                using IStepLoop tutorial = SixteenSteps.Loop(size, penalty, "tutorial"), library = SixteenSteps.Loop(size, penalty, "library");
                var medians = Alternating.Medians([new Measured(() => SixteenSteps.Run(tutorial)), new Measured(() => SixteenSteps.Run(library))], rounds);
                Markdown.Row(size.Name, penalty, Markdown.Time(medians[0] / SixteenSteps.Count), Markdown.Ratio(medians[0] / medians[1]));
            }
        }
    }

    public static void Print(IReadOnlyList<StepSize> sizes, IReadOnlyList<string> penalties, int rounds)
    {
        using var tutorial = new Peer();
        using var library = new Peer();
        using var keeping = new Peer("--keep-large-blocks");
        Markdown.Head("size", "penalty", "time of a step, tutorial", "library", "library with KeepLargeBlocks");
        foreach (var size in sizes)
        {
            foreach (var penalty in penalties)
            {
                var request = $"step {size.Name} {penalty}";
                var medians = Alternating.Medians([tutorial.Work($"{request} tutorial"), library.Work($"{request} library"), keeping.Work($"{request} library")], rounds);
                Markdown.Row(size.Name, penalty, Markdown.Time(medians[0] / SixteenSteps.Count), Markdown.Ratio(medians[0] / medians[1]), Markdown.Ratio(medians[0] / medians[2]));
            }
        }
    }
}
