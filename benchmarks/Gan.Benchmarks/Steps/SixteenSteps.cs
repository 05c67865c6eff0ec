namespace Gan.Benchmarks;

/// <summary>Steps are measured sixteen at a time, so that a penalty at each sixteenth is in every sample once.</summary>
internal static class SixteenSteps
{
    public const int Count = 16;

    /// <summary>Which loop, by its name.</summary>
    public static IStepLoop Loop(StepSize size, string penalty, string loop) => loop switch
    {
        "tutorial" => new TutorialLoop(size, penalty),
        "library" => new LibraryLoop(size, penalty),
        _ => throw new ArgumentException($"There is no loop '{loop}': there are tutorial and library.", nameof(loop)),
    };

    /// <returns>What the steps returned, added; a NaN would have trained nothing for long.</returns>
    public static double Run(IStepLoop loop)
    {
        var sum = 0.0;
        for (var step = 0; step < Count; step++)
            sum += loop.Step(step);
        return double.IsFinite(sum) ? sum : throw new InvalidOperationException("The training diverged: what it takes to compute with NaN is no measure.");
    }
}
